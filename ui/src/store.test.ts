// Answers that come late or in another order than they were asked for: what is shown in the end is
// always the newest state of the days in view.

import { beforeEach, describe, expect, test, vi } from "vitest";
import { days, live, numbers, week } from "./grid/fixtures";
import * as ipc from "./ipc";
import type { Outcome } from "./messages/Outcome";
import type { Range } from "./messages/Range";
import type { Reply } from "./messages/Reply";
import type { Week } from "./messages/Week";
import { Store } from "./store.svelte";

vi.mock("./ipc");

const THIS = { from: "2026-11-16", until: "2026-11-23" };
const NEXT = { from: "2026-11-23", until: "2026-11-30" };

/** Questions that wait to be answered, in the order in which they were asked. */
let reads: { range: Range; answer: (week: Week) => void; fail: (fault: unknown) => void }[];
let reply: (reply: Reply) => void;
let store: Store;

/** The state of some days after `rev` writes. */
const at = (range: Range, rev: number) =>
  week([], { rev, range, days: days(range.from), figures: { ...numbers, week: range.from } });
const outcome = (rev: number, more: Partial<Outcome> = {}): Outcome => ({
  rev,
  reload: false,
  seen: THIS,
  put: [live("Ingest", "Thu 10:00-12:00")],
  removed: [],
  figures: { ...numbers, work_minutes: 120 },
  undo: "move Ingest",
  undoable: true,
  redo: null,
  said: "",
  notice: "",
  spread: null,
  focus: null,
  asks: null,
  ...more,
});
const done = (outcome: Outcome): Reply => ({ reply: "done", ...outcome });
const settled = () => new Promise((then) => setTimeout(then));
const shown = () => ({ range: store.week!.range, rev: store.week!.rev });

beforeEach(() => {
  reads = [];
  store = new Store();
  store.week = at(THIS, 1);
  vi.mocked(ipc.week).mockImplementation(
    (range) => new Promise((answer, fail) => reads.push({ range, answer, fail })),
  );
  const write = () => new Promise<Reply>((answer) => (reply = answer));
  vi.mocked(ipc.apply).mockImplementation(write);
  vi.mocked(ipc.undo).mockImplementation(write);
});

describe("a block is moved and the page is turned", () => {
  const move = () => store.apply({ op: "delete", blocks: ["b1"] });

  test("what the write says of the days before is not taken for these", async () => {
    const moved = move();
    const turned = store.turn(1);
    reads[0]!.answer(at(NEXT, 1));
    await turned;
    reply(done(outcome(2)));
    await settled();
    expect(reads.map((read) => read.range)).toEqual([NEXT, NEXT]);
    expect(store.week!.occurrences).toEqual([]);
    reads[1]!.answer(at(NEXT, 2));
    await moved;
    expect(shown()).toEqual({ range: NEXT, rev: 2 });
    expect(store.figures!.week).toBe(NEXT.from);
  });

  test("days that were read before the write are read again", async () => {
    const moved = move();
    const turned = store.turn(1);
    reply(done(outcome(2)));
    await moved;
    expect(shown()).toEqual({ range: THIS, rev: 2 });
    reads[0]!.answer(at(NEXT, 1));
    await settled();
    expect(shown()).toEqual({ range: THIS, rev: 2 });
    reads[1]!.answer(at(NEXT, 2));
    await turned;
    expect(shown()).toEqual({ range: NEXT, rev: 2 });
  });

  test("a write that asks for reading again does not turn the page back", async () => {
    const moved = move();
    const turned = store.turn(1);
    reply(done(outcome(2, { reload: true })));
    await settled();
    expect(reads.map((read) => read.range)).toEqual([NEXT, NEXT]);
    reads[1]!.answer(at(NEXT, 2));
    reads[0]!.answer(at(NEXT, 1));
    await Promise.all([moved, turned]);
    expect(shown()).toEqual({ range: NEXT, rev: 2 });
  });
});

describe("an undo that changes more than blocks", () => {
  const undone = outcome(2, { reload: true, put: [], figures: null });

  test.each(["the event comes first", "the reply comes first"])(
    "reads once and waits for it: %s",
    async (order) => {
      let over = false;
      const back = store.undo().then(() => (over = true));
      const tell = [() => void store.take(undone), () => reply(done(undone))];
      if (order === "the reply comes first") tell.reverse();
      for (const one of tell) {
        one();
        await settled();
      }
      expect(reads).toHaveLength(1);
      expect(over).toBe(false);
      reads[0]!.answer(at(THIS, 2));
      await back;
      expect(shown()).toEqual({ range: THIS, rev: 2 });
    },
  );
});

describe("several readings", () => {
  test("the last one asked for wins, and all who wait have it", async () => {
    const first = store.load(THIS);
    const second = store.load(NEXT);
    let over = false;
    void first.then(() => (over = true));
    reads[0]!.answer(at(THIS, 1));
    await settled();
    expect(over).toBe(false);
    reads[1]!.answer(at(NEXT, 1));
    await Promise.all([first, second]);
    expect(shown()).toEqual({ range: NEXT, rev: 1 });
  });

  test("each is of the moment it came, and a write taken in place keeps that moment", async () => {
    const clock = vi.spyOn(Date, "now").mockReturnValue(1_000);
    const reading = store.load(THIS);
    clock.mockReturnValue(2_000);
    reads[0]!.answer(at(THIS, 1));
    await reading;
    expect(store.readAt).toBe(2_000);
    clock.mockReturnValue(9_000);
    await store.take(outcome(2));
    expect(shown()).toEqual({ range: THIS, rev: 2 });
    expect(store.readAt).toBe(2_000);
    clock.mockRestore();
  });

  test("one that was overtaken fails in silence", async () => {
    const first = store.load(THIS);
    const second = store.load(NEXT);
    reads[0]!.fail({ code: "disk", message: "No.", hint: "", field: null });
    reads[1]!.answer(at(NEXT, 1));
    await Promise.all([first, second]);
    expect(store.notice).toBeNull();
  });

  test("a plan that counts fewer writes is shown after one reading", async () => {
    await store.take(outcome(2));
    const read = store.load(THIS);
    reads[0]!.answer(at(THIS, 1));
    await read;
    expect(reads).toHaveLength(1);
    expect(shown()).toEqual({ range: THIS, rev: 1 });
  });
});
