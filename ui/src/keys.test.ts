// The table of keys, and what the shell makes of a key press.

import { describe, expect, test } from "vitest";
import { actionOf, KEYS } from "./keys";

const press = (key: string, change: KeyboardEventInit = {}, target: Element = document.body) => {
  const event = new KeyboardEvent("keydown", { key, ...change });
  Object.defineProperty(event, "target", { value: target });
  return actionOf(event);
};

describe("the table", () => {
  test("no key does two things in one place", () => {
    const seen = KEYS.flatMap((key) => key.keys.map((one) => `${key.where}: ${one}`));
    expect(seen).toEqual([...new Set(seen)]);
  });
  test("no grid key is one of the shell's", () => {
    const ours = new Set(KEYS.filter((key) => key.action).flatMap((key) => key.keys));
    const theirs = KEYS.filter((key) => !key.action).flatMap((key) => key.keys);
    expect(theirs.filter((key) => ours.has(key))).toEqual([]);
  });
});

describe("a key press", () => {
  const input = document.createElement("input");
  test("asks for its action", () => {
    expect(press("1", { ctrlKey: true })).toBe("week");
    expect(press("z", { ctrlKey: true })).toBe("undo");
    expect(press("Z", { ctrlKey: true, shiftKey: true })).toBe("redo");
    expect(press("?", { shiftKey: true })).toBe("keys");
  });
  test("without its modifiers, or with Alt, is none of the shell's business", () => {
    expect(press("z")).toBeNull();
    expect(press("z", { ctrlKey: true, altKey: true })).toBeNull();
  });
  test("of a letter stays with the field that has the focus", () => {
    expect(press("?", { shiftKey: true }, input)).toBeNull();
    expect(press("1", { ctrlKey: true }, input)).toBe("week");
  });
  test("undoes typing first in a field that is being typed in", () => {
    expect(press("z", { ctrlKey: true }, input)).toBe("undo");
    input.dataset.typed = "";
    expect(press("z", { ctrlKey: true }, input)).toBeNull();
    expect(press("6", { ctrlKey: true }, input)).toBe("settings");
  });
});
