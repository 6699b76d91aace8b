// What can be done about what really happened, for the palette and the list of keys.

import type { Action } from "../actions";
import { go } from "../go";
import { store } from "../store.svelte";
import { longDay } from "../time";
import { timer } from "./timer.svelte";

const show = () => {
  go.screen("week");
  timer.open = true;
};

export const timerActions: Action[] = [
  {
    id: "timer",
    does: "Start or stop the timer",
    now: () => {
      const chosen = store.selected[0];
      if (chosen && !timer.isOn(chosen.key))
        return `${timer.running ? "Switch the timer to" : "Start the timer for"} ${chosen.title}`;
      if (timer.running) return `Stop the timer of ${timer.running.title}`;
      return "Start the timer";
    },
    group: "Plan",
    keys: ["S"],
    words: "record track begin end stop watch what happened",
    run: () => {
      go.screen("week");
      timer.toggle();
    },
  },
  {
    id: "timer-stop",
    does: "Stop the timer",
    group: "Plan",
    words: "end record track",
    ready: () => timer.running !== null,
    run: () => void timer.stop(),
  },
  {
    id: "timer-switch",
    does: "Switch the timer to something else",
    group: "Plan",
    words: "change next task start",
    ready: () => timer.running !== null,
    run: show,
  },
  {
    id: "interruption",
    does: "Note an interruption",
    group: "Plan",
    words: "incident came up disturbed meanwhile",
    ready: () => timer.running?.phase === "work",
    run: show,
  },
  {
    id: "as-planned",
    does: "It happened as planned",
    now: () => {
      const [first, ...others] = store.selected;
      if (!first) return "It happened as planned";
      return others.length > 0
        ? `${others.length + 1} blocks happened as planned`
        : `${first.title} happened as planned`;
    },
    group: "Plan",
    keys: ["Y"],
    words: "confirm yes done actual",
    run: () => void timer.selectedAsPlanned(),
  },
  {
    id: "day-as-planned",
    does: "The day happened as planned",
    now: () => (timer.day ? `${longDay(timer.day)} happened as planned` : "The day as planned"),
    group: "Plan",
    keys: ["Ctrl+Shift+Y"],
    words: "confirm whole today yes actual",
    run: () => void timer.asPlanned({ which: "day", day: timer.day }),
  },
  {
    id: "rest-as-planned",
    does: "The rest of the day happened as planned",
    group: "Plan",
    keys: ["Shift+Y"],
    words: "confirm remaining today since yes actual",
    run: () => void timer.asPlanned({ which: "rest_of_day", day: timer.day }),
  },
];
