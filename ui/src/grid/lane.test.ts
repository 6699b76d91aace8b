// The lane of what happened as a person meets it: on a made-up planner behind a mocked ipc, with
// pointer and keys.

import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as ipc from "../ipc";
import type { Figures } from "../messages/Figures";
import type { Op } from "../messages/Op";
import type { Week } from "../messages/Week";
import { store } from "../store.svelte";
import { done, entry, live, runs, week } from "./fixtures";
import Grid from "./Grid.svelte";

vi.mock("../ipc");

/** The day columns stand from x = 0 to 700, from y = 0 to 600; the hours from 8 to 20. */
const field = { left: 0, top: 0, width: 700, height: 600 };
const at = (day: number, hour: number) => ({
  pointerId: 1,
  button: 0,
  buttons: 1,
  clientX: (day + 0.5) * 100,
  clientY: (hour - 8) * 50,
});
const applied = () => vi.mocked(ipc.apply).mock.calls.map(([op]) => op);
const frame = () => new Promise((done) => setTimeout(done, 40));
const mark = (name: string) => screen.getByRole("button", { name: new RegExp(`^${name}, actual`) });
const lane = (date: string) => document.querySelector(`[data-date="${date}"] [data-lane]`)!;
const focused = () => document.activeElement?.getAttribute("aria-label") ?? "";

let now: Week;

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockImplementation(
    () => ({ ...field, right: 700, bottom: 600, x: 0, y: 0 }) as DOMRect,
  );
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  Object.assign(HTMLElement.prototype, {
    setPointerCapture: () => {},
    releasePointerCapture: () => {},
    hasPointerCapture: () => false,
  });
  now = week(
    [live("Ingest", "Wed 10:00-12:00", { key: "b7" }), live("Budget", "Thu 16:00-17:00")],
    {
      entries: [
        entry("Ingest", "Wed 10:05-11:40", { id: 1, of: "b7" }),
        entry("Call", "Wed 13:00-13:30", { id: 2, category: "management", source: "hand" }),
      ],
      now: "2026-11-19T12:17:00",
    },
  );
  let rev = 1;
  vi.mocked(ipc.apply).mockImplementation(async (op: Op) => ({
    ...done({ op: "stop", at: null }, ++rev),
    reload: true,
    said: op.op,
  }));
  vi.mocked(ipc.week).mockImplementation(async () => ({ ...now, rev }));
  store.week = now;
  store.select();
});

afterEach(() => {
  cleanup();
  store.forget();
  store.refusal = null;
  store.notice = null;
  vi.clearAllMocks();
});

/** Shows these layers alone; what was committed is one block that was moved since. */
function showing(...names: ("committed" | "live" | "actual")[]) {
  const none = { committed: false, live: false, actual: false, beside: false };
  const layers = Object.assign(none, ...names.map((name) => ({ [name]: true })));
  const outline = {
    key: "b7",
    title: "Ingest",
    category: "technical",
    start: "2026-11-18T10:00:00",
    end: "2026-11-18T12:00:00",
    changed: "moved",
    words: "moved to Thursday 14:00",
  };
  const commitment = { outlines: [outline] } as unknown as Figures["commitment"];
  now = {
    ...now,
    settings: { ...now.settings, layers },
    figures: { ...now.figures, commitment },
  };
  store.week = now;
}

/** Into the lane, to Wednesday's first entry. */
async function toEntry() {
  const user = userEvent.setup();
  render(Grid);
  mark("Ingest").focus();
  await waitFor(() => expect(focused()).toMatch(/^Ingest, actual/));
  return user;
}

