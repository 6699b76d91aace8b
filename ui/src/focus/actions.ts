// What can be done about a focus session, for the palette and the list of keys.

import type { Action } from "../actions";
import { away } from "../away/away.svelte";
import { focus } from "./focus.svelte";

/** Whether the keys of an action are heard while the quiet view covers the window. */
export const isForQuiet = (id: string): boolean =>
  ["undo", "redo", "palette", "keys", "reminders", "focus"].includes(id) || id.startsWith("focus-");

const inRounds = () => Boolean(focus.running?.focus && focus.running.rounds);

export const focusActions: Action[] = [
  {
    id: "focus",
    does: "Focus session",
    now: () => (focus.running?.focus ? "Back to the focus session" : "Begin a focus session"),
    group: "Plan",
    keys: ["F"],
    yields: true,
    words: "pomodoro rounds deep work concentrate start timer quiet view",
    run: () => focus.enter(),
  },
  {
    id: "focus-hold",
    does: "Pause or go on",
    now: () => (focus.running?.phase === "work" ? "Pause the timer" : "Go on with the timer"),
    group: "Plan",
    words: "hold resume continue break round focus",
    ready: () => focus.running !== null,
    run: () => void focus.hold(),
  },
  {
    id: "focus-skip",
    does: "Skip to the next part of the focus session",
    group: "Plan",
    words: "break round pomodoro end early",
    ready: inRounds,
    run: () => void focus.skip(),
  },
  {
    id: "focus-extend",
    does: "Five minutes more of this round or break",
    group: "Plan",
    words: "extend longer pomodoro add",
    ready: () => focus.running?.length != null,
    run: () => void focus.extend(5),
  },
  {
    id: "away",
    does: "Say what the absence was",
    group: "Plan",
    words: "idle away break back question",
    ready: () => away.question !== null,
    run: () => void away.show(),
  },
];
