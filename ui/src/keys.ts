// How keys are written and told apart, and a table of those that only a part of the window hears:
// they are handled there and named here, for the list of all keys. Keys that are heard everywhere
// belong to an action in actions.ts.

export type Where =
  | "In the week grid"
  | "In the backlog"
  | "In the month and the agenda"
  | "While moving or resizing"
  | "In a field";

export interface Key {
  /** As people read it: "Ctrl+Shift+Z"; several ways are separate entries of the list. */
  keys: string[];
  does: string;
  where: Where;
}

export const KEYS: Key[] = [
  { keys: ["↑ ↓ ← →"], does: "From slot to slot, from block to block", where: "In the week grid" },
  { keys: ["Home", "End"], does: "Ends of the day", where: "In the week grid" },
  { keys: ["PgUp", "PgDn"], does: "Week back, week forward", where: "In the week grid" },
  { keys: ["T"], does: "Today", where: "In the week grid" },
  { keys: ["N"], does: "New block at the cursor", where: "In the week grid" },
  {
    keys: ["Enter"],
    does: "Open the block; new block on an empty slot",
    where: "In the week grid",
  },
  { keys: ["F2"], does: "Rename", where: "In the week grid" },
  {
    keys: ["1", "2", "3", "4"],
    does: "Technical, management, growth, personal",
    where: "In the week grid",
  },
  { keys: ["Shift+↑ ↓ ← →"], does: "Move by a step or a day", where: "In the week grid" },
  { keys: ["Ctrl+↑ ↓"], does: "Move the end", where: "In the week grid" },
  { keys: ["Ctrl+Shift+↑ ↓"], does: "Move the start", where: "In the week grid" },
  { keys: ["Ctrl+Space", "Shift+Click"], does: "Add to the selection", where: "In the week grid" },
  {
    keys: ["Ctrl+C", "Ctrl+X", "Ctrl+V"],
    does: "Copy, cut, paste",
    where: "In the week grid",
  },
  { keys: ["Ctrl+D"], does: "Duplicate", where: "In the week grid" },
  { keys: ["Delete"], does: "Delete", where: "In the week grid" },
  { keys: ["B"], does: "Back to the backlog", where: "In the week grid" },
  { keys: ["X"], does: "Done, or not done after all", where: "In the week grid" },
  { keys: ["+", "-", "Ctrl+Wheel"], does: "Taller or lower hours", where: "In the week grid" },
  { keys: ["0"], does: "Hours as tall as fits", where: "In the week grid" },
  {
    keys: ["C"],
    does: "Commit the week; once it is, what became of it",
    where: "In the week grid",
  },
  {
    keys: ["M", "E", "R", "P"],
    does: "Why a committed block changed: mine, external, room kept; or put it back",
    where: "In the week grid",
  },
  {
    keys: ["G"],
    does: "Go into the lane of what happened and back; entries are not copied, pasted, ticked off or sent to the backlog",
    where: "In the week grid",
  },
  { keys: ["W"], does: "Weekend on or off", where: "In the week grid" },
  { keys: ["H"], does: "All hours on or off", where: "In the week grid" },

  { keys: ["↑ ↓"], does: "From task to task", where: "In the backlog" },
  { keys: ["Enter"], does: "Into the week, at the cursor of the grid", where: "In the backlog" },
  { keys: ["Shift+Enter"], does: "Into the next free time", where: "In the backlog" },
  { keys: ["F2"], does: "Change", where: "In the backlog" },
  { keys: ["Space"], does: "Done, or to be done again", where: "In the backlog" },
  { keys: ["Delete"], does: "Delete", where: "In the backlog" },

  {
    keys: ["P"],
    does: "What happens to the blocks in the way: they stay, move on, or give way",
    where: "While moving or resizing",
  },
  { keys: ["Alt"], does: "Steps of five minutes", where: "While moving or resizing" },
  { keys: ["Ctrl"], does: "Drag a copy", where: "While moving or resizing" },
  { keys: ["Enter"], does: "Keep it", where: "While moving or resizing" },
  { keys: ["Esc"], does: "Drop it; nothing changes", where: "While moving or resizing" },

  {
    keys: ["↑ ↓ ← →"],
    does: "From cell to cell, from row to row",
    where: "In the month and the agenda",
  },
  {
    keys: ["Enter"],
    does: "To the day or the week; in the list, open",
    where: "In the month and the agenda",
  },
  { keys: ["Ctrl+Enter"], does: "From the list to the week", where: "In the month and the agenda" },
  {
    keys: ["PgUp", "PgDn"],
    does: "A month back or on; in the list a week",
    where: "In the month and the agenda",
  },

  { keys: ["Enter"], does: "Keep what was typed", where: "In a field" },
  { keys: ["Esc"], does: "Back to what it was; once more, back to the week", where: "In a field" },
];

/** What asks to be done when one of its keys is pressed. */
interface Keyed {
  id: string;
  keys?: string[];
}

/**
 * Which of the things that hear keys everywhere a key press asks for; null when it is no business of
 * theirs. `letters`: whether a single character without Ctrl may be a command.
 */
export function heard<T extends Keyed>(event: KeyboardEvent, all: T[], letters: boolean): T | null {
  if (event.altKey) return null;
  const pressed = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const ctrl = event.ctrlKey || event.metaKey;
  // Of other characters Shift is a part: "?" is Shift and something else, or not, as keyboards go.
  const shift = event.shiftKey && (ctrl || isLetter(pressed));
  const name = `${ctrl ? "Ctrl+" : ""}${shift ? "Shift+" : ""}${pressed}`;
  const found = all.find((one) => one.keys?.includes(name)) ?? null;
  if (!found) return null;
  if (!letters && !ctrl && pressed.length === 1) return null;
  if (!isTyping(event.target)) return found;
  // In a field, plain characters are text, and what is being typed has its own undo.
  if (!ctrl) return null;
  const typed = (event.target as HTMLElement).dataset.typed !== undefined;
  return typed && (found.id === "undo" || found.id === "redo") ? null : found;
}

/** Whether a press is a letter alone: those are commands of the week, and of nothing that lies over it. */
export const isPlainLetter = (event: KeyboardEvent): boolean =>
  !event.ctrlKey && !event.metaKey && isLetter(event.key);

/** Whether something is part of a card, a sheet, or the view of a session. */
export const isOverWeek = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="dialog"], .focus') !== null;

const isLetter = (key: string): boolean => /^\p{L}$/u.test(key);

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && !["checkbox", "radio", "button"].includes(target.type)) ||
  (target instanceof HTMLElement && target.isContentEditable);
