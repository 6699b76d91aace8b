import { expect, test } from "vitest";
import { firstWeekday } from "./locale";

test.each([
  ["en-GB", 0],
  ["en-DE", 0],
  ["en-US", 6],
  ["en-EG", 5],
])("weeks in %s start on day %i", (tag, day) => {
  expect(firstWeekday(tag)).toBe(day);
});

test("without a locale weeks start on Monday", () => {
  expect(firstWeekday(undefined)).toBe(0);
});
