// What really happened, around the grid: the timer in the top line and in the panel, the layers, the
// editor of an entry, the palette.

import { screen, waitFor, within } from "@testing-library/svelte";
import axe from "axe-core";
import { describe, expect, test, vi } from "vitest";
import { desk } from "../../dev/ipc";
import { entryKey } from "../grid/entries";
import { focus } from "../focus/focus.svelte";
import { store } from "../store.svelte";
import { timer } from "../timer/timer.svelte";
import { view } from "../view.svelte";
import { openWindow, select } from "./window";

vi.mock("../ipc", () => import("../../dev/ipc"));

async function flaws() {
  const { violations } = await axe.run(document.body, {
    rules: { "color-contrast": { enabled: false } },
  });
  return violations
    .map((v) => `${v.id}: ${v.nodes.map((node) => node.html).join("\n")}`)
    .join("\n");
}

async function open(state = "happened") {
  timer.open = false;
  return openWindow(state);
}

describe("the timer", () => {
  test("starts for what is selected and stops, by one key", async () => {
    const user = await open();
    const block = select("Budget draft");
    await user.keyboard("s");
    expect(await screen.findByRole("button", { name: "Timer: Budget draft" })).toBeTruthy();
    const counted = document.querySelector<HTMLElement>("[data-elapsed]");
    expect(counted?.dataset["elapsed"]).toMatch(/^0:00:\d\d$/);
    await user.keyboard("s");
    await waitFor(() => expect(store.week?.running).toBeNull());
    expect(desk.ops()).toEqual([
      { op: "start", of: block.key },
      { op: "stop", at: null },
    ]);
  });

  test("switches to another block in one step", async () => {
    const user = await open();
    select("Budget draft");
    await user.keyboard("s");
    await screen.findByRole("button", { name: "Timer: Budget draft" });
    const other = select("Mentor call");
    await user.keyboard("s");
    await screen.findByRole("button", { name: "Timer: Mentor call" });
    expect(desk.ops().at(-1)).toEqual({ op: "start", of: other.key });
  });

  test("asks what it is for where nothing is selected", async () => {
    const user = await open();
    store.select();
    await user.keyboard("s");
    const sheet = await screen.findByRole("dialog", { name: "Start the timer" });
    expect(await flaws()).toBe("");
    await user.type(within(sheet).getByRole("textbox"), "Architecture notes{Enter}");
    await screen.findByRole("button", { name: "Timer: Architecture notes" });
    expect(desk.ops()).toEqual([{ op: "start", title: "Architecture notes" }]);
  });

  test("notes what came up, corrects its beginning, and is held", async () => {
    const user = await open();
    await store.apply({ op: "start", title: "Notes" });
    await user.click(await screen.findByRole("button", { name: "Timer: Notes" }));
    await user.type(await screen.findByRole("textbox", { name: "What came up?" }), "call{Enter}");
    const list = await screen.findByRole("list", { name: "What came up" });
    expect(list.textContent).toContain("call");
    const field = screen.getByRole<HTMLInputElement>("textbox", { name: "What came up?" });
    expect([document.activeElement, field.value]).toEqual([field, ""]);
    await user.keyboard("call");
    await store.apply({ op: "interrupt", word: "call" });
    await waitFor(() => expect(list.children).toHaveLength(2));
    expect(field.value).toBe("call");
    await user.clear(field);
    const began = screen.getByRole("textbox", { name: "Began at" });
    await user.clear(began);
    await user.type(began, "11:30{Enter}");
    await waitFor(() => expect(store.week?.running?.start).toBe("2026-11-19T11:30:00"));
    expect(await flaws()).toBe("");
    await user.click(screen.getByRole("button", { name: "Pause" }));
    const pill = await screen.findByRole("button", { name: "Paused: Notes" });
    // It does not look like one that counts.
    expect(pill.textContent).toContain("Paused");
    expect(pill.querySelector("[data-elapsed]")).toBeNull();
    expect(pill.title).toContain("Paused: Notes");
    const focused = screen.getByRole("button", { name: "Focus" });
    expect(focused.title).toBe("Begin a focus session for this (F)");
    await store.apply({ op: "start", title: "Notes", focus: { kind: "open" } });
    await waitFor(() => expect(focused.title).toBe("Back to the view of the session (F)"));
  });

  test("is left alone by letters where they are no commands", async () => {
    const user = await open();
    select("Budget draft");
    store.week = { ...store.week!, settings: { ...store.week!.settings, letter_keys: false } };
    await user.keyboard("sy");
    expect(desk.ops()).toEqual([]);
  });
});

test("what is selected happened as planned, by one key", async () => {
  const user = await open();
  const block = select("Incident review");
  await user.keyboard("y");
  await waitFor(() => expect(desk.ops()).toHaveLength(1));
  expect(desk.ops()).toEqual([{ op: "as_planned", which: "these", keys: [block.key] }]);
  const made = store.week!.entries.find((entry) => entry.of === block.key);
  expect(made?.source).toBe("confirmed");
});

