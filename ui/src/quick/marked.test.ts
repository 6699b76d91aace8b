import { expect, test } from "vitest";
import type { ReadPart } from "../messages/ReadPart";
import { marked } from "./marked";

const part = (from: number, until: number): ReadPart => ({
  from,
  until,
  kind: "day",
  meaning: "Tuesday",
});

test("the runs of a line are the line", () => {
  const line = "call Tue 9 Ben";
  const runs = marked(line, [part(5, 8), part(9, 10)]);
  expect(runs.map((run) => run.text)).toEqual(["call ", "Tue", " ", "9", " Ben"]);
  expect(runs.map((run) => run.kind !== null)).toEqual([false, true, false, true, false]);
  expect(runs.map((run) => run.text).join("")).toBe(line);
});

test("a reading of a longer line marks nothing beyond the end", () => {
  expect(marked("call", [part(5, 8)])).toEqual([{ text: "call", kind: null }]);
  expect(marked("", [part(0, 3)])).toEqual([]);
});
