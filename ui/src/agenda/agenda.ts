// The list as weeks of days: what stands on which day, in order. Pure; it counts nothing.

import type { Occurrence } from "../messages/Occurrence";
import { daysBetween, plusDays, type DateText } from "../time";

export interface AgendaDay {
  date: DateText;
  items: AgendaItem[];
}

export interface AgendaItem {
  of: Occurrence;
  /** Whether it began on a day before. */
  goesOn: boolean;
}

export interface AgendaWeek {
  from: DateText;
  /** Its days with something on them, and today. */
  days: AgendaDay[];
}

/** The most weeks the list holds: further ones push those at the other end out. */
export const MOST_WEEKS = 26;

/** The occurrences of a range of whole weeks, by week and day; on each day whole-day ones first. */
export function weeksOf(
  range: { from: DateText; until: DateText },
  occurrences: Occurrence[],
  today: DateText,
): AgendaWeek[] {
  const byDay = new Map<DateText, AgendaItem[]>();
  for (const of of occurrences) {
    const begins = of.start.slice(0, 10);
    const first = begins < range.from ? range.from : begins;
    const last = lastDayOf(of);
    for (let day = first; day <= last && day < range.until; day = plusDays(day, 1)) {
      const items = byDay.get(day) ?? [];
      items.push({ of, goesOn: begins < day });
      byDay.set(day, items);
    }
  }
  const weeks: AgendaWeek[] = [];
  for (let from = range.from; from < range.until; from = plusDays(from, 7)) {
    const dates = Array.from({ length: 7 }, (_, at) => plusDays(from, at));
    const days = dates
      .filter((date) => date < range.until && (byDay.has(date) || date === today))
      .map((date) => ({ date, items: inOrder(byDay.get(date) ?? []) }));
    weeks.push({ from, days });
  }
  return weeks;
}

/** A week more at one end; at the other one a week less where there would be too many. */
export function extended(
  { from, until }: { from: DateText; until: DateText },
  by: -1 | 1,
): { from: DateText; until: DateText } {
  const full = daysBetween(from, until) >= MOST_WEEKS * 7;
  return by < 0
    ? { from: plusDays(from, -7), until: full ? plusDays(until, -7) : until }
    : { from: full ? plusDays(from, 7) : from, until: plusDays(until, 7) };
}

function inOrder(items: AgendaItem[]): AgendaItem[] {
  const above = (item: AgendaItem) => (item.of.all_day ? 0 : item.goesOn ? 1 : 2);
  return [...items].sort(
    (a, b) =>
      above(a) - above(b) || (a.of.start < b.of.start ? -1 : a.of.start > b.of.start ? 1 : 0),
  );
}

/** The last day on which something shows: what ends at midnight does not show on the day after. */
function lastDayOf(of: Occurrence): DateText {
  const end = of.end.slice(0, 10);
  const atMidnight = of.end.slice(11, 16) === "00:00" && of.start < of.end;
  return atMidnight ? plusDays(end, -1) : end;
}
