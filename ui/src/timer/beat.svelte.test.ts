// What counts on by itself: once a second while somebody looks, never while nobody can.

import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { seconds } from "./beat";
import { week } from "../grid/fixtures";
import { momentOf } from "../grid/moment";
import { store } from "../store.svelte";
import { counted, elapsedSeconds, thisMinute } from "./now.svelte";
import { agoOf } from "./timer.svelte";

vi.mock("../ipc");

let hidden = false;
beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(document, "hidden", "get").mockImplementation(() => hidden);
});
afterEach(() => {
  vi.useRealTimers();
  hidden = false;
});

const turn = (away: boolean) => {
  hidden = away;
  document.dispatchEvent(new Event("visibilitychange"));
};

/** Follows the beat until the returned function is called. */
function follow(seen: number[]): () => void {
  return $effect.root(() => {
    $effect(() => {
      seen.push(seconds.now);
    });
  });
}

test("nothing wakes up while the window is hidden, and all is right once it is seen again", () => {
  const seen: number[] = [];
  const stop = follow(seen);
  flushSync();
  vi.advanceTimersByTime(3_000);
  flushSync();
  const looked = seen.length;
  expect(looked).toBeGreaterThan(1);
  turn(true);
  expect(vi.getTimerCount()).toBe(0);
  vi.advanceTimersByTime(3_600_000);
  flushSync();
  expect(seen).toHaveLength(looked);
  turn(false);
  flushSync();
  expect(seen.at(-1)! - seen[looked - 1]!).toBeGreaterThanOrEqual(3_600_000);
  stop();
  flushSync();
});

test("nothing wakes up once nobody follows", async () => {
  const stop = follow([]);
  flushSync();
  expect(vi.getTimerCount()).toBe(1);
  stop();
  await Promise.resolve();
  expect(vi.getTimerCount()).toBe(0);
});

test("the time is that of the reading, however late somebody comes to look at it", () => {
  const running = {
    title: "Ingest",
    category: "technical" as const,
    start: "2026-11-19T10:00:00",
    of: null,
    phase: "work" as const,
    elapsed: 60,
    length: null,
    focus: false,
    rounds: null,
    done: 0,
    noted: [],
  };
  store.week = { ...week([]), now: "2026-11-19T10:01:00", running };
  store.readAt = Date.now();
  vi.advanceTimersByTime(12 * 60_000);
  // A write that was taken in place makes another week of the same reading.
  store.week = { ...store.week, rev: store.week.rev + 1 };
  const stop = $effect.root(() => {
    const [now, elapsed] = [thisMinute(), elapsedSeconds()];
    expect(now.moment).toBe(momentOf("2026-11-19T10:13:00"));
    expect(elapsed.seconds).toBe(13 * 60);
  });
  stop();
  store.week = store.readAt = null;
});

test("seconds are counted as hours, minutes and seconds", () => {
  expect([0, 65, 3_600, 36_125].map(counted)).toEqual([
    "0:00:00",
    "0:01:05",
    "1:00:00",
    "10:02:05",
  ]);
});

test("a beginning that is typed was today, or last night where that is still to come", () => {
  expect(agoOf(11 * 60, "2026-11-19T12:17:00")).toBe("2026-11-19T11:00:00");
  expect(agoOf(23 * 60, "2026-11-19T00:40:00")).toBe("2026-11-18T23:00:00");
});
