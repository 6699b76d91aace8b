// The dial and the dots of a focus session.

import { expect, test } from "vitest";
import type { RunningShown } from "../messages/RunningShown";
import { dialName, dialOf, dialText, dotsOf, phaseName } from "./words";

const rounds = { work: 25, short: 5, long: 15, every: 4 };
const at = (change: Partial<RunningShown>): RunningShown => ({
  title: "Ingest",
  category: "technical",
  of: null,
  phase: "work",
  start: "2026-11-19T09:00:00",
  elapsed: 0,
  length: 1500,
  focus: true,
  rounds,
  done: 0,
  noted: [],
  ...change,
});

test("the dial counts down to the end of a phase and never below", () => {
  expect(dialOf(at({}), 300)).toEqual({ seconds: 1200, left: true, part: 0.2 });
  expect(dialOf(at({}), 1600).seconds).toBe(0);
  expect(dialOf(at({ phase: "paused", length: 600 }), 9000)).toMatchObject({ seconds: 600 });
  expect(dialOf(at({ phase: "ready", length: null }), 9000)).toMatchObject({ seconds: 1500 });
});

test("an open session counts up", () => {
  const open = at({ rounds: null, length: null });
  expect(dialOf(open, 3700)).toEqual({ seconds: 3700, left: false, part: null });
  expect(phaseName(open)).toBe("Focus");
});

test("times are read at a glance, and said by the minute", () => {
  expect([0, 61, 1499, 3661].map(dialText)).toEqual(["0:00", "1:01", "24:59", "1:01:01"]);
  expect(dialName({ seconds: 61, left: true, part: 0 })).toBe("2 minutes left");
  expect(dialName({ seconds: 60, left: false, part: null })).toBe("1 minute so far");
});

test("the dots begin anew after the long break", () => {
  expect(dotsOf(at({ done: 2 }))).toEqual([true, true, false, false]);
  expect(dotsOf(at({ done: 4, phase: "long_break" }))).toEqual([true, true, true, true]);
  expect(dotsOf(at({ done: 4, phase: "ready" }))).toEqual([false, false, false, false]);
  expect(dotsOf(at({ rounds: null }))).toEqual([]);
});
