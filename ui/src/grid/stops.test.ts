// Where the arrow keys stop in a day, in words: "08:00 08:30 [Stand-up] 09:45 …".

import { describe, expect, test } from "vitest";
import { days, live } from "./fixtures";
import { layWeek } from "./layout";
import { stopAt, stopsOf } from "./stops";

const dates = days().map((day) => day.date);
const hours = { from: 540, until: 720 };

function stops(...words: string[]) {
  const occurrences = words.map((one) => live(one.split(" ")[1]!, `Thu ${one.split(" ")[0]}`));
  const boxes = layWeek(occurrences, dates, hours, 5).get("2026-11-19")!;
  const names = new Map(occurrences.map((o) => [o.key, o.title]));
  const found = stopsOf(boxes, [], hours);
  const clock = (minute: number) =>
    `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;
  return {
    found,
    words: found.map((s) => (s.key ? `[${names.get(s.key)}]` : clock(s.from))).join(" "),
  };
}

describe("stops of a day", () => {
  test("an empty day has its half hours", () =>
    expect(stops().words).toBe("9:00 9:30 10:00 10:30 11:00 11:30"));
  test("a block is one stop, however long", () =>
    expect(stops("09:30-11:00 write").words).toBe("9:00 [write] 11:00 11:30"));
  test("the rest of a half hour after a block is a stop too", () =>
    expect(stops("09:30-09:45 call").words).toBe("9:00 [call] 9:45 10:00 10:30 11:00 11:30"));
  test("blocks side by side come one after the other", () =>
    expect(stops("09:00-11:00 a", "10:00-10:30 b").words).toBe("[a] [b] 11:00 11:30"));
  test("blocks without time between them leave no slot", () =>
    expect(stops("09:00-10:00 a", "10:00-12:00 b").words).toBe("[a] [b]"));
});

test("a minute is at the block that holds it, else at its slot", () => {
  const { found } = stops("09:30-11:00 write");
  expect(stopAt(found, 10 * 60)).toBe(1);
  expect(stopAt(found, 11 * 60 + 10)).toBe(2);
  expect(stopAt(found, 5 * 60)).toBe(0);
  expect(stopAt(found, 23 * 60)).toBe(3);
});