describe("what the page says", () => {
  test("an entry names itself, its layer, time, kind and how it is known", () => {
    render(Grid);
    expect(mark("Ingest").dataset).toMatchObject({
      layer: "actual",
      start: "2026-11-18T10:05",
      end: "2026-11-18T11:40",
      source: "timer",
    });
    expect(mark("Ingest").getAttribute("aria-label")).toMatch(/, technical, by timer$/);
    expect(mark("Call").getAttribute("aria-label")).toMatch(/, management, by hand$/);
  });
  test("nothing takes room for what happened where nothing has", () => {
    store.week = { ...now, entries: [] };
    render(Grid);
    expect(document.querySelector("[data-lane]")).toBeNull();
  });
  test("what runs is drawn up to now, and its block is marked", () => {
    store.week = { ...now, running: runs("Ingest", "2026-11-19T11:00:00", "b7") };
    render(Grid);
    expect(lane("2026-11-19").querySelector("[data-running]")).not.toBeNull();
    expect(lane("2026-11-18").querySelector("[data-running]")).toBeNull();
    const block = screen.getByRole("button", { name: /^Ingest, Wed/ });
    expect(block.getAttribute("aria-description")).toBe("timer is running");
  });
  test("layers that are not wanted are not there", () => {
    const layers = { committed: false, live: false, actual: true, beside: false };
    store.week = { ...now, settings: { ...now.settings, layers } };
    render(Grid);
    expect(screen.queryByRole("button", { name: /^Budget/ })).toBeNull();
    expect(mark("Call")).toBeTruthy();
  });
  test("what was committed is a list of its own where the plan is not shown", async () => {
    showing("committed");
    render(Grid);
    const list = screen.getByRole("list", { name: "Committed plan" });
    expect(within(list).getAllByRole("listitem")[0]?.getAttribute("aria-label")).toMatch(
      /^Ingest, Wednesday 10:00.* to 12:00.*, technical, committed, moved to Thursday 14:00$/,
    );
    const { violations } = await axe.run(document.body, {
      rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map((v) => `${v.id} ${v.nodes[0]?.html}`)).toEqual([]);
    cleanup();
    showing("committed", "live");
    render(Grid);
    expect(screen.queryByRole("list", { name: "Committed plan" })).toBeNull();
  });
  test("axe finds nothing", async () => {
    await toEntry();
    const { violations } = await axe.run(document.body, {
      rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map((v) => `${v.id} ${v.nodes[0]?.html}`)).toEqual([]);
  });
});

describe("by key", () => {
  test("G goes into the lane and back, and arrows walk it", async () => {
    const user = await toEntry();
    await user.keyboard("g");
    await waitFor(() => expect(focused()).toMatch(/^Ingest, Wed/));
    await user.keyboard("g");
    await waitFor(() => expect(focused()).toMatch(/^Ingest, actual/));
    await user.keyboard("{ArrowDown}");
    await waitFor(() => expect(focused()).toMatch(/empty, what happened$/));
    await user.keyboard("{Escape}");
    await waitFor(() => expect(focused()).not.toMatch(/what happened|actual/));
  });
  test("an entry is moved and resized, each by one write", async () => {
    const user = await toEntry();
    await user.keyboard("{Shift>}{ArrowDown}{/Shift}{Enter}");
    await user.keyboard("{Control>}{ArrowDown}{/Control}{Enter}");
    await waitFor(() => expect(applied()).toHaveLength(2));
    expect(applied()).toEqual([
      {
        op: "edit_entry",
        entry: 1,
        patch: { start: "2026-11-18T10:15:00", end: "2026-11-18T11:50:00" },
      },
      { op: "edit_entry", entry: 1, patch: { end: "2026-11-18T11:45:00" } },
    ]);
    expect(vi.mocked(ipc.preview)).not.toHaveBeenCalled();
  });
  test("Escape drops a move", async () => {
    const user = await toEntry();
    await user.keyboard("{Shift>}{ArrowRight}{/Shift}{Escape}");
    expect(applied()).toEqual([]);
    expect(store.said).toMatch(/^Dropped/);
  });
  test("digits give it a kind, Delete takes it away, Enter opens it", async () => {
    const user = await toEntry();
    await user.keyboard("3");
    await waitFor(() => expect(applied()).toHaveLength(1));
    const before = store.panelFocus;
    await user.keyboard("{Enter}");
    expect(store.panelFocus).toBe(before + 1);
    await user.keyboard("{Delete}");
    await waitFor(() => expect(applied()).toHaveLength(2));
    expect(applied()).toEqual([
      { op: "edit_entry", entry: 1, patch: { category: "growth" } },
      { op: "remove_entries", entries: [1] },
    ]);
  });
  test.each(["b", "x", "{Control>}c{/Control}", "{Control>}x{/Control}", "{Control>}d{/Control}"])(
    "what only blocks can do is not done to entries, and said: %s",
    async (keys) => {
      const user = await toEntry();
      await user.keyboard(keys);
      expect(applied()).toEqual([]);
      expect(store.notice?.text).toBe("Not for entries.");
      expect(store.said).toBe("Not for entries.");
    },
  );
  test("a block that was copied is not pasted into what happened", async () => {
    const user = await toEntry();
    screen.getByRole("button", { name: /^Ingest, Wed/ }).focus();
    await user.keyboard("{Control>}c{/Control}");
    expect(store.said).toBe("Block copied.");
    mark("Call").focus();
    await user.keyboard("{Control>}v{/Control}");
    expect(store.notice?.text).toBe("Not for entries.");
    expect(applied()).toEqual([]);
  });
  test("what is gathered is left alone by keys for the entry beside it", async () => {
    const user = await toEntry();
    await user.keyboard("{Control>} {/Control}");
    mark("Call").focus();
    await user.keyboard("2");
    await waitFor(() => expect(applied()).toHaveLength(1));
    await user.keyboard("{Delete}");
    await waitFor(() => expect(applied()).toHaveLength(2));
    expect(applied()).toEqual([
      { op: "edit_entry", entry: 2, patch: { category: "management" } },
      { op: "remove_entries", entries: [2] },
    ]);
    expect(store.selection).toEqual(["a1"]);
  });
  test("an entry that was gathered outlives Delete on a block", async () => {
    const user = await toEntry();
    await user.keyboard("{Control>} {/Control}");
    screen.getByRole("button", { name: /^Budget, Thu/ }).focus();
    await user.keyboard("{Delete}");
    await waitFor(() => expect(applied()).toHaveLength(1));
    expect(applied()).toEqual([{ op: "delete", blocks: [now.occurrences[1]!.block] }]);
  });
  test("of a mixed selection the lane counts in which the cursor is", async () => {
    const user = await toEntry();
    await user.keyboard("{Control>} {/Control}");
    screen.getByRole("button", { name: /^Budget, Thu/ }).focus();
    await user.keyboard("{Control>} {/Control}");
    expect(store.selection).toHaveLength(2);
    await user.keyboard("3");
    await waitFor(() => expect(applied()).toHaveLength(1));
    mark("Ingest").focus();
    await user.keyboard("{Delete}");
    await waitFor(() => expect(applied()).toHaveLength(2));
    expect(applied()).toEqual([
      { op: "set_category", blocks: [now.occurrences[1]!.block], category: "growth" },
      { op: "remove_entries", entries: [1] },
    ]);
  });
});

describe("without the plan", () => {
  test("the cursor is in the lane of what happened, and a new one there is an entry", async () => {
    showing("committed", "actual");
    const user = await toEntry();
    await user.keyboard("g");
    expect(store.notice?.text).toBe("The plan is not shown.");
    expect(focused()).toMatch(/^Ingest, actual/);
    screen.getByRole("button", { name: /^Call, actual/ }).focus();
    await user.keyboard("{ArrowDown}n");
    await user.type(screen.getByRole("textbox", { name: /^Title/ }), "Notes{Enter}");
    await waitFor(() => expect(applied()).toHaveLength(1));
    expect(applied()[0]).toMatchObject({ op: "add_entry", title: "Notes" });
  });
  test.each(["n", "{Enter}", "{Shift>}{ArrowDown}{/Shift}{Enter}"])(
    "nothing is written that would not be seen: %s",
    async (keys) => {
      const user = userEvent.setup();
      showing("committed");
      vi.mocked(ipc.preview).mockReturnValue(new Promise(() => {}));
      render(Grid);
      await waitFor(() => expect(focused()).toMatch(/empty$/));
      await user.keyboard(keys);
      expect(store.notice?.text).toBe("The plan is not shown.");
      expect(screen.queryByRole("textbox")).toBeNull();
      expect(applied()).toEqual([]);
    },
  );
});

describe("by pointer", () => {
  const move = (day: number, hour: number) =>
    fireEvent.pointerMove(document.querySelector("[data-date]")!, at(day, hour)).then(frame);
  const up = (day: number, hour: number) =>
    fireEvent.pointerUp(document.querySelector("[data-date]")!, at(day, hour)).then(frame);

  test("an entry is dragged to another time, and never copied or sent to the backlog", async () => {
    render(Grid);
    await fireEvent.pointerDown(mark("Ingest"), { ...at(2, 10.5), ctrlKey: true });
    await move(2, 8.75);
    expect(document.querySelector("[data-preview=hand]")).not.toBeNull();
    await up(2, 8.75);
    expect(applied()).toEqual([
      {
        op: "edit_entry",
        entry: 1,
        patch: { start: "2026-11-18T08:15:00", end: "2026-11-18T09:50:00" },
      },
    ]);
  });
  test("its end follows the hand once the lane is worked in", async () => {
    await toEntry();
    const grip = mark("Ingest").querySelector("[data-grip=end]")!;
    await fireEvent.pointerDown(grip, at(2, 11 + 40 / 60));
    await move(2, 11.25);
    await up(2, 11.25);
    expect(applied()).toEqual([
      { op: "edit_entry", entry: 1, patch: { end: "2026-11-18T11:15:00" } },
    ]);
  });
  test("an empty stretch of the lane becomes time for what was planned there", async () => {
    await toEntry();
    await fireEvent.pointerDown(lane("2026-11-18"), at(2, 11.75));
    await move(2, 12);
    await up(2, 12);
    expect(applied()).toEqual([
      {
        op: "add_entry",
        of: "b7",
        title: "",
        category: null,
        start: "2026-11-18T11:45:00",
        end: "2026-11-18T12:00:00",
      },
    ]);
  });
  test("where nothing was planned it asks what it was, and writes it with its title", async () => {
    const user = await toEntry();
    await fireEvent.pointerDown(lane("2026-11-18"), at(2, 15));
    await move(2, 16);
    await up(2, 16);
    expect(applied()).toEqual([]);
    await user.type(screen.getByRole("textbox", { name: /^Title/ }), "Incident{Enter}");
    await waitFor(() => expect(applied()).toHaveLength(1));
    expect(applied()[0]).toMatchObject({
      op: "add_entry",
      title: "Incident",
      start: "2026-11-18T15:00:00",
      end: "2026-11-18T16:00:00",
    });
  });
  test("without a title nothing is written", async () => {
    const user = await toEntry();
    await fireEvent.pointerDown(lane("2026-11-18"), at(2, 15));
    await move(2, 16);
    await up(2, 16);
    await user.type(screen.getByRole("textbox", { name: /^Title/ }), "Inc{Escape}");
    await waitFor(() => expect(screen.queryByRole("textbox")).toBeNull());
    expect(applied()).toEqual([]);
  });
  test("a click on the lane goes into it", async () => {
    render(Grid);
    await fireEvent.pointerDown(lane("2026-11-18"), at(2, 15));
    await up(2, 15);
    await waitFor(() => expect(focused()).toMatch(/what happened$/));
  });
  test("what Rust refuses stands at the entry, and the entry where it was", async () => {
    vi.mocked(ipc.apply).mockResolvedValue({
      reply: "refused",
      code: "refused",
      message: "That is not over yet.",
      hint: "Choose an end before now.",
      field: "end",
    });
    render(Grid);
    await fireEvent.pointerDown(mark("Ingest"), at(2, 10.5));
    await move(4, 10.5);
    await up(4, 10.5);
    await waitFor(() => expect(document.body.textContent).toContain("That is not over yet."));
    expect(store.refusal?.key).toBe("a1");
    expect(mark("Ingest").dataset.start).toBe("2026-11-18T10:05");
  });
});
