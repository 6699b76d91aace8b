// Entries of what happened as boxes in their days, and what is said of one. Pure: entries hold no
// moment twice, so nothing stands beside anything.

import type { EntryShown } from "../messages/EntryShown";
import type { Occurrence } from "../messages/Occurrence";
import type { RunningShown } from "../messages/RunningShown";
import type { Source } from "../messages/Source";
import { clockOf, type DateText, type Wall } from "../time";
import { standsAbove, type Hours } from "./layout";
import {
  DAY,
  dateOfDay,
  dayOf,
  lastDayOf,
  momentOf,
  spanOf,
  type Moment,
  type Span,
} from "./moment";
import { spanWords, titleOf } from "./words";

/** What one day column draws of an entry. */
export interface EntryBox {
  of: EntryShown & { key: string };
  span: Span;
  date: DateText;
  /** Minutes of this day it covers. */
  from: number;
  until: number;
  starts: boolean;
  ends: boolean;
  /** The first part in view carries the name and the focus. */
  main: boolean;
  column: 0;
}

/** The name an entry has on screen: among occurrences, whose keys begin otherwise. */
export const entryKey = (id: number): string => `a${id}`;

/** Whole minutes, at least one, so that even seconds can be seen and taken. */
export function entrySpan(entry: { start: Wall; end: Wall }): Span {
  const { start, end } = spanOf(entry);
  return { start, end: Math.max(end, start + 1) };
}

/** The boxes of every shown day. */
export function layEntries(entries: EntryShown[], dates: DateText[]): Map<DateText, EntryBox[]> {
  const byDay = new Map<DateText, EntryBox[]>(dates.map((date) => [date, []]));
  for (const entry of entries) {
    const span = entrySpan(entry);
    const of = { ...entry, key: entryKey(entry.id) };
    let main = true;
    for (let day = dayOf(span.start); day <= lastDayOf(span); day++) {
      const boxes = byDay.get(dateOfDay(day));
      if (!boxes) continue;
      boxes.push({
        of,
        span,
        date: dateOfDay(day),
        from: Math.max(0, span.start - day * DAY),
        until: Math.min(DAY, span.end - day * DAY),
        starts: day * DAY <= span.start,
        ends: span.end <= (day + 1) * DAY,
        main,
        column: 0,
      });
      main = false;
    }
  }
  return byDay;
}

/** The part of a day that is being recorded, up to this moment. */
export function runningPart(
  running: RunningShown | null,
  now: Moment | null,
  date: DateText,
  hours: Hours,
): { from: number; until: number } | null {
  if (!running || running.phase !== "work" || now === null) return null;
  const day = momentOf(`${date}T00:00:00`);
  const from = Math.max(hours.from, momentOf(running.start) - day);
  const until = Math.min(hours.until, now - day);
  return from < until ? { from, until } : null;
}

/** How it is known. */
export const sourceWords: Record<Source, string> = {
  timer: "by timer",
  hand: "by hand",
  confirmed: "as planned",
};

/** "Ingest design, actual, Thursday 10:05 to 11:40, technical, by timer". */
export function entryName(entry: EntryShown): string {
  const words = [titleOf(entry), "actual", spanWords(entrySpan(entry)), entry.category];
  words.push(sourceWords[entry.source]);
  if (entry.after_close) words.push("after the day was closed");
  const { length } = entry.noted;
  if (length > 0) words.push(`${length} ${length === 1 ? "interruption" : "interruptions"}`);
  return words.join(", ");
}

/** What the pointer is told of an entry: its title and times, how it is known, what came up. */
export function entryTip(entry: EntryShown): string {
  const times = `${clockOf(entry.start)}–${clockOf(entry.end)} (${entry.length_words})`;
  const noted = entry.noted.map(({ at, word }) => `${clockOf(at)} ${word}`);
  const after = entry.after_close ? ["After the day was closed"] : [];
  return [titleOf(entry), `${times}, ${sourceWords[entry.source]}`, ...after, ...noted].join("\n");
}

/** What a stretch that is drawn by hand is likely time for: what holds at least half of it. */
export function beneath(span: Span, occurrences: Occurrence[]): Occurrence | null {
  let best: Occurrence | null = null;
  let most = (span.end - span.start) / 2;
  for (const of of occurrences) {
    if (standsAbove(of) || of.status === "cancelled") continue;
    const other = spanOf(of);
    const shared = Math.min(span.end, other.end) - Math.max(span.start, other.start);
    if (most < shared || (most === shared && best === null)) [best, most] = [of, shared];
  }
  return best;
}