test("the rest of the day, and the whole of it, happened as planned by one key each", async () => {
  const user = await open();
  const { start } = select("Incident review");
  const day = start.slice(0, 10);
  await user.keyboard("{Shift>}Y{/Shift}");
  await waitFor(() => expect(desk.ops()).toHaveLength(1));
  await user.keyboard("{Control>}{Shift>}Y{/Shift}{/Control}");
  await waitFor(() => expect(desk.ops()).toHaveLength(2));
  expect(desk.ops()).toEqual([
    { op: "as_planned", which: "rest_of_day", day },
    { op: "as_planned", which: "day", day },
  ]);
  await user.keyboard("?");
  const keys = await screen.findByRole("dialog", { name: "All keys" });
  expect(within(keys).getByText("Shift+Y")).toBeTruthy();
  expect(within(keys).getByText("Ctrl+Shift+Y")).toBeTruthy();
});

describe("letters", () => {
  test("are no commands in a card over the week, nor on another screen", async () => {
    const user = await open();
    select("Budget draft");
    await user.keyboard("d");
    const sheet = await screen.findByRole("dialog", { name: "Close the day" });
    await user.click(await within(sheet).findByRole("radio", { name: "Good" }));
    await user.keyboard("syfl{Shift>}Y{/Shift}");
    expect(sheet.contains(document.activeElement)).toBe(true);
    await user.keyboard("{Escape}{Control>}6{/Control}");
    await screen.findByRole("heading", { name: "Settings" });
    await user.keyboard("sydfq");
    expect(desk.ops()).toEqual([]);
    expect([view.screen, view.closing, view.adding, view.tab]).toEqual([
      "settings",
      null,
      false,
      "block",
    ]);
    expect(focus.starting).toBeNull();
    await user.keyboard("?");
    await screen.findByRole("dialog", { name: "All keys" });
  });

  test("that are held down are one wish; undo goes on", async () => {
    const user = await open();
    select("Budget draft");
    await user.keyboard("{s>3/}");
    await screen.findByRole("button", { name: "Timer: Budget draft" });
    expect(desk.ops()).toHaveLength(1);
    const undone = vi.spyOn(store, "undo").mockResolvedValue(null);
    await user.keyboard("{Control>}{z>3/}{/Control}");
    expect(undone).toHaveBeenCalledTimes(3);
    undone.mockRestore();
  });
});

describe("an entry in the panel", () => {
  const first = () => store.week!.entries.find((e) => e.title === "Incident: replica lag")!;

  test("is corrected field by field, and what is refused stays with its reason", async () => {
    const user = await open();
    store.open(entryKey(first().id));
    const title = await screen.findByRole("textbox", { name: "Title" });
    await waitFor(() => expect(document.activeElement).toBe(title));
    await user.clear(title);
    await user.type(title, "Incident: lag{Enter}");
    await waitFor(() =>
      expect(store.week!.entries.some((entry) => entry.title === "Incident: lag")).toBe(true),
    );
    const end = screen.getByRole("textbox", { name: "To" });
    await user.clear(end);
    await user.type(end, "11:05{Enter}");
    await screen.findAllByText(/It would end before it begins/);
    expect(end.getAttribute("aria-invalid")).toBe("true");
    expect(await flaws()).toBe("");
  });

  test("says what it is time for, and goes on being recorded", async () => {
    const user = await open();
    store.open(entryKey(first().id));
    await user.selectOptions(
      await screen.findByRole("combobox", { name: "Time for" }),
      screen.getByRole("option", { name: /^Storage engine/ }),
    );
    await waitFor(() => expect(desk.ops()).toHaveLength(1));
    expect(desk.ops()[0]).toMatchObject({ op: "edit_entry", patch: { of: expect.any(String) } });
    await user.click(screen.getByRole("button", { name: "Go on" }));
    // It is time for that block from now on, so that is what goes on.
    await screen.findByRole("button", { name: "Timer: Storage engine" });
  });

  test("is split and deleted", async () => {
    const user = await open();
    const { id } = first();
    store.open(entryKey(id));
    await user.click(await screen.findByRole("button", { name: "Split" }));
    await user.click(screen.getByRole("button", { name: "Delete" }));
    await waitFor(() => expect(desk.ops()).toHaveLength(2));
    expect(desk.ops()).toEqual([
      { op: "split_entry", entry: id, at: "2026-11-17T11:42:00" },
      { op: "remove_entries", entries: [id] },
    ]);
  });
});

test("the layers are chosen beside the view, and kept with the settings", async () => {
  const user = await open();
  await user.click(await screen.findByRole("button", { name: "Layers" }));
  await user.click(await screen.findByRole("radio", { name: "Side by side" }));
  await waitFor(() => expect(store.settings?.layers.beside).toBe(true));
  await user.click(screen.getByRole("switch", { name: /^Planned/ }));
  await waitFor(() => expect(store.settings?.layers.live).toBe(false));
  expect(screen.queryByRole("button", { name: /^Budget draft, Thu/ })).toBeNull();
  expect(screen.getAllByRole("button", { name: /, actual, / }).length).toBeGreaterThan(3);
  expect(await flaws()).toBe("");
});

test("the last layer cannot be put out: nothing at all is the plan", async () => {
  const user = await open();
  await user.click(await screen.findByRole("button", { name: "Layers" }));
  await user.click(await screen.findByRole("switch", { name: /^Actual/ }));
  await waitFor(() => expect(store.settings?.layers.actual).toBe(false));
  await user.click(screen.getByRole("switch", { name: /^Planned/ }));
  await waitFor(() => expect(store.settings?.layers.live).toBe(false));
  expect(screen.getByRole("button", { name: /^Budget draft, Thu/ })).toBeTruthy();
});
