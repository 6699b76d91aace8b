// Weeks in a few words, for the tests of the grid: the week of 16 November 2026, "Thu 10:00-12:00".

import { plain } from "../facets";
import type { Day } from "../messages/Day";
import type { EntryShown } from "../messages/EntryShown";
import type { Figures } from "../messages/Figures";
import type { Occurrence } from "../messages/Occurrence";
import type { Op } from "../messages/Op";
import type { Reply } from "../messages/Reply";
import type { RunningShown } from "../messages/RunningShown";
import type { Week } from "../messages/Week";
import { plusDays } from "../time";
import { momentOf } from "./moment";

const NAMES = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONDAY = "2026-11-16";

/** "Thu 10:00-12:00", or over midnight "Thu 22:00-02:00", as wall times. */
export function walls(words: string): { start: string; end: string } {
  const [, name, from, to] = /^(\w{3}) ([\d:]+)-([\d:]+)$/.exec(words)!;
  const date = plusDays(MONDAY, NAMES.indexOf(name!));
  const next = to! <= from! ? plusDays(date, 1) : date;
  return { start: `${date}T${from!}:00`, end: `${next}T${to!}:00` };
}

let ids = 0;

export function live(title: string, words: string, more: Partial<Occurrence> = {}): Occurrence {
  const { start, end } = walls(words);
  const id = ++ids;
  return {
    key: `b${id}`,
    layer: "live",
    block: `b${id}`,
    event: null,
    feed: null,
    uid: `uid ${title}`,
    title,
    category: "technical",
    guessed: false,
    start,
    end,
    minutes: momentOf(end) - momentOf(start),
    length_words: "",
    all_day: false,
    status: "confirmed",
    free: false,
    counts: true,
    locked: false,
    zone: null,
    location: "",
    has_link: false,
    repeats: false,
    facets: plain(),
    task: null,
    ...more,
  };
}

export const feed = (title: string, words: string, more: Partial<Occurrence> = {}): Occurrence => ({
  ...live(title, words, { category: "management" }),
  layer: "feed",
  block: null,
  event: ids,
  feed: 1,
  key: `e${ids}`,
  ...more,
});

/** Time that was spent, by timer. */
export function entry(title: string, words: string, more: Partial<EntryShown> = {}): EntryShown {
  const { start, end } = walls(words);
  return {
    id: ++ids,
    title,
    category: "technical",
    start,
    end,
    minutes: momentOf(end) - momentOf(start),
    length_words: "",
    after_close: false,
    source: "timer",
    of: null,
    note: "",
    noted: [],
    ...more,
  };
}

/** A timer that runs since then. */
export const runs = (title: string, start: string, of: string | null = null): RunningShown => ({
  title,
  category: "technical",
  of,
  phase: "work",
  start,
  elapsed: 0,
  length: null,
  focus: false,
  rounds: null,
  done: 0,
  noted: [],
});

export const numbers: Figures = {
  week: MONDAY,
  categories: [],
  personal_minutes: 0,
  personal_words: "",
  work_minutes: 0,
  target_minutes: 0,
  work_words: "",
  distance: null,
  minutes_to_move: null,
  mix_words: "",
  longest_focus: 0,
  hints: [],
  kept_free_minutes: 0,
  kept_free_words: "",
  lead: null,
  commitment: null,
  given_up_minutes: 0,
};

export const days = (from = MONDAY, count = 7): Day[] =>
  Array.from({ length: count }, (_, at) => {
    const date = plusDays(from, at);
    const work = at < 5 ? { start: 540, end: 1050 } : null;
    return { date, minutes: 1440, skipped: null, repeated: null, work, off: null, closed: null };
  });

export const week = (occurrences: Occurrence[], more: Partial<Week> = {}): Week => ({
  rev: 1,
  range: { from: MONDAY, until: plusDays(MONDAY, 7) },
  today: "2026-11-19",
  now: "2026-11-19T08:17:00",
  zone: "Europe/Berlin",
  days: days(),
  occurrences,
  entries: [],
  ticked: [],
  running: null,
  figures: numbers,
  undo: null,
  redo: null,
  settings: {
    home_zone: null,
    work_hours: [null, null, null, null, null, null, null],
    week_starts_on: 0,
    day_starts_at: 240,
    snap_minutes: 15,
    growth_minimum: 0,
    switches_hint: 6,
    theme: "light",
    letter_keys: true,
    show_weekend: true,
    show_all_hours: false,
    hour_height: 43,
    layers: { committed: false, live: true, actual: true, beside: false },
    role: null,
    own_rules: false,
    first_run_done: true,
    suggest_weights: { mix: 2, switches: 2, runs: 2, stability: 2, peak: 2 },
    peak_hours: null,
  },
  ...more,
});

/** The reply to a write: a new block for a new block, nothing else. */
export function done(op: Op, rev = 2): Reply {
  const put =
    op.op === "create"
      ? [live(op.title, "Mon 00:00-01:00", { start: op.start, end: op.end, category: op.category })]
      : [];
  return {
    reply: "done",
    rev,
    reload: false,
    seen: { from: MONDAY, until: plusDays(MONDAY, 7) },
    put,
    removed: [],
    figures: numbers,
    undo: "it",
    undoable: true,
    redo: null,
    said: "",
    notice: "",
    spread: null,
    focus: put[0]?.key ?? null,
    asks: null,
  };
}
