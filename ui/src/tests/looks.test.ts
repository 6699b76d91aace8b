// The four looks at the plan, and how they lead to one another.

import { screen, waitFor, within } from "@testing-library/svelte";
import axe from "axe-core";
import { describe, expect, test, vi } from "vitest";
import { desk } from "../../dev/ipc";
import { store } from "../store.svelte";
import { view } from "../view.svelte";
import { openWindow } from "./window";

vi.mock("../ipc", () => import("../../dev/ipc"));

async function flaws() {
  const { violations } = await axe.run(document.body, {
    rules: { "color-contrast": { enabled: false } },
  });
  return violations.map((v) => `${v.id}: ${v.nodes.map((node) => node.html).join("\n")}`);
}
const focused = () => document.activeElement?.getAttribute("aria-label") ?? "";
const WEEK = { from: "2026-11-16", until: "2026-11-23" };
const DAY = { from: "2026-11-19", until: "2026-11-20" };

describe("the choice of a look", () => {
  test("leads around the same days and back", async () => {
    const user = await openWindow();
    await user.click(await screen.findByRole("radio", { name: "Month" }));
    expect(await screen.findByRole("grid", { name: "November 2026" })).toBeTruthy();
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("November 2026");
    await user.click(screen.getByRole("radio", { name: "Day" }));
    await waitFor(() => expect(store.range).toEqual(DAY));
    await user.click(screen.getByRole("radio", { name: "Agenda" }));
    expect(await screen.findByRole("region", { name: "Agenda" })).toBeTruthy();
    await user.click(screen.getByRole("radio", { name: "Week" }));
    await waitFor(() => expect(store.range).toEqual(WEEK));
    expect(await screen.findByRole("group", { name: "Balance" })).toBeTruthy();
  });

  test("can be made from the palette", async () => {
    const user = await openWindow();
    await screen.findByRole("group", { name: "Balance" });
    await user.keyboard("{Control>}k{/Control}agenda{Enter}");
    await waitFor(() => expect(view.look).toBe("agenda"));
  });

  test("a new block leads from the list to the grid", async () => {
    const user = await openWindow();
    await user.click(await screen.findByRole("radio", { name: "Agenda" }));
    await screen.findByRole("region", { name: "Agenda" });
    await user.keyboard("{Control>}n{/Control}");
    await waitFor(() => expect(view.look).toBe("days"));
    expect(await screen.findByRole("region", { name: "Time grid" })).toBeTruthy();
  });
});

describe("the month", () => {
  async function month() {
    const user = await openWindow();
    await user.click(await screen.findByRole("radio", { name: "Month" }));
    const grid = await screen.findByRole("grid", { name: "November 2026" });
    return { user, grid };
  }

  test("has a row a week, with its days and its balance in words", async () => {
    const { grid } = await month();
    const rows = within(grid).getAllByRole("row");
    expect(rows).toHaveLength(7);
    const cells = within(rows[4]!).getAllByRole("gridcell");
    expect(cells).toHaveLength(8);
    expect(cells[3]!.getAttribute("aria-label")).toMatch(/^Thursday November 19: .* of work/);
    expect(cells[3]!.getAttribute("aria-current")).toBe("date");
    expect(cells[7]!.textContent).toMatch(/Week 47:.*off your mix.*planned.*technical .* of/s);
    expect(within(rows[4]!).getByRole("rowheader").getAttribute("aria-label")).toMatch(
      /^Week 47, /,
    );
  });

  test("is walked with the arrows and Enter leads to the day or the week", async () => {
    const { user, grid } = await month();
    within(grid)
      .getByRole("gridcell", { name: /^Thursday November 19/ })
      .focus();
    await user.keyboard("{ArrowDown}{ArrowRight}");
    await waitFor(() => expect(focused()).toMatch(/^Friday November 27/));
    await user.keyboard("{Home}");
    await waitFor(() => expect(focused()).toMatch(/^Week 48, /));
    await user.keyboard("{End}");
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/Week 48:/));
    await user.keyboard("{Enter}");
    await waitFor(() => expect(store.range.from).toBe("2026-11-23"));
    expect(view.look).toBe("days");
  });

  test("turns by a month, and T leads back to today", async () => {
    const { user, grid } = await month();
    within(grid)
      .getByRole("gridcell", { name: /^Thursday November 19/ })
      .focus();
    await user.keyboard("{PageDown}");
    expect(await screen.findByRole("grid", { name: "December 2026" })).toBeTruthy();
    await waitFor(() => expect(focused()).toMatch(/^Tuesday December 1/));
    await user.keyboard("t");
    expect(await screen.findByRole("grid", { name: "November 2026" })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Previous month" }));
    expect(await screen.findByRole("grid", { name: "October 2026" })).toBeTruthy();
  });

  test("is read again when the plan changes", async () => {
    await month();
    const before = desk.asked.filter((one) => one.command === "month").length;
    const own = store.week!.occurrences.find((o) => o.block !== null)!;
    await store.apply({ op: "delete", blocks: [own.block!] });
    await waitFor(() =>
      expect(desk.asked.filter((one) => one.command === "month").length).toBe(before + 1),
    );
  });

  test("and axe has nothing to say", async () => {
    await month();
    expect(await flaws()).toEqual([]);
  });
});

