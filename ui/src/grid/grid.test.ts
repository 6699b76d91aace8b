// The grid as a person meets it: on a made-up planner behind a mocked ipc, with pointer and keys.

import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as ipc from "../ipc";
import type { Op } from "../messages/Op";
import type { Preview } from "../messages/Preview";
import type { Reply } from "../messages/Reply";
import { store } from "../store.svelte";
import Grid from "./Grid.svelte";
import { days, done, feed, live, numbers, week } from "./fixtures";

vi.mock("../ipc");

/** The day columns stand from x = 0 to 700, from y = 0 to 600; the hours from 8 to 20. */
const field = { left: 0, top: 0, width: 700, height: 600 };
const HOUR = () => field.height / 12;
const y = (hour: number) => field.top + (hour - 8) * HOUR();
const x = (day: number) => field.left + (day + 0.5) * (field.width / 7);

const applied = () => vi.mocked(ipc.apply).mock.calls.map(([op]) => op);
const asked = () => vi.mocked(ipc.preview).mock.calls.map(([op]) => op);
const block = (name: string) => screen.getByRole("button", { name: new RegExp(`^${name}`) });
const ghost = () => document.querySelector("[data-preview=hand]");
const frame = () => new Promise((done) => setTimeout(done, 40));

beforeEach(() => {
  Object.assign(field, { left: 0, top: 0, width: 700, height: 600 });
  vi.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockImplementation(
    () => ({ ...field, right: field.width, bottom: field.height, x: 0, y: 0 }) as DOMRect,
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
  vi.mocked(ipc.preview).mockImplementation(async (): Promise<Preview> => ({
    put: [],
    removed: [],
    figures: numbers,
    refused: null,
    said: "",
  }));
  let rev = 1;
  vi.mocked(ipc.apply).mockImplementation(async (op: Op) => done(op, ++rev));
  store.week = week([
    live("Ingest", "Thu 10:00-12:00"),
    live("Budget", "Thu 16:00-17:00"),
    feed("Sprint", "Mon 13:00-14:00"),
  ]);
  store.select();
  store.said = "";
});

afterEach(() => {
  cleanup();
  store.forget();
  store.refusal = null;
  vi.clearAllMocks();
});

async function press(target: Element, day: number, hour: number, more = {}) {
  await fireEvent.pointerDown(target, {
    pointerId: 1,
    button: 0,
    buttons: 1,
    clientX: x(day),
    clientY: y(hour),
    ...more,
  });
}
async function moveTo(day: number, hour: number, more = {}) {
  const target = document.querySelector("[data-date]")!;
  await fireEvent.pointerMove(target, {
    pointerId: 1,
    buttons: 1,
    clientX: x(day),
    clientY: y(hour),
    ...more,
  });
  await frame();
}
async function letGo(day: number, hour: number) {
  const target = document.querySelector("[data-date]")!;
  await fireEvent.pointerUp(target, { pointerId: 1, clientX: x(day), clientY: y(hour) });
  await frame();
}

const said = () => store.said;
const focused = () => document.activeElement?.getAttribute("aria-label") ?? "";

describe("what the page says", () => {
  test("a day names its date and the minutes it spans", () => {
    render(Grid);
    const day = screen.getByRole("group", { name: /Thursday/ });
    expect(day.dataset).toMatchObject({ date: "2026-11-19", from: "480", to: "1200" });
  });
  test("a block names itself, its time and its category", () => {
    render(Grid);
    expect(block("Ingest").dataset).toMatchObject({
      layer: "live",
      start: "2026-11-19T10:00",
      end: "2026-11-19T12:00",
      uid: "uid Ingest",
    });
    expect(block("Ingest").getAttribute("aria-label")).toMatch(
      /^Ingest, Thursday .* to .*, technical$/,
    );
    expect(block("Sprint").getAttribute("aria-label")).toMatch(/, management, imported$/);
  });
  test("exactly one element can be reached by Tab", () => {
    const { container } = render(Grid);
    const days = [...container.querySelectorAll("[data-date] *, [data-slot]")];
    expect(days.filter((e) => (e as HTMLElement).tabIndex === 0)).toHaveLength(1);
  });
});

describe("with the pointer", () => {
  test("a block is moved by one write, after asking at each step", async () => {
    render(Grid);
    await press(block("Ingest"), 3, 10.5);
    await moveTo(4, 12.5);
    expect(ghost()).not.toBeNull();
    expect(asked()).toHaveLength(1);
    expect(applied()).toHaveLength(0);
    await letGo(4, 13.5);
    expect(applied()).toEqual([
      {
        op: "gesture",
        blocks: [store.byKey.get(block("Ingest").dataset.key!)!.block],
        grip: "whole",
        others: "stay",
        carry: "move",
        to: "2026-11-20T13:00:00",
      },
    ]);
  });

  test("it stays drawn where it was dropped until the answer is in", async () => {
    let answer: (reply: Reply) => void = () => {};
    vi.mocked(ipc.apply).mockReturnValue(new Promise((resolve) => (answer = resolve)));
    render(Grid);
    await press(block("Ingest"), 3, 10.5);
    await moveTo(4, 13.5);
    await letGo(4, 13.5);
    expect(document.querySelector("[data-preview]")).not.toBeNull();
    expect(block("Ingest").dataset.away).toBe("gone");
    answer(done({ op: "apply_rules" }));
    await frame();
    expect(document.querySelector("[data-preview]")).toBeNull();
    expect(block("Ingest").dataset.away).toBeUndefined();
  });

  test("a click selects, a second one elsewhere selects that", async () => {
    render(Grid);
    await press(block("Ingest"), 3, 10.5);
    await letGo(3, 10.5);
    expect(store.selected.map((o) => o.title)).toEqual(["Ingest"]);
    await press(block("Budget"), 3, 16.5, { shiftKey: true });
    await letGo(3, 16.5);
    expect(store.selected.map((o) => o.title)).toEqual(["Ingest", "Budget"]);
    expect(applied()).toEqual([]);
  });

  test("several that are selected go together", async () => {
    render(Grid);
    store.select(...["Ingest", "Budget"].map((name) => block(name).dataset.key!));
    await press(block("Budget"), 3, 16.5);
    await moveTo(4, 16.5);
    expect(document.querySelectorAll("[data-preview]")).toHaveLength(2);
    await letGo(4, 16.5);
    expect(applied()[0]).toMatchObject({
      op: "gesture",
      blocks: [expect.any(String), expect.any(String)],
    });
  });

  test("an empty stretch that is dragged over becomes a block, and its title is typed in it", async () => {
    render(Grid);
    await press(screen.getByRole("group", { name: /Tuesday/ }), 1, 14);
    await moveTo(1, 15.5);
    await letGo(1, 15.5);
    expect(applied()[0]).toMatchObject({
      op: "create",
      start: "2026-11-17T14:00:00",
      end: "2026-11-17T15:30:00",
    });
    await userEvent.keyboard("Reading{Enter}");
    await frame();
    expect(applied()[1]).toMatchObject({ op: "edit", patch: { title: "Reading" } });
  });

  test("a double click makes one of the usual length", async () => {
    render(Grid);
    const day = screen.getByRole("group", { name: /Tuesday/ });
    await press(day, 1, 14.1);
    await letGo(1, 14.1);
    await fireEvent.dblClick(day);
    expect(applied()[0]).toMatchObject({
      op: "create",
      start: "2026-11-17T14:00:00",
      end: "2026-11-17T15:00:00",
    });
  });

  test("an imported event stays, and says why", async () => {
    render(Grid);
    await press(block("Sprint"), 0, 13.5);
    await moveTo(0, 15);
    expect(screen.getByText(/from a calendar you imported/)).toBeTruthy();
    expect(said()).toMatch(/from a calendar you imported/);
    await letGo(0, 15);
    expect(asked()).toEqual([]);
    expect(applied()).toEqual([]);
    await press(block("Ingest"), 3, 11);
    await letGo(3, 11);
    expect(screen.queryByText(/from a calendar you imported/)).toBeNull();
  });

  test("what Rust refuses stands at the block, and the block where it was", async () => {
    vi.mocked(ipc.apply).mockResolvedValue({
      reply: "refused",
      code: "refused",
      message: "Ingest is locked.",
      hint: "Unlock it first.",
      field: null,
    });
    render(Grid);
    await press(block("Ingest"), 3, 10.5);
    await moveTo(4, 13.5);
    await letGo(4, 13.5);
    expect(screen.getByText("Ingest is locked.")).toBeTruthy();
    expect(document.querySelector("[data-preview]")).toBeNull();
    expect(block("Ingest").dataset.away).toBeUndefined();
  });
});

describe("a drag that is broken off leaves no half-moved block", () => {
  async function dragging() {
    render(Grid);
    await press(block("Ingest"), 3, 10.5);
    await moveTo(4, 13.5);
    expect(ghost()).not.toBeNull();
  }
  async function nothingHappened() {
    await frame();
    expect(document.querySelector("[data-preview], [data-away]")).toBeNull();
    await moveTo(4, 15);
    await letGo(4, 15);
    expect(document.querySelector("[data-preview], [data-away]")).toBeNull();
    expect(applied()).toEqual([]);
    expect(store.preview).toBeNull();
  }
  const day = () => document.querySelector("[data-date]")!;

  test("by Escape", async () => {
    await dragging();
    await fireEvent.keyDown(document.activeElement!, { key: "Escape" });
    await nothingHappened();
  });
  test("by pointercancel", async () => {
    await dragging();
    await fireEvent.pointerCancel(day(), { pointerId: 1 });
    await nothingHappened();
  });
  test("by losing the capture", async () => {
    await dragging();
    await fireEvent(day(), new PointerEvent("lostpointercapture", { pointerId: 1, bubbles: true }));
    await nothingHappened();
  });
  test("by the window losing the focus", async () => {
    await dragging();
    await fireEvent.blur(window);
    await nothingHappened();
  });
  test("by a button that went up unseen", async () => {
    await dragging();
    await moveTo(4, 14, { buttons: 0 });
    await nothingHappened();
  });
  test("by an answer that comes after it", async () => {
    let answer: (preview: Preview) => void = () => {};
    vi.mocked(ipc.preview).mockReturnValue(new Promise((resolve) => (answer = resolve)));
    await dragging();
    await fireEvent.keyDown(window, { key: "Escape" });
    answer({ put: [], removed: [], figures: numbers, refused: null, said: "late" });
    await nothingHappened();
  });

  test("other keys do nothing to it, here or elsewhere in the window", async () => {
    await dragging();
    const heard = vi.fn();
    window.addEventListener("keydown", heard);
    for (const key of ["ArrowDown", "Delete", "n", "z", "Enter", "F2"]) {
      await fireEvent.keyDown(block("Ingest"), { key, ctrlKey: key === "z" });
    }
    window.removeEventListener("keydown", heard);
    expect(heard).not.toHaveBeenCalled();
    expect(ghost()).not.toBeNull();
    await letGo(4, 13.5);
    expect(applied()).toHaveLength(1);
    expect(applied()[0]).toMatchObject({ op: "gesture", to: "2026-11-20T13:00:00" });
  });
  test("P changes what becomes of the others, Ctrl makes it a copy", async () => {
    await dragging();
    await fireEvent.keyDown(window, { key: "p" });
    await fireEvent.keyDown(window, { key: "Control", ctrlKey: true });
    expect(asked().at(-1)).toMatchObject({ others: "push", carry: "copy" });
    await fireEvent.keyUp(window, { key: "Control", ctrlKey: false });
    await letGo(4, 13.5);
    expect(applied()[0]).toMatchObject({ others: "push", carry: "move" });
  });
  test("a window that changes its size under it changes where the pointer points", async () => {
    await dragging();
    field.height = 1200;
    await fireEvent(window, new Event("resize"));
    await frame();
    // The same pixel is now half as far down the day: 10:45, less the half hour above the pointer.
    expect(asked().at(-1)).toMatchObject({ to: "2026-11-20T10:15:00" });
  });
});

describe("with keys alone", () => {
  test("an empty week becomes a planned one", async () => {
    store.week = week([]);
    render(Grid);
    await frame();
    expect(focused()).toMatch(/^Thursday .*, empty$/);
    await userEvent.keyboard("{ArrowLeft}{ArrowDown}n");
    await userEvent.keyboard("Storage engine{Enter}");
    await frame();
    expect(applied()).toMatchObject([
      {
        op: "create",
        category: "technical",
        start: "2026-11-18T09:30:00",
        end: "2026-11-18T10:30:00",
      },
      { op: "edit", patch: { title: "Storage engine" } },
    ]);
    expect(focused()).toMatch(/Wednesday/);
    await userEvent.keyboard("3");
    expect(applied().at(-1)).toMatchObject({ op: "set_category", category: "growth" });
    await userEvent.keyboard("{Shift>}{ArrowDown}{ArrowRight}{/Shift}");
    await frame();
    expect(ghost()).not.toBeNull();
    expect(said()).toMatch(/Thursday/);
    await userEvent.keyboard("{Enter}");
    await frame();
    expect(applied().at(-1)).toMatchObject({
      op: "gesture",
      grip: "whole",
      to: "2026-11-19T09:45:00",
    });
  });

  test("letters typed after N are the title, even before the block is stored", async () => {
    let answer: (reply: Reply) => void = () => {};
    vi.mocked(ipc.apply).mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    render(Grid);
    await frame();
    await userEvent.keyboard("ntdnp1{Enter}");
    expect(applied()).toHaveLength(1);
    answer(done(applied()[0]!));
    await frame();
    expect(applied()[1]).toMatchObject({ op: "edit", patch: { title: "tdnp1" } });
  });

  const full: Reply = {
    reply: "refused",
    code: "disk",
    message: "The disk is full.",
    hint: "Make room.",
    field: null,
  };
  const input = () => screen.getByRole<HTMLInputElement>("textbox", { name: /^Title/ });

  test("a title typed for a block that cannot be saved stays in its field until it can", async () => {
    vi.mocked(ipc.apply).mockResolvedValueOnce(full).mockResolvedValueOnce(full);
    render(Grid);
    await frame();
    await userEvent.keyboard("nRoadmap");
    await frame();
    expect(store.notice).toMatchObject({ text: "The disk is full.", bad: true });
    expect(input().value).toBe("Roadmap");
    input().blur();
    await frame();
    expect(applied()).toHaveLength(1);
    input().focus();
    await userEvent.keyboard(" Q1{Enter}");
    await frame();
    expect(applied()).toHaveLength(2);
    expect(input().value).toBe("Roadmap Q1");
    expect(document.activeElement).toBe(input());
    await userEvent.keyboard("{Enter}");
    await frame();
    expect(applied().slice(2)).toMatchObject([
      { op: "create" },
      { op: "edit", patch: { title: "Roadmap Q1" } },
    ]);
    expect(screen.queryByRole("textbox")).toBeNull();
  });

  test("so does a title that is kept before the refusal comes", async () => {
    let answer: (reply: Reply) => void = () => {};
    vi.mocked(ipc.apply).mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    render(Grid);
    await frame();
    await userEvent.keyboard("nRoadmap{Enter}");
    answer(full);
    await frame();
    expect(input().value).toBe("Roadmap");
    await userEvent.keyboard("{Escape}");
    await frame();
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(focused()).toMatch(/^Thursday .*, empty$/);
    expect(applied()).toHaveLength(1);
  });

  test("a new name that cannot be saved stays in its field too", async () => {
    await at("Ingest");
    vi.mocked(ipc.apply).mockResolvedValueOnce(full);
    await userEvent.keyboard("{F2}{Control>}a{/Control}Design{Enter}");
    await frame();
    expect(input().value).toBe("Design");
    await userEvent.keyboard("{Enter}");
    await frame();
    expect(applied()).toMatchObject([
      { op: "edit", patch: { title: "Design" } },
      { op: "edit", patch: { title: "Design" } },
    ]);
    expect(screen.queryByRole("textbox")).toBeNull();
  });

  test("Escape leaves a new block untitled, and there", async () => {
    render(Grid);
    await frame();
    await userEvent.keyboard("n");
    await frame();
    await userEvent.keyboard("half a tit{Escape}");
    await frame();
    expect(applied()).toHaveLength(1);
    expect(block("Untitled")).toBeTruthy();
    expect(focused()).toMatch(/^Untitled/);
  });

  async function at(name: string) {
    render(Grid);
    block(name).focus();
    await frame();
  }

  test("the end of a block is moved and kept", async () => {
    await at("Ingest");
    await userEvent.keyboard("{Control>}{ArrowDown}{ArrowDown}{/Control}{Enter}");
    expect(applied()).toMatchObject([{ op: "gesture", grip: "end", to: "2026-11-19T12:30:00" }]);
  });
  test("Escape drops it", async () => {
    await at("Ingest");
    await userEvent.keyboard("{Control>}{Shift>}{ArrowUp}{/Shift}{/Control}{Escape}");
    await frame();
    expect(applied()).toEqual([]);
    expect(document.querySelector("[data-preview], [data-away]")).toBeNull();
    expect(said()).toMatch(/^Dropped/);
  });
  test("so does Ctrl+Z, without undoing what was before", async () => {
    await at("Ingest");
    const heard = vi.fn();
    window.addEventListener("keydown", heard);
    await userEvent.keyboard("{Shift>}{ArrowUp}{/Shift}{Control>}z{/Control}");
    window.removeEventListener("keydown", heard);
    expect(heard.mock.calls.some(([event]) => event.key === "z")).toBe(false);
    expect(applied()).toEqual([]);
  });
  test("going on to something else keeps it", async () => {
    await at("Ingest");
    await userEvent.keyboard("{Shift>}{ArrowDown}{/Shift}{ArrowDown}");
    expect(applied()).toMatchObject([{ op: "gesture", to: "2026-11-19T10:15:00" }]);
  });
  test("going elsewhere in the window keeps it too", async () => {
    await at("Ingest");
    await userEvent.keyboard("{Shift>}{ArrowDown}{/Shift}");
    const elsewhere = document.body.appendChild(document.createElement("button"));
    elsewhere.focus();
    elsewhere.remove();
    expect(applied()).toMatchObject([{ op: "gesture", to: "2026-11-19T10:15:00" }]);
  });

  test("copy and paste make a copy where the cursor is", async () => {
    await at("Ingest");
    await userEvent.keyboard("{Control>}c{/Control}{ArrowRight}{Control>}v{/Control}");
    expect(applied()).toMatchObject([
      { op: "gesture", grip: "whole", carry: "copy", to: "2026-11-20T10:00:00" },
    ]);
  });
  test("cut and paste move", async () => {
    await at("Ingest");
    await userEvent.keyboard("{Control>}x{/Control}{ArrowLeft}{Control>}v{/Control}");
    expect(applied()).toMatchObject([{ carry: "move", to: "2026-11-18T10:00:00" }]);
  });
  test("Delete takes all that are selected", async () => {
    await at("Ingest");
    await userEvent.keyboard("{Control>} {/Control}");
    block("Budget").focus();
    await userEvent.keyboard("{Control>} {/Control}{Delete}");
    expect(applied()).toMatchObject([
      { op: "delete", blocks: [expect.any(String), expect.any(String)] },
    ]);
  });
  test("Enter opens a block in the panel, F2 renames it here", async () => {
    await at("Ingest");
    const before = store.panelFocus;
    await userEvent.keyboard("{Enter}");
    expect(store.panelFocus).toBe(before + 1);
    await userEvent.keyboard("{F2}{Control>}a{/Control}Design{Enter}");
    expect(applied()).toMatchObject([{ op: "edit", patch: { title: "Design" } }]);
  });
  test("an imported event takes a category and nothing else", async () => {
    await at("Sprint");
    await userEvent.keyboard("1");
    expect(applied()).toMatchObject([{ op: "set_event_category", category: "technical" }]);
    await userEvent.keyboard("{Delete}");
    expect(applied()).toHaveLength(1);
    expect(said()).toMatch(/from a calendar you imported/);
  });
  test("the week turns and the weekday stays", async () => {
    vi.mocked(ipc.week).mockImplementation(async (range) =>
      week([], { range, days: days(range.from) }),
    );
    render(Grid);
    await frame();
    await userEvent.keyboard("{PageDown}");
    await frame();
    expect(store.range.from).toBe("2026-11-23");
    expect(focused()).toMatch(/^Thursday/);
  });
  test("letters are no commands where they are switched off", async () => {
    const plain = week([]);
    store.week = { ...plain, settings: { ...plain.settings, letter_keys: false } };
    render(Grid);
    await frame();
    await userEvent.keyboard("n3");
    expect(applied()).toEqual([]);
    await userEvent.keyboard("{Enter}");
    expect(applied()).toHaveLength(1);
  });
});

test("axe finds nothing", async () => {
  const { container } = render(Grid);
  const { violations } = await axe.run(container, {
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
});
