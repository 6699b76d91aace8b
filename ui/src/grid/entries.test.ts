// Entries of what happened: which part of which day, what is said of one, and what a stretch drawn by
// hand was likely spent on.

import { describe, expect, test } from "vitest";
import { beneath, entryName, entrySpan, entryTip, layEntries, runningPart } from "./entries";
import { entry, live, runs, walls } from "./fixtures";
import { momentOf, spanOf } from "./moment";

const dates = ["2026-11-18", "2026-11-19", "2026-11-20"];
const span = (words: string) => spanOf(walls(words));

describe("an entry in its days", () => {
  test("stands in each day it touches, and has its name in the first", () => {
    const laid = layEntries([entry("Night", "Thu 22:00-02:00")], dates);
    const show = (date: string) =>
      laid.get(date)!.map((box) => [box.from, box.until, box.main, box.starts, box.ends]);
    expect(show("2026-11-18")).toEqual([]);
    expect(show("2026-11-19")).toEqual([[1320, 1440, true, true, false]]);
    expect(show("2026-11-20")).toEqual([[0, 120, false, false, true]]);
  });
  test("of seconds is a minute, so that it can be seen", () => {
    const seconds = { start: "2026-11-19T10:00:05", end: "2026-11-19T10:00:50" };
    const { start, end } = entrySpan(seconds);
    expect(end - start).toBe(1);
  });
  test("sixteen times the entries cost sixteen times the boxes, and no more", () => {
    const many = (n: number) =>
      Array.from({ length: n }, (_, at) =>
        entry("a", at % 2 ? "Thu 10:00-10:05" : "Wed 09:00-09:05"),
      );
    const boxes = (n: number) => [...layEntries(many(n), dates).values()].flat().length;
    expect(boxes(160)).toBe(16 * boxes(10));
  });
});

describe("what is being recorded", () => {
  const hours = { from: 480, until: 1200 };
  const now = momentOf("2026-11-19T11:30:00");
  const part = (begun: string, date = "2026-11-19") =>
    runningPart(runs("Notes", begun), now, date, hours);
  test("grows up to now", () =>
    expect(part("2026-11-19T11:00:12")).toEqual({ from: 660, until: 690 }));
  test("is in every day since it began", () => {
    expect(part("2026-11-18T19:00:00", "2026-11-18")).toEqual({ from: 1140, until: 1200 });
    expect(part("2026-11-18T19:00:00")).toEqual({ from: 480, until: 690 });
    expect(part("2026-11-18T19:00:00", "2026-11-20")).toBeNull();
  });
  test("is nothing while it is held", () => {
    const held = { ...runs("Notes", "2026-11-19T11:00:00"), phase: "paused" as const };
    expect(runningPart(held, now, "2026-11-19", hours)).toBeNull();
  });
});

describe("what is said of an entry", () => {
  const one = entry("Ingest design", "Thu 10:05-11:40", {
    noted: [{ at: "2026-11-19T10:30:00", word: "incident" }],
    length_words: "1 h 35",
  });
  test("is its title, layer, time, kind and how it is known", () => {
    expect(entryName({ ...one, noted: [] })).toMatch(
      /^Ingest design, actual, Thursday .*10:05.* to .*11:40.*, technical, by timer$/,
    );
    expect(entryName({ ...one, source: "confirmed" })).toMatch(/, as planned, 1 interruption$/);
    expect(entryName({ ...one, source: "hand" })).toContain("by hand");
    expect(entryName({ ...one, after_close: true })).toContain(", after the day was closed");
  });
  test("holds what came up, in words", () => expect(entryTip(one)).toContain("incident"));
});

describe("what a stretch was likely spent on", () => {
  const blocks = [
    live("Ingest", "Thu 10:00-12:00"),
    live("Call", "Thu 11:30-12:00", { key: "b-call" }),
    live("Off", "Thu 14:00-15:00", { status: "cancelled" }),
  ];
  const title = (words: string) => beneath(span(words), blocks)?.title ?? null;
  test("is what holds at least half of it", () => {
    expect(title("Thu 10:30-11:00")).toBe("Ingest");
    expect(title("Thu 09:00-11:00")).toBe("Ingest");
    expect(title("Thu 08:00-10:30")).toBeNull();
  });
  test("is the first of two that hold as much", () =>
    expect(title("Thu 11:30-12:00")).toBe("Ingest"));
  test("is never what was cancelled", () => expect(title("Thu 14:00-15:00")).toBeNull());
});
