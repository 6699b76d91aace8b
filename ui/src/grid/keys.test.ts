// Which key means what, as the table of keys has it.

import { expect, test } from "vitest";
import { commandOf, type Command } from "./keys";

/** "Ctrl+Shift+ArrowUp" as the browser reports it. */
function press(words: string, letters = true): Command | null {
  const held = words.split("+").slice(0, -1);
  const key = words === "+" ? "+" : words.split("+").at(-1)!;
  return commandOf(
    {
      key: key === "Space" ? " " : key,
      ctrlKey: held.includes("Ctrl"),
      shiftKey: held.includes("Shift"),
      altKey: held.includes("Alt"),
      metaKey: held.includes("Meta"),
    },
    letters,
  );
}

test.each<[string, Command | null]>([
  ["ArrowUp", { do: "go", to: "up" }],
  ["Home", { do: "go", to: "first" }],
  ["PageDown", { do: "turn", weeks: 1 }],
  ["Shift+ArrowDown", { do: "step", grip: "whole", by: { unit: "snap", way: 1 }, fine: false }],
  ["Alt+Shift+ArrowUp", { do: "step", grip: "whole", by: { unit: "snap", way: -1 }, fine: true }],
  ["Shift+ArrowRight", { do: "step", grip: "whole", by: { unit: "day", way: 1 }, fine: false }],
  ["Ctrl+ArrowDown", { do: "step", grip: "end", by: { unit: "snap", way: 1 }, fine: false }],
  ["Ctrl+Shift+ArrowUp", { do: "step", grip: "start", by: { unit: "snap", way: -1 }, fine: false }],
  ["Ctrl+ArrowLeft", null],
  ["Enter", { do: "enter" }],
  ["Space", { do: "enter" }],
  ["F2", { do: "rename" }],
  ["Delete", { do: "remove" }],
  ["Ctrl+Space", { do: "gather" }],
  ["Ctrl+c", { do: "copy" }],
  ["Ctrl+V", { do: "paste" }],
  ["Ctrl+Shift+v", null],
  ["Ctrl+d", { do: "duplicate" }],
  ["n", { do: "create" }],
  ["3", { do: "category", category: "growth" }],
  ["5", null],
  ["Ctrl+3", null],
  ["+", { do: "zoom", by: 1 }],
  ["-", { do: "zoom", by: -1 }],
  ["0", { do: "zoom", by: 0 }],
  ["Ctrl+z", null],
  ["Ctrl+k", null],
  ["Meta+n", null],
])("%s", (words, command) => expect(press(words)).toEqual(command));

test.each(["n", "t", "1", "+", "p"])("%s is no command where letters are switched off", (key) =>
  expect(press(key, false)).toBeNull(),
);

test("arrows and Enter are commands even there", () => {
  expect(press("ArrowUp", false)).not.toBeNull();
  expect(press("Enter", false)).not.toBeNull();
});
