// What people type for times, days and lengths.

import { describe, expect, test } from "vitest";
import { readClock, readDay, readLength, readWhole, writeLength } from "./fields";

describe("a clock time", () => {
  test.each([
    ["9", 540],
    ["09", 540],
    ["930", 570],
    ["0930", 570],
    ["9:30", 570],
    ["9.30", 570],
    ["9h", 540],
    ["9:30 pm", 1290],
    ["9:30\u202fPM", 1290],
    ["12am", 0],
    ["12 pm", 720],
    [" 14:05 ", 845],
    ["24:00", 1440],
    ["0", 0],
  ])("%s is read", (text, minutes) => expect(readClock(text)).toBe(minutes));
  test.each(["", "noon-ish", "25", "9:75", "24:30", "13 pm", "12345", "9:30:10"])(
    "%s is not",
    (text) => expect(readClock(text)).toBeNull(),
  );
});

describe("a day", () => {
  const near = "2026-11-19";
  const today = "2026-11-20";
  test.each([
    ["2026-12-01", "2026-12-01"],
    ["17", "2026-11-17"],
    ["3 Dec", "2026-12-03"],
    ["Dec 3", "2026-12-03"],
    ["Thu 19 Nov", "2026-11-19"],
    ["Thu, Nov 19", "2026-11-19"],
    ["3 December 2027", "2027-12-03"],
    ["tue", "2026-11-17"],
    ["Sunday", "2026-11-22"],
    ["tomorrow", "2026-11-21"],
  ])("%s is read", (text, day) => expect(readDay(text, near, today)).toBe(day));
  test.each(["", "31 Nov", "32", "someday", "2026-02-30", "1 2 3 4"])("%s is not", (text) =>
    expect(readDay(text, near, today)).toBeNull(),
  );
});

describe("a length", () => {
  test.each([
    ["38", 2280],
    ["37.5", 2250],
    ["37,5 h", 2250],
    ["37:30", 2250],
    ["37 h 30", 2250],
    ["45 min", 45],
  ])("%s is read", (text, minutes) => expect(readLength(text)).toBe(minutes));
  test.each(["", "many", "3:75"])("%s is not", (text) => expect(readLength(text)).toBeNull());
});

test("a whole number is read within its bounds", () => {
  expect(readWhole("53 %", 0, 100)).toBe(53);
  expect(readWhole("101", 0, 100)).toBeNull();
  expect(readWhole("-1", 0, 100)).toBeNull();
});

test("a length is read as it was written", () => {
  const lengths = [0, 1, 45, 60, 65, 90, 600, 2250, 2280, 10_080];
  expect(lengths.map(writeLength).map(readLength)).toEqual(lengths);
  expect([45, 2280, 2250, 65].map(writeLength)).toEqual(["45 min", "38 h", "37 h 30", "1 h 05"]);
});
