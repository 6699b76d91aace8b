// A day of the pretended planner: what was planned is done where it was ticked off.

import type { DayClose } from "../src/messages/DayClose";
import type { DayReview } from "../src/messages/DayReview";
import type { Occurrence } from "../src/messages/Occurrence";
import type { PlannedLine } from "../src/messages/PlannedLine";
import { CATEGORIES } from "../src/categories";
import { writeLength } from "../src/fields";
import { clockOf, dateOf, longDay } from "../src/time";
import { NOW, TODAY } from "./sample";

/** What is kept of days. */
export interface Days {
  ticked: string[];
  said: Map<string, DayClose & { closed: string | null }>;
}

export const noDays = (): Days => ({ ticked: [], said: new Map() });

export function dayOf(asked: string | null, blocks: Occurrence[], days: Days): DayReview {
  const day = asked ?? TODAY;
  const said = days.said.get(day);
  const planned = blocks
    .filter((o) => o.counts && dateOf(o.start) === day)
    .sort((a, b) => (a.start < b.start ? -1 : 1));
  const lines = planned.map((o): PlannedLine => {
    const done = days.ticked.includes(o.key);
    const spent = o.title === "Stand-up" ? o.minutes : 0;
    return {
      key: o.key,
      block: o.block,
      title: o.title,
      category: o.category,
      start: o.start,
      end: o.end,
      words: `${clockOf(o.start)} to ${clockOf(o.end)}, ${writeLength(spent) || "0 min"} of ${o.length_words}`,
      covered: spent ? 100 : 0,
      ticked: done,
      done: done || spent > 0,
      left: o.block !== null && !done && !o.facets.contingency,
      to_come: NOW < o.end,
      goes_on: "tomorrow",
    };
  });
  const sum = (of: PlannedLine[]) =>
    of.reduce((all, line) => all + (planned.find((o) => o.key === line.key)?.minutes ?? 0), 0);
  const words = (done: number, all: number) =>
    `${writeLength(done) || "0 min"} of ${writeLength(all)}`;
  const done = lines.filter((line) => line.done);
  const [all, spent] = [sum(lines), sum(done)];
  return {
    day,
    name: longDay(day),
    is_today: day === TODAY,
    begun: day <= TODAY,
    planned: all,
    done: spent,
    words: `${writeLength(spent) || "0 min"} recorded, ${writeLength(all)} planned`,
    blocks_words: lines.length ? `${done.length} of ${lines.length} done` : "",
    categories: CATEGORIES.flatMap(({ category }) => {
      const of = (some: PlannedLine[]) => sum(some.filter((line) => line.category === category));
      const [planned, done_] = [of(lines), of(done)];
      return planned ? [{ category, planned, done: done_, words: words(done_, planned) }] : [];
    }),
    blocks: lines,
    unplanned: [],
    running: null,
    line: said?.line ?? "",
    energy: said?.energy ?? null,
    switched_off: said?.switched_off ?? null,
    closed: said?.closed ?? null,
    closed_words: said?.closed ? `Closed at ${clockOf(said.closed)}` : "",
  };
}
