// What the pretended planner answers about months and searches: near enough to draw.

import { writeLength } from "../src/fields";
import type { Category } from "../src/messages/Category";
import type { Found } from "../src/messages/Found";
import type { Month } from "../src/messages/Month";
import type { Occurrence } from "../src/messages/Occurrence";
import { firstOfMonth, plusDays, plusMonths, weekOf } from "../src/time";
import { figuresOf, TODAY } from "./sample";

const CATEGORIES: Category[] = ["technical", "management", "growth", "personal"];

/** The weeks of a month; those without blocks of the sample are empty. */
export function monthOf(day: string, rev: number, blocks: Occurrence[]): Month {
  const first = firstOfMonth(day);
  const next = plusMonths(first, 1);
  const weeks: Month["weeks"] = [];
  for (let from = weekOf(first, 0).from; from < next; from = plusDays(from, 7)) {
    const inside = blocks.filter((o) => from <= o.start && o.start < plusDays(from, 7));
    weeks.push({
      figures: { ...figuresOf(inside), week: from },
      days: Array.from({ length: 7 }, (_, at) => dayOf(plusDays(from, at), at < 5, inside)),
    });
  }
  return {
    rev,
    first,
    today: TODAY,
    weeks,
    most_minutes: 2400,
    most_in_a_day: Math.max(0, ...weeks.flatMap((w) => w.days.map((d) => d.work_minutes))),
  };
}

function dayOf(day: string, works: boolean, blocks: Occurrence[]): Month["weeks"][0]["days"][0] {
  const here = blocks.filter((o) => o.counts && o.start.startsWith(day));
  const parts = CATEGORIES.map((category) => ({
    category,
    minutes: here.filter((o) => o.category === category).reduce((sum, o) => sum + o.minutes, 0),
  })).filter((part) => part.minutes > 0);
  const work = parts.filter((part) => part.category !== "personal");
  const work_minutes = work.reduce((sum, part) => sum + part.minutes, 0);
  const each = work.map((part) => `${part.category} ${writeLength(part.minutes)}`).join(", ");
  const words = each ? `${writeLength(work_minutes)} of work: ${each}.` : "Nothing planned.";
  return { day, works, off: null, parts, work_minutes, words };
}

/** Blocks whose title holds the words; "3 Dec" and "next week" are places. */
export function search(typed: string, blocks: Occurrence[]): Found {
  const place: Record<string, Found["place"]> = {
    "3 Dec": { reach: "day", day: "2026-12-03", away_words: "in 2 weeks" },
    "next week": { reach: "week", day: "2026-11-23", away_words: "next week" },
    december: { reach: "month", day: "2026-12-01", away_words: "next month" },
  };
  const met = blocks.filter((o) => o.title.toLowerCase().includes(typed.toLowerCase()));
  const hits: Found["hits"] = met.map((o) => ({
    kind: o.layer === "feed" ? "event" : "block",
    key: o.key,
    title: o.title,
    category: o.category,
    start: o.start,
    end: o.end,
    all_day: o.all_day,
    away_words: "this week",
    repeats: o.title === "Stand-up" ? "Every weekday" : "",
    about: o.location,
  }));
  if ("work".includes(typed.toLowerCase()))
    hits.push({
      kind: "calendar",
      key: "1",
      title: "Work",
      category: null,
      start: null,
      end: null,
      all_day: false,
      away_words: "",
      repeats: "",
      about: "work.ics",
    });
  return { typed, place: place[typed] ?? null, hits: hits.slice(0, 40), more: hits.length > 40 };
}
