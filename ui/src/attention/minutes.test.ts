import { expect, test } from "vitest";
import { ahead, choices } from "./minutes";

test("what is set is among the choices, in its place, however unusual", () => {
  const values = (set: number | null) => choices([5, 10], set, ahead).map((one) => one.value);
  expect(values(null)).toEqual([-1, 5, 10]);
  expect(values(10)).toEqual([-1, 5, 10]);
  expect(values(7)).toEqual([-1, 5, 7, 10]);
});

test("how far ahead reads as words", () => {
  expect([0, 5, 90].map(ahead)).toEqual(["When it is time", "5 min before", "1 h 30 before"]);
});
