// The list as weeks of days.

import { expect, test } from "vitest";
import { occurrence } from "../../dev/sample";
import { extended, MOST_WEEKS, weeksOf } from "./agenda";
import { daysBetween } from "../time";

const range = { from: "2026-11-16", until: "2026-11-30" };
const titles = (weeks: ReturnType<typeof weeksOf>) =>
  weeks.map((week) =>
    week.days.map((day) =>
      [day.date.slice(8), ...day.items.map((item) => item.of.title)].join(" "),
    ),
  );

test("whole days come first, then what goes on, then what begins, by time", () => {
  const night = occurrence("Night", "technical", [0, "22:00", "23:00"], {
    end: "2026-11-17T03:00:00",
  });
  const late = occurrence("Late", "technical", [1, "15:00", "16:00"]);
  const early = occurrence("Early", "technical", [1, "09:00", "10:00"]);
  const away = occurrence("Away", "personal", [1, "00:00", "00:00"], {
    all_day: true,
    end: "2026-11-19T00:00:00",
  });
  const weeks = weeksOf(range, [night, early, late, away], "2026-11-26");
  expect(titles(weeks)).toEqual([["16 Night", "17 Away Night Early Late", "18 Away"], ["26"]]);
  expect(weeks[0]!.days[1]!.items[1]!.goesOn).toBe(true);
});

test("what ends at midnight does not show on the day after, what began before the range does", () => {
  const ends = occurrence("Ends", "technical", [2, "22:00", "23:00"], {
    end: "2026-11-19T00:00:00",
  });
  const before = occurrence("Before", "technical", [-1, "22:00", "23:00"], {
    end: "2026-11-16T02:00:00",
  });
  const moment = occurrence("Moment", "technical", [4, "00:00", "00:00"]);
  expect(titles(weeksOf(range, [before, ends, moment], ""))[0]).toEqual([
    "16 Before",
    "18 Ends",
    "20 Moment",
  ]);
});

test("the list never holds more than so many weeks", () => {
  let shown = { from: "2026-11-16", until: "2026-11-23" };
  for (let turn = 0; turn < 60; turn++) shown = extended(shown, 1);
  expect(daysBetween(shown.from, shown.until)).toBe(MOST_WEEKS * 7);
  const back = extended(shown, -1);
  expect(daysBetween(back.from, back.until)).toBe(MOST_WEEKS * 7);
  expect(back.from < shown.from).toBe(true);
});
