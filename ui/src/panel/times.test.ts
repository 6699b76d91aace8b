// How typed times change a block.

import { expect, test } from "vitest";
import { laterWords, middle, toDay, toEnd, toStart } from "./times";

const at = (start: string, end: string) => ({ start: `${start}:00`, end: `${end}:00` });
const noon = at("2026-11-19T11:00", "2026-11-19T12:30");

test("another day keeps the clock and the length", () =>
  expect(toDay(noon, "2026-11-20")).toEqual(at("2026-11-20T11:00", "2026-11-20T12:30")));
test("another start carries the end along", () =>
  expect(toStart(noon, 14 * 60)).toEqual(at("2026-11-19T14:00", "2026-11-19T15:30")));
test("a start late in the day carries the end over midnight", () =>
  expect(toStart(noon, 23 * 60)).toEqual(at("2026-11-19T23:00", "2026-11-20T00:30")));
test("another end leaves the start", () =>
  expect(toEnd(noon, 13 * 60)).toEqual(at("2026-11-19T11:00", "2026-11-19T13:00")));
test("an end in the night after lies on the next day", () => {
  const late = at("2026-11-19T22:00", "2026-11-19T23:00");
  expect(toEnd(late, 60)).toEqual(at("2026-11-19T22:00", "2026-11-20T01:00"));
  expect(toEnd(noon, 0)).toEqual(at("2026-11-19T11:00", "2026-11-20T00:00"));
});
test("an end well before the start stays there, to be refused", () =>
  expect(toEnd(noon, 9 * 60)).toEqual(at("2026-11-19T11:00", "2026-11-19T09:00")));
test("24:00 is the midnight after", () =>
  expect(toEnd(noon, 1440)).toEqual(at("2026-11-19T11:00", "2026-11-20T00:00")));
test("the middle lies on the snap grid", () => {
  expect(middle(noon, 15)).toBe("2026-11-19T11:45:00");
  expect(middle(noon, 30)).toBe("2026-11-19T12:00:00");
});
test("a later last day is told", () => {
  expect(laterWords(noon)).toBe("");
  expect(laterWords(at("2026-11-19T23:00", "2026-11-20T01:00"))).toBe("next day");
});
