// The places the arrow keys go to in a day: its blocks, and the empty slots between them. Pure; it
// does not know what has the focus.

import type { Bar, Hours } from "./layout";

/** What stands in a day, a block or an entry. */
interface Standing {
  of: { key: string };
  from: number;
  until: number;
  column: number;
}

/** A place in a day, from a minute on. A slot has no key. */
export interface Stop {
  key: string | null;
  from: number;
  until: number;
}

/** Half an hour: near enough to aim, far enough to get on. */
export const SLOT = 30;

/** The stops of a day from top to bottom: bars above, then blocks and free slots by time. */
export function stopsOf(boxes: Standing[], bars: Bar[], hours: Hours): Stop[] {
  const stops: Stop[] = bars.map((bar) => ({ key: bar.of.key, from: -1, until: -1 }));
  const blocks = [...boxes].sort((a, b) => a.from - b.from || a.column - b.column);
  let free = hours.from;
  for (const box of blocks) {
    slots(free, box.from, stops);
    stops.push({ key: box.of.key, from: box.from, until: box.until });
    free = Math.max(free, box.until);
  }
  slots(free, hours.until, stops);
  return stops;
}

/** The stop that holds a minute; a block before a slot, and the last one begun where several do. */
export function stopAt(stops: Stop[], minute: number): number {
  const exact = stops.findIndex((s) => s.from === minute && s.key !== null);
  if (exact >= 0) return exact;
  const holding = stops.findLastIndex((s) => s.from <= minute && minute < s.until);
  if (holding >= 0) return holding;
  return Math.max(
    0,
    stops.findLastIndex((s) => s.from <= minute),
  );
}

function slots(from: number, until: number, into: Stop[]): void {
  let at = from;
  while (at < until) {
    const next = Math.min((Math.floor(at / SLOT) + 1) * SLOT, until);
    into.push({ key: null, from: at, until: next });
    at = next;
  }
}
