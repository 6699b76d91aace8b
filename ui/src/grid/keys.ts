// Which key means what in the grid. Pure; what a command does is decided elsewhere, and keys that
// are not the grid's (screens, undo, palette) are not its business.

import type { Category } from "../messages/Category";
import type { Grip } from "../messages/Grip";
import type { Step } from "./gesture";
import { CATEGORIES } from "./words";

export type Direction = "up" | "down" | "left" | "right" | "first" | "last";

export type Command =
  | { do: "go"; to: Direction }
  | { do: "turn"; weeks: -1 | 1 }
  | { do: "step"; grip: Grip; by: Step; fine: boolean }
  | { do: "category"; category: Category }
  | { do: "zoom"; by: -1 | 0 | 1 }
  | { do: Plain };

export type Plain =
  | "enter"
  | "escape"
  | "rename"
  | "create"
  | "remove"
  | "copy"
  | "cut"
  | "paste"
  | "duplicate"
  | "backlog"
  | "tick"
  | "gather"
  | "others"
  | "today"
  | "lane"
  | "commit"
  | "weekend"
  | "hours";

/** The parts of a keyboard event that matter here. */
export type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "shiftKey" | "altKey" | "metaKey">;

const GO: Record<string, Direction> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  Home: "first",
  End: "last",
};
const PLAIN: Record<string, Plain> = {
  Enter: "enter",
  " ": "enter",
  Escape: "escape",
  F2: "rename",
  Delete: "remove",
  Backspace: "remove",
};
const LETTERS: Record<string, Plain> = {
  b: "backlog",
  c: "commit",
  g: "lane",
  n: "create",
  p: "others",
  t: "today",
  w: "weekend",
  h: "hours",
  x: "tick",
};
const WITH_CTRL: Record<string, Plain> = {
  c: "copy",
  x: "cut",
  v: "paste",
  d: "duplicate",
  " ": "gather",
};
const ZOOM: Record<string, -1 | 0 | 1> = { "+": 1, "=": 1, "-": -1, "0": 0 };

/** The command of a key press, or null. `letters`: whether single characters are commands. */
export function commandOf(press: Press, letters: boolean): Command | null {
  const { key, ctrlKey: ctrl, shiftKey: shift, altKey: alt } = press;
  if (press.metaKey) return null;
  if (key.startsWith("Arrow") && (ctrl || shift)) return stepOf(key, ctrl, shift, alt);
  if (ctrl) {
    const does = shift || alt ? undefined : WITH_CTRL[key.toLowerCase()];
    return does ? { do: does } : null;
  }
  if (alt) return null;
  if (GO[key] && !shift) return { do: "go", to: GO[key] };
  if (key === "PageUp") return { do: "turn", weeks: -1 };
  if (key === "PageDown") return { do: "turn", weeks: 1 };
  if (PLAIN[key] && !shift) return { do: PLAIN[key] };
  if (!letters) return null;
  if (key in ZOOM) return { do: "zoom", by: ZOOM[key]! };
  const category = CATEGORIES[Number(key) - 1];
  if (category) return { do: "category", category };
  const does = LETTERS[key.toLowerCase()];
  return does && !shift ? { do: does } : null;
}

function stepOf(key: string, ctrl: boolean, shift: boolean, fine: boolean): Command | null {
  const sideways = key === "ArrowLeft" || key === "ArrowRight";
  const way = key === "ArrowUp" || key === "ArrowLeft" ? -1 : 1;
  if (sideways) return ctrl ? null : { do: "step", grip: "whole", by: { unit: "day", way }, fine };
  const grip: Grip = !ctrl ? "whole" : shift ? "start" : "end";
  return { do: "step", grip, by: { unit: "snap", way }, fine };
}
