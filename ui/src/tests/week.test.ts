// The week screen around the grid: balance, hints, undo, notices.

import { screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { desk } from "../../dev/ipc";
import type { Outcome } from "../messages/Outcome";
import { store } from "../store.svelte";
import { view } from "../view.svelte";
import { openWindow } from "./window";

vi.mock("../ipc", () => import("../../dev/ipc"));

describe("the balance strip", () => {
  test("has a meter for each work category, in the words of the planner", async () => {
    await openWindow();
    const balance = await screen.findByRole("group", { name: "Balance" });
    const meters = within(balance).getAllByRole("meter");
    expect(meters.map((m) => m.getAttribute("aria-label"))).toEqual([
      "Technical",
      "Management",
      "Growth",
    ]);
    const technical = meters[0]!;
    const figure = store.figures!.categories[0]!;
    expect(technical.getAttribute("aria-valuenow")).toBe(String(figure.minutes));
    expect(technical.getAttribute("aria-valuemin")).toBe("0");
    expect(technical.getAttribute("aria-valuemax")).toBe("1200");
    expect(technical.dataset.target).toBe("1200");
    expect(technical.getAttribute("aria-valuetext")).toBe(figure.words);
  });

  test("shows what a drag would make of it, and goes back", async () => {
    await openWindow();
    const technical = await screen.findByRole("meter", { name: "Technical" });
    const before = technical.getAttribute("aria-valuenow");
    const block = store.week!.occurrences.find((o) => o.title === "Ingest design")!;
    store.ask({
      op: "gesture",
      blocks: [block.block!],
      grip: "end",
      others: "stay",
      carry: "move",
      to: "2026-11-18T23:00:00",
    });
    await waitFor(() =>
      expect(Number(technical.getAttribute("aria-valuenow"))).toBe(Number(before) + 360),
    );
    expect(technical.getAttribute("aria-valuemax")).toBe("1200");
    store.forget();
    await waitFor(() => expect(technical.getAttribute("aria-valuenow")).toBe(before));
  });
});

describe("the top line", () => {
  test("names what undo would undo", async () => {
    const user = await openWindow();
    await store.apply({ op: "delete", blocks: [store.week!.occurrences[0]!.block ?? "b1"] });
    const [undo] = await screen.findAllByRole("button", { name: /^Undo delete/ });
    await user.click(undo!);
    expect(desk.asked.some((one) => one.command === "undo")).toBe(true);
  });

  test("leads from week to day and back", async () => {
    const user = await openWindow();
    await user.click(await screen.findByRole("radio", { name: "Day" }));
    await waitFor(() => expect(store.range).toEqual({ from: "2026-11-19", until: "2026-11-20" }));
    await user.click(screen.getByRole("button", { name: "Next day" }));
    await waitFor(() => expect(store.range.from).toBe("2026-11-20"));
    await user.click(screen.getByRole("radio", { name: "Week" }));
    await waitFor(() => expect(store.range).toEqual({ from: "2026-11-16", until: "2026-11-23" }));
  });

  test("hides the weekend through the view", async () => {
    const user = await openWindow();
    await user.click(await screen.findByRole("button", { name: "View" }));
    await user.click(await screen.findByRole("switch", { name: "Weekend" }));
    await waitFor(() => expect(store.settings?.show_weekend).toBe(false));
  });
});

describe("notices", () => {
  beforeEach(() => vi.useRealTimers());

  const offered = async () => {
    const notice = await screen.findByRole("region", { name: "Notice" });
    return within(notice).queryByRole("button", { name: /^Undo/ })?.getAttribute("aria-label");
  };
  const remove = () => {
    const own = store.week!.occurrences.find((o) => o.block !== null)!;
    return store.apply({ op: "delete", blocks: [own.block!] });
  };

  test("offer to undo what they tell, not what was before", async () => {
    await openWindow();
    await remove();
    await waitFor(async () => expect(await offered()).toMatch(/^Undo delete/));
    const { rev, range, undo } = store.week!;
    const nothing: Outcome = {
      rev,
      reload: true,
      seen: range,
      put: [],
      removed: [],
      figures: null,
      undo,
      undoable: false,
      redo: null,
      said: "Nothing new.",
      notice: "Nothing new.",
      spread: null,
      focus: null,
      asks: null,
    };
    desk.instead.set("apply", () => ({ reply: "done", ...nothing }));
    await store.apply({ op: "import", path: "/home/me/work.ics" });
    await screen.findByText("Nothing new.", { selector: "strong" });
    expect(await offered()).toBeUndefined();
    expect(screen.getAllByRole("button", { name: /^Undo delete/ })).toHaveLength(1);
  });

  test("offer nothing any more once somebody else wrote", async () => {
    await openWindow();
    await remove();
    await waitFor(async () => expect(await offered()).toMatch(/^Undo delete/));
    store.week = { ...store.week!, rev: store.week!.rev + 1, undo: "add From the side" };
    await waitFor(async () => expect(await offered()).toBeUndefined());
  });

  test("good ones go by themselves, bad ones stay until they are put away", async () => {
    const user = await openWindow();
    vi.useFakeTimers();
    store.tell("Exported 26 events.", "/tmp/week.ics");
    await vi.advanceTimersByTimeAsync(100);
    expect(screen.queryByRole("region", { name: "Notice" })).not.toBeNull();
    await vi.advanceTimersByTimeAsync(9000);
    expect(store.notice).toBeNull();
    store.complain({ code: "disk", message: "The disk is full.", hint: "", field: null });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(store.notice?.text).toBe("The disk is full.");
    vi.useRealTimers();
    await user.click(screen.getByRole("button", { name: "Put away" }));
    expect(store.notice).toBeNull();
  });
});

test("the shell's keys lead to the screens and the list of keys", async () => {
  const user = await openWindow();
  await user.keyboard("{Control>}6{/Control}");
  expect((await screen.findByRole("main")).querySelector("h1")?.textContent).toBe("Settings");
  expect(screen.getByRole("button", { name: "Settings" }).getAttribute("aria-current")).toBe(
    "page",
  );
  await user.keyboard("?");
  expect(await screen.findByRole("dialog", { name: "All keys" })).toBeTruthy();
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog", { name: "All keys" })).toBeNull());
});

test("an export holds one's own work, and more only where it was asked for", async () => {
  const user = await openWindow();
  await user.click(await screen.findByRole("button", { name: "Export" }));
  await user.click(await screen.findByRole("button", { name: "Choose where…" }));
  await waitFor(() => expect(store.notice?.text).toBe("Exported 26 events."));
  const choices = () =>
    desk.asked.filter((one) => one.command === "export_calendar").map((one) => one.args["choice"]);
  const week = { from: "2026-11-16", until: "2026-11-23" };
  expect(choices()).toEqual([{ ...week, personal: false, imported: false }]);
  // Which days the week is, the planner says.
  store.week = { ...store.week!, figures: { ...store.week!.figures, week: "2026-11-14" } };
  await user.click(screen.getByRole("button", { name: "Export" }));
  await user.click(await screen.findByRole("switch", { name: "Personal blocks" }));
  await user.click(screen.getByRole("button", { name: "Choose where…" }));
  await waitFor(() => expect(choices()).toHaveLength(2));
  const other = { from: "2026-11-14", until: "2026-11-21" };
  expect(choices()[1]).toEqual({ ...other, personal: true, imported: false });
});

test("a file carried past the window leaves no sign behind", async () => {
  const user = await openWindow();
  view.hovered = true;
  await screen.findByText("Drop a calendar file to import it");
  await user.pointer({ target: document.body });
  await waitFor(() => expect(screen.queryByText("Drop a calendar file to import it")).toBeNull());
});
