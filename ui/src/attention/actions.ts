// What can be done about reminders, for the palette and the list of keys.

import type { Action } from "../actions";
import { reminders } from "./reminders.svelte";

export const reminderActions: Action[] = [
  {
    id: "reminders",
    does: "Go to reminders",
    group: "Go to",
    keys: ["Ctrl+M"],
    words: "notification card missed while away list",
    ready: () => reminders.shown.length > 0 || reminders.missed !== null,
    run: () => void reminders.enter(),
  },
];
