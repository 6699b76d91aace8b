// Boxes of a day in words: "09:00-10:00 write | 09:30-11:00 mail" becomes who stands in which of how
// many columns, from when to when.

import { describe, expect, test } from "vitest";
import { days, live } from "./fixtures";
import { layRow, layWeek, shownDays, visibleHours, type Box } from "./layout";
import { DAY, momentOf, spanOf, wallOf } from "./moment";

const ALL = { from: 0, until: DAY };
const dates = days().map((day) => day.date);

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
const show = ({ of, from, until, column, columns }: Box) =>
  `${of.title} ${clock(from)}-${clock(until)} ${column + 1}/${columns}`;

/** Thursday's boxes of what stands there. Nothing needs less than `least` minutes to be read. */
function check(words: string, expected: string, least = 5): void {
  const occurrences = words.split(" | ").map((one) => {
    const [times, title] = one.split(" ");
    return live(title!, `Thu ${times}`);
  });
  const boxes = layWeek(occurrences, dates, ALL, least).get("2026-11-19")!;
  expect(boxes.map(show).join(" | ")).toBe(expected);
}

describe("side by side", () => {
  test("one after the other share the whole width", () =>
    check("09:00-10:00 write | 10:00-11:00 mail", "write 09:00-10:00 1/1 | mail 10:00-11:00 1/1"));
  test("overlapping ones share it", () =>
    check("09:00-10:00 write | 09:30-11:00 mail", "write 09:00-10:00 1/2 | mail 09:30-11:00 2/2"));
  test("a column is used again when it is free", () =>
    check(
      "09:00-12:00 a | 09:00-10:00 b | 10:00-11:00 c",
      "a 09:00-12:00 1/2 | b 09:00-10:00 2/2 | c 10:00-11:00 2/2",
    ));
  test("the longer of two that begin together stands first", () =>
    check("09:00-09:30 short | 09:00-11:00 long", "long 09:00-11:00 1/2 | short 09:00-09:30 2/2"));
  test("what touches nobody is not narrowed by others of the day", () =>
    check(
      "09:00-10:00 a | 09:00-10:00 b | 14:00-15:00 c",
      "a 09:00-10:00 1/2 | b 09:00-10:00 2/2 | c 14:00-15:00 1/1",
    ));
  test("two too short to read stand side by side, though one ends before the other begins", () =>
    check(
      "09:00-09:10 call | 09:15-09:30 mail",
      "call 09:00-09:10 1/2 | mail 09:15-09:30 2/2",
      30,
    ));
  test("a short one hangs over a longer one, which keeps its width", () => {
    const short = live("stand-up", "Thu 09:30-09:45");
    const long = live("engine", "Thu 09:45-12:00");
    const boxes = layWeek([short, long], dates, ALL, 25).get("2026-11-19")!;
    expect(boxes.map(show)).toEqual(["stand-up 09:30-09:45 1/1", "engine 09:45-12:00 1/1"]);
    expect(boxes[1]!.covered).toBe(10);
  });
  test("one that has its own minutes alone is not covered", () => {
    check(
      "09:00-10:00 a | 10:00-10:10 b | 10:10-11:00 c",
      "a 09:00-10:00 1/1 | b 10:00-10:10 1/1 | c 10:10-11:00 1/1",
      15,
    );
  });
});

describe("days", () => {
  test("a block over midnight is one block in two columns", () => {
    const boxes = layWeek([live("watch", "Thu 22:00-02:00")], dates, ALL, 5);
    const [thursday] = boxes.get("2026-11-19")!;
    const [friday] = boxes.get("2026-11-20")!;
    expect(show(thursday!)).toBe("watch 22:00-24:00 1/1");
    expect(show(friday!)).toBe("watch 00:00-02:00 1/1");
    expect([thursday!.main, thursday!.starts, thursday!.ends]).toEqual([true, true, false]);
    expect([friday!.main, friday!.starts, friday!.ends]).toEqual([false, false, true]);
  });
  test("where only its second part is in view, that part has the name", () => {
    const boxes = layWeek([live("watch", "Thu 22:00-02:00")], ["2026-11-20"], ALL, 5);
    expect(boxes.get("2026-11-20")![0]!.main).toBe(true);
  });
  test("one that ends at midnight does not touch the next day", () => {
    const boxes = layWeek([live("late", "Thu 22:00-00:00")], dates, ALL, 5);
    expect(boxes.get("2026-11-20")).toEqual([]);
  });
  test("an event without a length is there to be seen", () => {
    const point = live("mark", "Thu 10:00-12:00", { end: "2026-11-19T10:00:00" });
    const [box] = layWeek([point], dates, ALL, 20).get("2026-11-19")!;
    expect(box!.bottom - box!.top).toBe(20);
  });
  test("the last minutes of a day are drawn inside it", () => {
    const boxes = layWeek([live("late", "Thu 23:55-00:00")], dates, ALL, 20);
    expect(boxes.get("2026-11-19")![0]!.bottom).toBeLessThanOrEqual(DAY);
  });
  test("hidden weekends go, unless they are all there is", () => {
    expect(shownDays(days(), false)).toHaveLength(5);
    expect(shownDays(days("2026-11-21", 1), false)).toHaveLength(1);
  });
});

