import { describe, expect, it } from "vitest";
import { begin, DAYS, repeatOf } from "./repeats";

describe("the form for repeating", () => {
  it("begins with every week on the day of the block", () => {
    expect(repeatOf(begin(null, "2026-11-18", false))).toEqual({
      every: { kind: "weekly", days: ["Wed"] },
      interval: 1,
      ends: { kind: "never" },
    });
  });

  it("says again what it was given", () => {
    for (const every of [
      { kind: "daily" },
      { kind: "weekly", days: ["Mon", "Fri"] },
      { kind: "monthly_on", day: -1 },
      { kind: "monthly_nth", nth: 3, weekday: "Wed" },
      { kind: "yearly" },
    ] as const)
      for (const ends of [
        { kind: "never" },
        { kind: "until", day: "2026-12-18" },
        { kind: "count", times: 6 },
      ] as const) {
        const repeat = { every: structuredClone(every) as never, interval: 2, ends };
        expect(repeatOf(begin(repeat, "2026-11-18", true))).toEqual(repeat);
      }
  });

  it("keeps days in the order of the week and says nothing where nothing repeats", () => {
    const draft = begin(null, "2026-11-18", false);
    expect(repeatOf({ ...draft, days: ["Fri", "Mon"] })?.every).toEqual({
      kind: "weekly",
      days: ["Mon", "Fri"],
    });
    expect(repeatOf({ ...draft, kind: "none" })).toBeNull();
    expect(DAYS.map((day) => day.label)[6]).toBe("Sunday");
  });
});
