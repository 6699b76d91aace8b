// The palette: finds actions, does them, and gives the focus back.

import { screen, waitFor, within } from "@testing-library/svelte";
import axe from "axe-core";
import { describe, expect, test, vi } from "vitest";
import { ACTIONS } from "../actions";
import type { Backlog } from "../messages/Backlog";
import { desk } from "../../dev/ipc";
import { store } from "../store.svelte";
import { view } from "../view.svelte";
import { openWindow } from "./window";

vi.mock("../ipc", () => import("../../dev/ipc"));

async function openPalette(keys = "{Control>}k{/Control}") {
  const user = await openWindow();
  await screen.findByRole("group", { name: "Balance" });
  await user.keyboard(keys);
  const field = await screen.findByRole("combobox");
  return { user, field };
}
const options = () => screen.queryAllByRole("option").map((one) => one.textContent?.trim());

describe("the palette", () => {
  test("lists every action that would do anything now, by group", async () => {
    await openPalette();
    const groups = screen.getAllByRole("group").map((one) => one.getAttribute("aria-labelledby"));
    expect(groups.filter(Boolean).length).toBeGreaterThanOrEqual(4);
    const ready = ACTIONS.filter((a) => a.id !== "palette" && (a.ready?.() ?? true));
    expect(options()).toHaveLength(ready.length);
    expect(options().some((one) => one?.startsWith("Undo"))).toBe(false);
  });

  test("names what undo would undo, and undoes it", async () => {
    const user = await openWindow();
    const own = store.week!.occurrences.find((o) => o.title === "Ingest design")!;
    await store.apply({ op: "delete", blocks: [own.block!] });
    await user.keyboard("{Control>}k{/Control}undo");
    expect(options()[0]).toContain("Undo delete");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(desk.asked.some((one) => one.command === "undo")).toBe(true));
  });

  test("walks the list with the arrows while the focus stays in the field", async () => {
    const { user, field } = await openPalette();
    const active = () =>
      document.getElementById(field.getAttribute("aria-activedescendant") ?? "")?.textContent;
    const first = active();
    await user.keyboard("{ArrowDown}");
    expect(active()).not.toBe(first);
    await user.keyboard("{ArrowUp}{ArrowUp}");
    expect(active()?.trim()).toBe(options().at(-1));
    expect(document.activeElement).toBe(field);
    await user.tab();
    expect(document.activeElement).toBe(field);
  });

  test("finds a part of the settings by a word that is not in its name, and leads there", async () => {
    const { user } = await openPalette();
    await user.keyboard("restore");
    expect(options()[0]).toBe("Settings: Backups and safety");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(document.activeElement?.id).toBe("backups"));
    expect(screen.queryByRole("dialog", { name: "Find" })).toBeNull();
  });

  test("gives the focus back where it was", async () => {
    const user = await openWindow();
    const export_ = await screen.findByRole("button", { name: "Export" });
    export_.focus();
    await user.keyboard("{Control>}k{/Control}");
    await screen.findByRole("combobox");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(document.activeElement).toBe(export_));
    expect(view.palette).toBeNull();
  });

  test("finds blocks and events with their day, and leads to them", async () => {
    const { user } = await openPalette("/");
    await user.keyboard("incident");
    const found = await screen.findByRole("option", { name: /Incident review/ });
    expect(found.textContent).toContain("Thu Nov 19");
    await user.keyboard("{Enter}");
    const key = store.week!.occurrences.find((o) => o.title === "Incident review")!.key;
    await waitFor(() => expect(store.selection).toEqual([key]));
    await waitFor(() => expect((document.activeElement as HTMLElement).dataset["key"]).toBe(key));
  });

  test("waits for the answer to what was typed last before it does anything", async () => {
    const { user } = await openPalette("/");
    let answer: (found: unknown) => void = () => {};
    desk.instead.set("search", () => new Promise((done) => (answer = done)));
    await user.keyboard("stand{Enter}");
    expect(view.palette).toBe("search");
    desk.instead.delete("search");
    answer({ typed: "s", place: null, hits: [], more: false });
    await waitFor(() => expect(view.palette).toBeNull());
    const key = store.week!.occurrences.find((o) => o.title === "Stand-up")!.key;
    await waitFor(() => expect(store.selection).toEqual([key]));
    const asked = desk.asked.filter((one) => one.command === "search");
    expect(asked.map((one) => one.args["typed"])).toEqual(["s", "stand"]);
  });

  test("leads to a day, a week or a month by its name", async () => {
    const { user } = await openPalette();
    await user.keyboard("3 Dec");
    await screen.findByRole("option", { name: /Thursday December 3/ });
    await user.keyboard("{Enter}");
    await waitFor(() => expect(store.range.from).toBe("2026-12-03"));
    await user.keyboard("{Control>}k{/Control}next week");
    await screen.findByRole("option", { name: /Week 48/ });
    await user.keyboard("{Enter}");
    await waitFor(() => expect(store.range).toEqual({ from: "2026-11-23", until: "2026-11-30" }));
    await user.keyboard("{Control>}k{/Control}december");
    await screen.findByRole("option", { name: /December 2026/ });
    await user.keyboard("{Enter}");
    expect(await screen.findByRole("grid", { name: "December 2026" })).toBeTruthy();
  });

  test("leads to the settings for a calendar", async () => {
    const { user } = await openPalette("/");
    await user.keyboard("work");
    await user.click(await screen.findByRole("option", { name: /Calendar · work.ics/ }));
    await waitFor(() => expect(document.activeElement?.id).toBe("calendars"));
  });

  test("leads to a task in the backlog, a finished one too, to the templates and to the log", async () => {
    const { user } = await openPalette("/");
    const listed = (kind: string, key: string, title: string) => ({
      ...{ kind, key, title, category: null, start: null, end: null, all_day: false },
      ...{ away_words: "", repeats: "", about: "" },
    });
    const tasks = desk.planner.answer("backlog", {}) as Backlog;
    const finished = tasks.finished[0]!;
    const hits = [
      listed("task", String(finished.task), finished.title),
      listed("template", "1", "Ideal week"),
      listed("decline", "1", "Steering round"),
    ];
    desk.instead.set("search", async () => ({ typed: "s", place: null, hits, more: false }));
    const lead = async (title: RegExp) => {
      await user.keyboard("s");
      await user.click(await screen.findByRole("option", { name: title }));
    };
    await lead(/Backlog/);
    await waitFor(() =>
      expect((document.activeElement as HTMLElement).dataset["task"]).toBe(String(finished.task)),
    );
    await user.keyboard("/");
    await lead(/Ideal week.*Template/);
    await waitFor(() => expect(view.templates).toBe("open"));
    view.templates = null;
    view.palette = "search";
    await screen.findByRole("combobox");
    await lead(/Declined/);
    await waitFor(() => expect(document.activeElement?.id).toBe("declines"));
    desk.instead.delete("search");
  });

  test("closes on a press beside it and says so when nothing fits", async () => {
    const { user } = await openPalette();
    await user.keyboard("qqqq");
    await waitFor(() => expect(screen.getAllByText("Nothing fits that.").length).toBe(2));
    await user.click(document.querySelector(".ground")!);
    await waitFor(() => expect(screen.queryByRole("combobox")).toBeNull());
  });

  test("opens from the rail, and axe has nothing to say", async () => {
    const user = await openWindow();
    await user.click(await screen.findByRole("button", { name: "Find" }));
    const dialog = await screen.findByRole("dialog", { name: "Find" });
    await user.click(within(dialog).getByRole("option", { name: /Dark look/ }));
    await waitFor(() => expect(store.settings?.theme).toBe("dark"));
    await user.keyboard("{Control>}k{/Control}");
    await screen.findByRole("combobox");
    const { violations } = await axe.run(document.body, {
      rules: { "color-contrast": { enabled: false } },
    });
    expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join()}`)).toEqual([]);
  });
});