describe("the hours that are shown", () => {
  const hours = (...spans: string[]) =>
    visibleHours(
      days(),
      spans.map((words) => spanOf(live("x", words))),
      false,
    );

  test("from one before work until two after it, in full hours", () =>
    expect(hours()).toEqual({ from: 480, until: 1200 }));
  test("further where something stands there", () =>
    expect(hours("Tue 06:30-07:00", "Sat 20:00-22:15")).toEqual({ from: 360, until: 1380 }));
  test("the whole day where something goes over midnight", () =>
    expect(hours("Thu 22:00-02:00")).toEqual({ from: 0, until: DAY }));
  test("all of them at will", () => expect(visibleHours(days(), [], true)).toEqual(ALL));
  test("a day's width where nobody works", () =>
    expect(visibleHours(days("2026-11-21", 2), [], false)).toEqual({ from: 480, until: 1200 }));
});

describe("the row above", () => {
  const allDay = (title: string, first: string, end: string, more = {}) =>
    live(title, "Thu 00:00-01:00", {
      start: `2026-11-${first}T00:00:00`,
      end: `2026-11-${end}T00:00:00`,
      all_day: true,
      ...more,
    });

  test("holds whole days and free times, and those of a day and more", () => {
    const bars = layRow(
      [
        allDay("offsite", "17", "19"),
        allDay("holiday", "18", "19"),
        live("office hours", "Fri 15:00-16:00", { free: true }),
        live("flight", "Fri 15:00-16:00", { end: "2026-11-22T15:00:00" }),
        live("write", "Fri 10:00-11:00"),
      ],
      dates,
    );
    expect(bars.map((bar) => `${bar.of.title} ${bar.first}-${bar.last} ${bar.lane}`)).toEqual([
      "offsite 1-2 0",
      "holiday 2-2 1",
      "flight 4-6 0",
      "office hours 4-4 1",
    ]);
  });
  test("cuts what goes on beyond the days shown", () => {
    const [bar] = layRow([allDay("sabbatical", "01", "30")], dates);
    expect([bar!.first, bar!.last]).toEqual([0, 6]);
  });
  test("leaves cancelled ones in the hours", () => {
    const gone = live("call", "Thu 10:00-11:00", { status: "cancelled" });
    expect(layRow([gone], dates)).toEqual([]);
    expect(layWeek([gone], dates, ALL, 5).get("2026-11-19")).toHaveLength(1);
  });
});

/** A full week: `count` blocks of half an hour, anywhere, by start as the planner hands them over. */
const full = (count: number) =>
  Array.from({ length: count }, (_, n) => {
    const start = (n * 7919) % (7 * DAY - 30);
    const wall = (minute: number) =>
      new Date(Date.UTC(2026, 10, 16, 0, minute)).toISOString().slice(0, 19);
    return live(`b${n}`, "Thu 00:00-01:00", { start: wall(start), end: wall(start + 30) });
  }).sort((a, b) => (a.start < b.start ? -1 : 1));

/** Blocks of five minutes to an hour, thin enough for some to hang over others. */
const mixed = (count: number) =>
  full(count).map((o, n) => ({
    ...o,
    end: wallOf(momentOf(o.start) + 5 + ((n * 31) % 12) * 5),
  }));

test.each([
  ["all of half an hour", full(500)],
  ["short and long", mixed(150)],
])("no box of a day hides the words of another: %s", (_, occurrences) => {
  for (const boxes of layWeek(occurrences, dates, ALL, 24).values()) {
    for (const a of boxes) {
      expect(a.bottom - a.top - a.covered).toBeGreaterThanOrEqual(24);
      for (const b of boxes) {
        if (a === b || b.top < a.top || a.bottom <= b.top + b.covered) continue;
        expect(a.column).not.toBe(b.column);
        expect(a.columns).toBe(b.columns);
      }
    }
  }
});

test("sixteen times the blocks cost about sixteen times the steps", () => {
  const steps = (count: number) => {
    let counted = 0;
    layWeek(full(count), dates, ALL, 24, () => counted++);
    return counted;
  };
  const [few, many] = [steps(500), steps(8000)];
  expect(many / few).toBeLessThan(16 * 1.2);
});
