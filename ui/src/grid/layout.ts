// Occurrences of some days become boxes: which minutes of which day column, beside which others.
// Works in wall minutes and knows no pixels, no colours and no page.

import type { Day } from "../messages/Day";
import type { Occurrence } from "../messages/Occurrence";
import type { DateText } from "../time";
import { DAY, dateOfDay, dayOf, dayOfDate, lastDayOf, spanOf, type Span } from "./moment";

/** The part of the day that is shown, in full hours, as minutes after midnight. */
export interface Hours {
  from: number;
  until: number;
}

/** What one day column draws of an occurrence. */
export interface Box {
  of: Occurrence;
  span: Span;
  /** Minutes of this day it covers in time. */
  from: number;
  until: number;
  /** Minutes of this day its drawing covers: never too low to read. */
  top: number;
  bottom: number;
  /** Minutes at its top that a short box before it is drawn over. */
  covered: number;
  /** Which of how many columns side by side. */
  column: number;
  columns: number;
  /** Whether it starts, whether it ends in this column. */
  starts: boolean;
  ends: boolean;
  /** The first part in view carries the name and the focus. */
  main: boolean;
}

/** A bar in the row above the grid, over the days `first` to `last` (indexes of the days shown). */
export interface Bar {
  of: Occurrence;
  first: number;
  last: number;
  lane: number;
}

/** All-day events, free ones and those of a day and more stand above the hours. */
export const standsAbove = (o: Occurrence): boolean => {
  const { start, end } = spanOf(o);
  return o.all_day || o.free || end - start >= DAY;
};

/** The days to show: without the weekend where it is hidden, unless nothing else is in view. */
export function shownDays(days: Day[], weekend: boolean): Day[] {
  if (weekend) return days;
  const workdays = days.filter((day) => (dayOfDate(day.date) + 3) % 7 < 5);
  return workdays.length > 0 ? workdays : days;
}

/**
 * From one hour before the earliest work start to two after the latest work end, and further where
 * something stands there.
 */
export function visibleHours(days: Day[], spans: Span[], all: boolean): Hours {
  if (all) return { from: 0, until: DAY };
  const work = days.flatMap((day) => day.work ?? []);
  let from = Math.max(0, Math.min(...work.map((w) => w.start), 9 * 60) - 60);
  let until = Math.min(DAY, Math.max(...work.map((w) => w.end), 18 * 60) + 120);
  const shown = new Set(days.map((day) => dayOfDate(day.date)));
  for (const span of spans) {
    for (let day = dayOf(span.start); day <= lastDayOf(span); day++) {
      if (!shown.has(day)) continue;
      from = Math.min(from, Math.max(0, span.start - day * DAY));
      until = Math.max(until, Math.min(DAY, span.end - day * DAY));
    }
  }
  return { from: Math.floor(from / 60) * 60, until: Math.ceil(until / 60) * 60 };
}

/** The boxes of every shown day. `least` is the height in minutes below which nothing is legible. */
export function layWeek(
  occurrences: Occurrence[],
  dates: DateText[],
  hours: Hours,
  least: number,
  step: () => void = () => {},
): Map<DateText, Box[]> {
  const byDay = new Map<DateText, Box[]>(dates.map((date) => [date, []]));
  for (const of of occurrences) {
    if (standsAbove(of)) continue;
    let main = true;
    const span = spanOf(of);
    for (let day = dayOf(span.start); day <= lastDayOf(span); day++) {
      step();
      const boxes = byDay.get(dateOfDay(day));
      if (!boxes) continue;
      boxes.push({ ...partOf(span, day, hours, least), of, main });
      main = false;
    }
  }
  for (const boxes of byDay.values()) sideBySide(boxes, least, step);
  return byDay;
}

/** The bars of the row above, packed into as few lanes as first come, first served allows. */
export function layRow(occurrences: Occurrence[], dates: DateText[]): Bar[] {
  const days = dates.map(dayOfDate);
  const bars: Bar[] = [];
  const endOfLane: number[] = [];
  const above = occurrences.filter(standsAbove).map((of) => ({ of, span: spanOf(of) }));
  above.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  for (const { of, span } of above) {
    const first = days.findIndex((day) => day >= dayOf(span.start) && day <= lastDayOf(span));
    if (first < 0) continue;
    const last = days.findLastIndex((day) => day <= lastDayOf(span));
    let lane = endOfLane.findIndex((end) => end < first);
    if (lane < 0) lane = endOfLane.length;
    endOfLane[lane] = last;
    bars.push({ of, first, last, lane });
  }
  return bars;
}

/** The part of a span that lies on a day, alone in its column for now. */
export function partOf(
  span: Span,
  day: number,
  hours: Hours,
  least: number,
): Omit<Box, "of" | "main"> {
  const from = Math.max(0, span.start - day * DAY);
  const until = Math.min(DAY, span.end - day * DAY);
  const top = Math.max(hours.from, Math.min(from, hours.until - least));
  return {
    span,
    from,
    until,
    top,
    bottom: Math.max(until, top + least),
    covered: 0,
    column: 0,
    columns: 1,
    starts: span.start >= day * DAY,
    ends: span.end <= (day + 1) * DAY,
  };
}

/**
 * Gives overlapping boxes columns of their own, by what is drawn and not by time alone. One sweep
 * from top to bottom; a run of boxes that touch shares one number of columns.
 *
 *     09:30 ┌ Stand-up ┐   Fifteen minutes are too low to read, so the box hangs over the next
 *     09:45 │╌╌╌╌╌╌╌╌╌╌│   one, which has room enough to begin its words below. Were that one
 *           └ Storage … ┘  short too, they would stand side by side.
 */
function sideBySide(boxes: Box[], least: number, step: () => void): void {
  boxes.sort((a, b) => {
    step();
    return a.top - b.top || b.bottom - a.bottom || (a.of.key < b.of.key ? -1 : 1);
  });
  let run: Box[] = [];
  let freed: number[] = [];
  let columns = 0;
  /** Where the run ends in time, and where the lowest box of the runs before it is drawn to. */
  let bottom = 0;
  let lid = 0;
  /** By minute: the columns of this run that are free again from there on, and who leaves them. */
  let ending: Box[][] = [];
  const last: Box[] = [];
  let minute = 0;
  const close = () => {
    for (const box of run) {
      box.columns = columns;
      lid = Math.max(lid, box.bottom);
    }
    [run, freed, ending, columns] = [[], [], [], 0];
  };
  for (const [at, box] of boxes.entries()) {
    step();
    if (bottom <= box.top) close();
    for (; minute <= box.top; minute++) {
      for (const gone of ending[minute] ?? []) freed.push(gone.column);
    }
    const reused = freed.pop();
    box.column = reused ?? columns++;
    const above = Math.max(lid, reused === undefined ? 0 : last[reused]!.bottom);
    box.covered = Math.max(0, above - box.top);
    last[box.column] = box;
    const claim = mayHangOver(box, boxes, at, least) ? box.until : box.bottom;
    (ending[Math.ceil(claim)] ??= []).push(box);
    bottom = run.length === 0 ? claim : Math.max(bottom, claim);
    run.push(box);
  }
  close();
}

/** Whether whoever begins below a short box, and under its drawing, has room for words below that. */
function mayHangOver(box: Box, boxes: Box[], at: number, least: number): boolean {
  if (box.bottom <= box.until) return false;
  for (let next = at + 1; next <= at + 3; next++) {
    const below = boxes[next];
    if (!below || box.bottom <= below.top) return true;
    if (box.until <= below.top && below.bottom - box.bottom < least) return false;
  }
  return false;
}
