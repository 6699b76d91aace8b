// Words typed against names.

import { expect, test } from "vitest";
import { rankOf, ranked } from "./match";

test.each([
  ["sett", "Settings: Look", 0],
  ["look", "Settings: Look", 1],
  ["look set", "Settings: Look", 1],
  ["ook", "Settings: Look", 2],
  ["dark", "Settings: Look", 3],
  ["dark set", "Settings: Look", 3],
  ["ark", "Settings: Look", null],
  ["set nothing", "Settings: Look", null],
])("%s in %s", (typed, name, rank) => {
  expect(rankOf(typed, name, "theme dark light")).toBe(rank);
});

test("accents and capitals make no difference, on either side", () => {
  expect(rankOf("ubung", "Übung mit Zoë")).toBe(0);
  expect(rankOf("ZOË", "Übung mit Zoe")).toBe(1);
});

test("the best come first, and those that fit alike keep their order", () => {
  const names = ["All keys", "Export", "Keys", "Keys again"];
  const found = ranked("key", names, (name) => ({ name, further: "" }));
  expect(found).toEqual(["Keys", "Keys again", "All keys"]);
});
