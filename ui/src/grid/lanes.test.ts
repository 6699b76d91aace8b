// Where the layers stand in a column of 148 pixels, as "committed/live/actual", each from its left
// edge to its right one.

import { describe, expect, test } from "vitest";
import type { Layers } from "../messages/Layers";
import { lanesOf, shownLayers, type Lane } from "./lanes";

const only = (words: string, beside = false): Layers => ({
  committed: words.includes("c"),
  live: words.includes("l"),
  actual: words.includes("a"),
  beside,
});
const show = (lane: Lane | null) =>
  lane ? `${Math.round(lane.left)}-${Math.round(lane.left + lane.width)}` : "none";
const lanes = (
  words: string,
  { beside = false, happened = true, edited = false, column = 148 } = {},
) => {
  const found = lanesOf(only(words, beside), column, { happened, edited });
  return `${show(found.committed)} ${show(found.live)} ${show(found.actual)}`;
};

describe("overlaid", () => {
  test("what happened is a thin lane at the right", () =>
    expect(lanes("la")).toBe("2-133 2-133 136-143"));
  test("nothing is narrowed as long as nothing has happened", () =>
    expect(lanes("la", { happened: false })).toBe("2-140 2-140 none"));
  test("nor where it is not shown", () => expect(lanes("l")).toBe("2-140 2-140 none"));
  test("a lane that is worked in is at least 24 pixels wide, however narrow the column", () => {
    for (const column of [40, 76, 100, 148, 300, 1000]) {
      const { actual } = lanesOf(only("la"), column, { happened: false, edited: true });
      expect(actual!.width).toBeGreaterThanOrEqual(24);
      expect(actual!.left + actual!.width).toBeLessThanOrEqual(column);
    }
  });
  test("one day alone has room for the words of what happened at any time", () => {
    const found = lanesOf(only("la"), 900, { happened: true, edited: false });
    expect(found.roomy).toBe(true);
    expect(lanesOf(only("la"), 148, { happened: true, edited: false }).roomy).toBe(false);
  });
  test("alone it has all of the column", () => expect(lanes("a")).toContain("2-140 2-140 2-140"));
  test("the committed plan stands where the plan stands", () =>
    expect(lanes("ca")).toBe("2-133 2-133 136-143"));
});

describe("side by side", () => {
  const beside = true;
  test("two halve the column, in the order of their making", () => {
    expect(lanes("la", { beside })).toBe("2-70 2-70 73-140");
    expect(lanes("cl", { beside })).toBe("2-70 73-140 none");
    expect(lanes("ca", { beside })).toBe("2-70 2-70 73-140");
  });
  test("three share it", () => expect(lanes("cla", { beside })).toBe("2-46 49-93 96-140"));
  test("one alone is as it is overlaid", () =>
    expect(lanes("l", { beside })).toBe("2-140 2-140 none"));
});

test("nothing chosen is the plan", () => expect(shownLayers(only(""))).toEqual(["live"]));