describe("the agenda", () => {
  async function agenda() {
    const user = await openWindow();
    await user.click(await screen.findByRole("radio", { name: "Agenda" }));
    await screen.findByRole("region", { name: "Agenda" });
    await screen.findByRole("group", { name: /^Thursday November 19/ });
    return user;
  }

  test("lists the days with what stands on them, in order", async () => {
    await agenda();
    const thursday = screen.getByRole("group", { name: /^Thursday November 19/ });
    const rows = within(thursday).getAllByRole("button", { pressed: false });
    const names = rows.map((row) => row.getAttribute("aria-label"));
    expect(names[0]).toMatch(/^Stand-up, Thursday/);
    expect(names[1]).toMatch(/^Incident review, Thursday/);
    expect(screen.getByRole("heading", { level: 2, name: /^Week 47/ })).toBeTruthy();
  });

  test("goes on without an end, by keys and by its buttons", async () => {
    const user = await agenda();
    const { until } = store.range;
    await user.click(screen.getByRole("button", { name: "A week later" }));
    await waitFor(() => expect(store.range.until > until).toBe(true));
    await user.click(screen.getByRole("button", { name: "A week earlier" }));
    await waitFor(() => expect(store.range.from).toBe("2026-11-09"));
    expect(screen.getAllByText("Nothing in this week.").length).toBeGreaterThan(0);
  });

  test("is walked with the arrows; the panel shows the row, Enter edits it", async () => {
    const user = await agenda();
    const stop = document.querySelector<HTMLElement>("[data-row][tabindex='0']")!;
    stop.focus();
    await user.keyboard("{ArrowDown}");
    await waitFor(() => expect(focused()).not.toBe(stop.getAttribute("aria-label")));
    const key = (document.activeElement as HTMLElement).dataset["key"];
    expect(store.selection).toEqual([key]);
    const wishes = store.panelFocus;
    await user.keyboard("{Enter}");
    expect(store.panelFocus).toBe(wishes + 1);
  });

  test("a day leads to the day alone", async () => {
    const user = await agenda();
    await user.click(screen.getByRole("button", { name: "Friday November 20" }));
    await waitFor(() => expect(store.range.from).toBe("2026-11-20"));
    expect(view.look).toBe("days");
  });

  test("and axe has nothing to say", async () => {
    await agenda();
    expect(await flaws()).toEqual([]);
  });
});

describe("printing", () => {
  test("puts the whole week on a sheet and asks for a printer, whatever is shown", async () => {
    const user = await openWindow();
    await user.click(await screen.findByRole("radio", { name: "Day" }));
    await waitFor(() => expect(store.range).toEqual(DAY));
    await user.keyboard("{Control>}p{/Control}");
    await waitFor(() => expect(desk.asked.some((one) => one.command === "print")).toBe(true));
    expect(view.printed?.range).toEqual(WEEK);
    const sheet = document.querySelector(".sheet")!;
    expect(sheet.querySelector("h1")?.textContent).toContain("2026");
    expect(sheet.querySelectorAll(".day")).toHaveLength(7);
    const titles = [...sheet.querySelectorAll(".box .title")].map((one) => one.textContent);
    expect(titles).toContain("Ingest design");
    // On black and white paper the letter tells what the colour does on screen.
    const box = [...sheet.querySelectorAll(".box")].find((one) =>
      one.textContent?.includes("Ingest design"),
    );
    expect(box?.querySelector(".mark")?.textContent).toBe("T");
    expect(sheet.querySelector("header")?.textContent).toContain("Technical");
  });

  test("says so when there is nothing to print with", async () => {
    const user = await openWindow();
    const fault = { code: "refused", message: "No printer.", hint: "Add one.", field: null };
    desk.instead.set("print", () => {
      throw fault;
    });
    await user.keyboard("{Control>}p{/Control}");
    await waitFor(() => expect(store.notice?.text).toBe("No printer."));
  });
});
