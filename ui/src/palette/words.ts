// What the palette says of something that was found: when, how far away, what else there is to know.

import { timesOf } from "../grid/words";
import { spanOf } from "../grid/moment";
import type { FoundPlace } from "../messages/FoundPlace";
import type { Hit } from "../messages/Hit";
import {
  dateOf,
  longDay,
  monthName,
  plusDays,
  rangeWords,
  shortDay,
  weekNumber,
  type DateText,
} from "../time";

/** "Thursday 3 December 2026", "Week 49, 30 November – 6 December", "March 2027". */
export function placeWords({ reach, day }: FoundPlace, today: DateText): string {
  if (reach === "month") return monthName(day);
  const year = day.slice(0, 4) === today.slice(0, 4) ? "" : ` ${day.slice(0, 4)}`;
  if (reach === "day") return `${longDay(day)}${year}`;
  const number = weekNumber(plusDays(day, 3));
  return `Week ${number}, ${rangeWords(day, plusDays(day, 7))}${year}`;
}

/** "Thu 19 Nov 10:00–12:00 · in 3 weeks · every Monday · Room 3". */
export function whenWords(hit: Hit, today: DateText): string {
  const parts: string[] = [];
  if (hit.start && hit.end) {
    const day = shortDay(dateOf(hit.start), today);
    const times = hit.all_day ? "all day" : timesOf(spanOf({ start: hit.start, end: hit.end }));
    parts.push(`${day} ${times}`, hit.away_words);
  }
  const kind = { calendar: "Calendar", task: "Backlog", template: "Template", decline: "Declined" };
  if (hit.kind in kind) parts.push(kind[hit.kind as keyof typeof kind]);
  if (hit.repeats) parts.push(hit.repeats[0]!.toLowerCase() + hit.repeats.slice(1));
  parts.push(hit.about);
  return parts.filter(Boolean).join(" · ");
}
