// Dates on a line: where they stand in percent, where months begin, which bars share a row. Pure.

import { locale } from "../locale";
import { daysBetween, plusDays, type DateText } from "../time";

/** The dates a line shows, half-open. */
export interface Line {
  from: DateText;
  until: DateText;
}

/** How many months a line shows. */
export const MONTHS = 9;

/** The line whose first month is `before` months before that of a day. */
export function lineAround(day: DateText, before = 2): Line {
  return { from: monthStart(day, -before), until: monthStart(day, MONTHS - before) };
}

/** The line some months earlier or later. */
export const moved = ({ from, until }: Line, months: number): Line => ({
  from: monthStart(from, months),
  until: monthStart(until, months),
});

/** The first day of the month some months away from that of a day. */
export function monthStart(day: DateText, months: number): DateText {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const two = (n: number) => String(n).padStart(2, "0");
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${two((month % 12) + 1)}-01`;
}

/** Where a date stands on the line, 0–100; what lies outside stands at its end. */
export function placeOf(day: DateText, line: Line): number {
  const whole = daysBetween(line.from, line.until);
  return Math.min(100, Math.max(0, (daysBetween(line.from, day) / whole) * 100));
}

/** Where a range stands on the line; null where it lies outside. */
export function stretchOf(from: DateText, until: DateText | null, line: Line) {
  const end = until ?? line.until;
  if (end <= line.from || line.until <= from) return null;
  const left = placeOf(from, line);
  return { left, width: placeOf(end, line) - left };
}

/** The months of a line with their names; January is called by its year. */
export function months(line: Line): { day: DateText; name: string; at: number }[] {
  const all = [];
  for (let day = line.from; day < line.until; day = monthStart(day, 1)) {
    const january = day.slice(5, 7) === "01";
    const format = new Intl.DateTimeFormat(locale, { timeZone: "UTC", month: "short" });
    const name = january ? day.slice(0, 4) : format.format(new Date(`${day}T12:00:00Z`));
    all.push({ day, name, at: placeOf(day, line) });
  }
  return all;
}

interface Ranged {
  from: DateText;
  until: DateText | null;
}

/** Which row each of some ranges stands in, so that none stands over another. By their order. */
export function rows(ranges: Ranged[]): number[] {
  const ends: (DateText | null)[] = [];
  return ranges.map(({ from, until }) => {
    const free = ends.findIndex((end) => end !== null && end <= from);
    const row = free < 0 ? ends.length : free;
    ends[row] = until;
    return row;
  });
}

/** The last day of a half-open range, as people name it. */
export const lastDay = (until: DateText | null): DateText | null =>
  until === null ? null : plusDays(until, -1);
