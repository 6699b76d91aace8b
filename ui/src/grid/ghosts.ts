// What a gesture draws while it is not settled: where its blocks go, and who makes way. Pure; the
// blocks in hand are placed here, those that make way are taken from Rust's answer as they are.

import type { Category } from "../messages/Category";
import type { Occurrence } from "../messages/Occurrence";
import type { Preview } from "../messages/Preview";
import type { OpenGesture } from "./gesture";
import { partOf, standsAbove, type Box, type Hours } from "./layout";
import { DAY, dayOf, lastDayOf, spanOf, type Span } from "./moment";

export interface Ghost {
  key: string;
  title: string;
  category: Category;
  span: Span;
  /** Whether it is of what happened, which has a lane of its own. */
  actual?: boolean;
  /** The block in hand, one that goes along or a kept one, one that makes way, one that a template
   * would make, or one that it would leave out. */
  kind: "hand" | "along" | "way" | "laid" | "out";
}

/** A ghost in one of the day columns shown. */
export interface GhostPart {
  ghost: Ghost;
  column: number;
  part: Omit<Box, "of" | "main">;
  /** The part that carries title and tip. */
  main: boolean;
}

/** What is known of a block or an entry in hand. */
type Known = Pick<Occurrence, "title" | "category" | "start" | "end">;

/** The blocks a gesture holds, each moved or resized by the same step. */
export function ghostsOf(
  gesture: OpenGesture,
  category: Category,
  byKey: { get(key: string): Known | undefined },
): Ghost[] {
  const { held, brought, span, actual = false } = gesture;
  // Outside the grid the window draws what is carried, not the grid.
  if (gesture.over !== "grid") return [];
  if (brought) return [{ ...brought, key: "new", span, kind: "hand" }];
  if (!held) {
    const title = actual ? "New entry" : "New block";
    return [{ key: "new", title, category, span, actual, kind: "hand" }];
  }
  const start = span.start - held.span.start;
  const end = span.end - held.span.end;
  return held.keys.flatMap((key, at) => {
    const of = byKey.get(key);
    if (!of) return [];
    const own = at === 0 ? held.span : spanOf(of);
    const moved = { start: own.start + start, end: Math.max(own.end + end, own.start + start + 5) };
    const kind = at === 0 ? ("hand" as const) : ("along" as const);
    return [{ key, title: of.title, category: of.category, span: moved, actual, kind }];
  });
}

/** The blocks that make way in an answer from Rust. */
export function wayOf(
  preview: Preview | null,
  held: string[],
  byKey: Map<string, Occurrence>,
): Ghost[] {
  const mine = new Set(held);
  return (preview?.put ?? [])
    .filter((o) => !mine.has(o.key) && byKey.has(o.key) && !standsAbove(o))
    .map((o) => ({
      key: o.key,
      title: o.title,
      category: o.category,
      span: spanOf(o),
      kind: "way" as const,
    }));
}

/** What a template that is tried would make, and what it would leave out. */
export function laidGhosts(preview: Preview | null): Ghost[] {
  if (!preview?.laid) return [];
  const made = preview.put.map((o) => ({ ...o, kind: "laid" as const, span: spanOf(o) }));
  const out = preview.laid.lines
    .filter((line) => line.kind === "collides" && !line.made)
    .map((line, at) => ({ ...line, kind: "out" as const, key: `out${at}`, span: spanOf(line) }));
  return [...out, ...made].map(({ key, title, category, span, kind }) => ({
    key,
    title,
    category,
    span,
    kind,
  }));
}

/** The day columns a ghost covers. */
export function partsOf(ghost: Ghost, days: number[], hours: Hours, least: number): GhostPart[] {
  const parts: GhostPart[] = [];
  for (let day = dayOf(ghost.span.start); day <= lastDayOf(ghost.span); day++) {
    const column = days.indexOf(day);
    if (column < 0) continue;
    const part = partOf(ghost.span, day, hours, least);
    const inView = part.from < hours.until && hours.from < Math.min(part.until, DAY);
    if (inView) parts.push({ ghost, column, part, main: parts.length === 0 });
  }
  return parts;
}
