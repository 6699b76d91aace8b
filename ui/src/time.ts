// Wall times as they come from Rust ("2026-11-19T10:00:00"), taken apart for drawing. No zones and
// no durations here: those come from Rust.

import { locale } from "./locale";

export type Wall = string;
export type DateText = string;

const DAY = 86_400_000;

/** "2026-11-19" of a wall time. */
export const dateOf = (wall: Wall): DateText => wall.slice(0, 10);

/** Minutes after midnight of a wall time, 0–1439. */
export const minuteOf = (wall: Wall): number =>
  Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));

/** The wall time a number of minutes after midnight of a date; may lie on another day. */
export function wallAt(date: DateText, minute: number): Wall {
  const at = new Date(Date.parse(`${date}T00:00:00Z`) + minute * 60_000);
  return at.toISOString().slice(0, 19);
}

/** The date `days` after a date. */
export const plusDays = (date: DateText, days: number): DateText =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** Whole days from one date to another. */
export const daysBetween = (from: DateText, to: DateText): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);

/** Wall minutes from one wall time to another, as clocks show them. */
export const wallMinutes = (from: Wall, to: Wall): number =>
  daysBetween(dateOf(from), dateOf(to)) * 1440 + minuteOf(to) - minuteOf(from);

/** "2026-11-19T10:00": the form used in the page's data attributes and time fields. */
export const short = (wall: Wall): string => wall.slice(0, 16);

const noon = (date: DateText) => new Date(`${date}T12:00:00Z`);
const format = (options: Intl.DateTimeFormatOptions) => {
  const formatter = new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
  return (date: DateText) => formatter.format(noon(date));
};

/** "Thursday 19 November", in the words and order of the locale, without a comma. */
export const longDay = (date: DateText): string => {
  const parts = format({ weekday: "long", day: "numeric", month: "long" })(date);
  return parts.replace(",", "");
};
/** "Thu". */
export const shortWeekday = format({ weekday: "short" });
/** "Thursday". */
export const weekday = format({ weekday: "long" });
/** "19". */
export const dayNumber = format({ day: "numeric" });

const twelveHours = new Intl.DateTimeFormat(locale, { hour: "numeric" }).resolvedOptions().hour12;
const clock = new Intl.DateTimeFormat(locale, {
  timeZone: "UTC",
  // "9:00 AM" but "09:00", as on the axis of the hours.
  hour: twelveHours ? "numeric" : "2-digit",
  minute: "2-digit",
});

/** "10:00" or "10:00 AM", as the locale has it. */
export const clockOf = (wall: Wall): string => clock.format(new Date(`${wall.slice(0, 19)}Z`));

/** ISO week number of a date. */
export function weekNumber(date: DateText): number {
  const day = noon(date);
  const thursday = new Date(day.getTime() + (3 - ((day.getUTCDay() + 6) % 7)) * DAY);
  const first = new Date(Date.UTC(thursday.getUTCFullYear(), 0, 4, 12));
  return (
    1 +
    Math.round(
      ((thursday.getTime() - first.getTime()) / DAY - 3 + ((first.getUTCDay() + 6) % 7)) / 7,
    )
  );
}

/**
 * The seven days of the week that holds a date; weeks start on `start`, 0 = Monday. For turning to a
 * page: which week numbers are of, `Figures.week` tells.
 */
export function weekOf(date: DateText, start: number): { from: DateText; until: DateText } {
  const from = plusDays(date, -((noon(date).getUTCDay() + 6 - start + 7) % 7));
  return { from, until: plusDays(from, 7) };
}

/** "16 – 22 November", or the one day, as the locale has it. */
export function rangeWords(from: DateText, until: DateText): string {
  const last = plusDays(until, -1);
  if (from === last) return longDay(from);
  const year = from.slice(0, 4) === last.slice(0, 4) ? undefined : "numeric";
  return new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    day: "numeric",
    month: "long",
    year,
  }).formatRange(noon(from), noon(last));
}

/** The first day of the month that holds a date. */
export const firstOfMonth = (date: DateText): DateText => `${date.slice(0, 8)}01`;

/** The first day of the month so many months from that of a date. */
export function plusMonths(date: DateText, months: number): DateText {
  const at = new Date(`${firstOfMonth(date)}T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + months);
  return at.toISOString().slice(0, 10);
}

/** "November 2026". */
export const monthName = format({ month: "long", year: "numeric" });

/** "Thu, 19 Nov", with the year where it is not that of `near`. */
export const shortDay = (date: DateText, near: DateText): string =>
  `${shortWeekday(date)} ${shortDate(date, near)}`;

/** "19 Nov", with the year where it is not that of `near`. */
export const shortDate = (date: DateText, near: DateText): string =>
  format({
    day: "numeric",
    month: "short",
    year: date.slice(0, 4) === near.slice(0, 4) ? undefined : "numeric",
  })(date);

/** The web view's date; only where to look first, since the home zone's today comes from Rust. */
export function hereToday(): DateText {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
