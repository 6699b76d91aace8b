// What is said of what is going on. Only words: lengths come from Rust or are counted from there.

import type { Phase } from "../messages/Phase";
import type { RunningShown } from "../messages/RunningShown";
import { titleOf } from "../grid/words";

const STATES: Record<Phase, string> = {
  work: "",
  paused: "Paused",
  short_break: "Break",
  long_break: "Long break",
  ready: "Ready",
};

/** "Paused", or nothing while time is recorded. */
export const stateOf = (running: RunningShown): string => STATES[running.phase];

/** "Timer: Ingest design", "Paused: Ingest design". */
export const pillName = (running: RunningShown): string =>
  `${stateOf(running) || "Timer"}: ${titleOf(running)}`;
