import { expect, test } from "vitest";
import { lineAround, months, monthStart, moved, placeOf, rows, stretchOf } from "./line";

const line = { from: "2026-09-01", until: "2027-06-01" };

test("a line shows whole months around a day", () => {
  expect(lineAround("2026-11-20")).toEqual(line);
  expect(moved(line, 3)).toEqual({ from: "2026-12-01", until: "2027-09-01" });
  expect(moved(line, -9)).toEqual({ from: "2025-12-01", until: "2026-09-01" });
});

test("months go over the end of a year in both directions", () => {
  expect(monthStart("2026-11-20", 2)).toBe("2027-01-01");
  expect(monthStart("2026-01-20", -1)).toBe("2025-12-01");
});

test("what lies outside the line stands at its end or nowhere", () => {
  expect(placeOf("2020-01-01", line)).toBe(0);
  expect(placeOf("2030-01-01", line)).toBe(100);
  expect(stretchOf("2026-08-01", "2026-09-01", line)).toBeNull();
  expect(stretchOf("2027-06-01", null, line)).toBeNull();
  expect(stretchOf("2026-08-01", null, line)).toEqual({ left: 0, width: 100 });
});

test("January is called by its year", () => {
  const names = months(line).map((month) => month.name);
  expect(names).toHaveLength(9);
  expect(names[4]).toContain("2027");
  expect(names[3]).not.toContain("2026");
});

test("bars that meet stand in rows of their own, and a row is used again", () => {
  const range = (from: string, until: string | null) => ({ from, until });
  expect(
    rows([
      range("2026-09-01", "2026-10-01"),
      range("2026-09-15", null),
      range("2026-10-01", "2026-11-01"),
      range("2026-10-15", "2026-11-15"),
    ]),
  ).toEqual([0, 1, 0, 2]);
});
