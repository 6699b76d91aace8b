// A line cut into runs: what was read as something, and what lies between. Pure.

import type { PartKind } from "../messages/PartKind";
import type { ReadPart } from "../messages/ReadPart";

export interface Run {
  text: string;
  /** None: title, or a gap. */
  kind: PartKind | null;
}

/** Parts that no longer fit the line, because it was typed on since, are left out. */
export function marked(text: string, parts: ReadPart[]): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const { from, until, kind } of parts) {
    if (from < at || until <= from || text.length < until) continue;
    if (at < from) runs.push({ text: text.slice(at, from), kind: null });
    runs.push({ text: text.slice(from, until), kind });
    at = until;
  }
  if (at < text.length) runs.push({ text: text.slice(at), kind: null });
  return runs;
}
