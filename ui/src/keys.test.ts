// The table of keys, and what the shell makes of a key press.

import { describe, expect, test, vi } from "vitest";
import { ACTIONS } from "./actions";
import { heard, KEYS } from "./keys";

vi.mock("./ipc", () => import("../dev/ipc"));

const press = (
  key: string,
  change: KeyboardEventInit = {},
  target: Element = document.body,
  letters = true,
) => {
  const event = new KeyboardEvent("keydown", { key, ...change });
  Object.defineProperty(event, "target", { value: target });
  return heard(event, ACTIONS, letters)?.id ?? null;
};

describe("the table", () => {
  const everywhere = ACTIONS.flatMap((action) => (action.yields ? [] : (action.keys ?? [])));
  test("no key does two things in one place", () => {
    const seen = [
      ...KEYS.flatMap((key) => key.keys.map((one) => `${key.where}: ${one}`)),
      ...everywhere,
    ];
    expect(seen).toEqual([...new Set(seen)]);
  });
  test("no key of a part is one that is heard everywhere", () => {
    expect(KEYS.flatMap((key) => key.keys).filter((key) => everywhere.includes(key))).toEqual([]);
  });
  test("every action has a name of its own, and its grid key is one of the grid's", () => {
    const ids = ACTIONS.map((action) => action.id);
    expect(ids).toEqual([...new Set(ids)]);
    const names = ACTIONS.map((action) => action.does);
    expect(names).toEqual([...new Set(names)]);
    const grid = KEYS.filter((key) => key.where === "In the week grid").flatMap((key) => key.keys);
    for (const { gridKey } of ACTIONS) if (gridKey) expect(grid).toContain(gridKey);
  });
});

describe("a key press", () => {
  const input = document.createElement("input");
  test("asks for its action", () => {
    expect(press("1", { ctrlKey: true })).toBe("week");
    expect(press("z", { ctrlKey: true })).toBe("undo");
    expect(press("Z", { ctrlKey: true, shiftKey: true })).toBe("redo");
    expect(press("?", { shiftKey: true })).toBe("keys");
    expect(press("y")).toBe("as-planned");
    expect(press("Y")).toBe("as-planned");
    expect(press("Y", { shiftKey: true })).toBe("rest-as-planned");
    expect(press("Y", { shiftKey: true, ctrlKey: true })).toBe("day-as-planned");
  });
  test("without its modifiers, or with Alt, is none of the shell's business", () => {
    expect(press("z")).toBeNull();
    expect(press("z", { ctrlKey: true, altKey: true })).toBeNull();
  });
  test("of a letter stays with the field that has the focus", () => {
    expect(press("?", { shiftKey: true }, input)).toBeNull();
    expect(press("/", {}, input)).toBeNull();
    expect(press("Y", { shiftKey: true }, input)).toBeNull();
    expect(press("1", { ctrlKey: true }, input)).toBe("week");
  });
  test("of a single character is none where letters are no commands", () => {
    expect(press("/")).toBe("search");
    expect(press("/", {}, document.body, false)).toBeNull();
    expect(press("Y", { shiftKey: true }, document.body, false)).toBeNull();
    expect(press("f", { ctrlKey: true }, document.body, false)).toBe("search");
  });
  test("undoes typing first in a field that is being typed in", () => {
    expect(press("z", { ctrlKey: true }, input)).toBe("undo");
    input.dataset.typed = "";
    expect(press("z", { ctrlKey: true }, input)).toBeNull();
    expect(press("6", { ctrlKey: true }, input)).toBe("settings");
  });
});
