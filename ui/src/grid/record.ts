// Time that was spent, written from the grid: a stretch that was drawn, an entry that is cut, kinds
// of time, entries that go. What may be written, Rust decides.

import type { Category } from "../messages/Category";
import type { EntryShown } from "../messages/EntryShown";
import type { Occurrence } from "../messages/Occurrence";
import type { Op } from "../messages/Op";
import type { Outcome } from "../messages/Outcome";
import { middle } from "../panel/times";
import { store } from "../store.svelte";
import { recordOp } from "./gesture";
import { beneath, entryKey, entrySpan } from "./entries";
import { wallOf, type Moment, type Span } from "./moment";

/** What a stretch drawn by hand was likely spent on, or null where nothing was planned. */
export const plannedThere = (span: Span): Occurrence | null =>
  beneath(span, store.week?.occurrences ?? []);

/** The write of a stretch drawn by hand: time for what was planned there. */
export function recordOf(span: Span, category: Category): Op {
  const of = plannedThere(span);
  const [start, end] = [wallOf(span.start), wallOf(span.end)];
  if (!of) return recordOp(span, category);
  return { op: "add_entry", of: of.key, title: "", category: null, start, end };
}

/** Writes, and returns the key of the entry that begins there and was not there before. */
export async function recording(
  start: Moment,
  write: () => Promise<Outcome | null>,
): Promise<string | null> {
  const before = new Set((store.week?.entries ?? []).map((entry) => entry.id));
  if (!(await write())) return null;
  // What it was laid over may have left new entries as well.
  const fresh = (store.week?.entries ?? []).filter((entry) => !before.has(entry.id));
  const made = fresh.find((entry) => entrySpan(entry).start === start) ?? fresh[0];
  return made ? entryKey(made.id) : null;
}

/** Where an entry is cut in two: its middle, on a line where one lies inside. */
export function cutOf(entry: EntryShown, snap: number): string {
  const span = entrySpan(entry);
  const walls = { start: wallOf(span.start), end: wallOf(span.end) };
  const line = middle(walls, snap);
  return walls.start < line && line < walls.end ? line : middle(walls, 1);
}

export const split = (entry: EntryShown): Promise<Outcome | null> =>
  store.apply(
    {
      op: "split_entry",
      entry: entry.id,
      at: cutOf(entry, store.settings?.snap_minutes ?? 15),
    },
    entryKey(entry.id),
  );

export const remove = (entries: EntryShown[]): Promise<Outcome | null> =>
  store.apply(
    { op: "remove_entries", entries: entries.map((entry) => entry.id) },
    entryKey(entries[0]?.id ?? 0),
  );

/** Gives entries another kind of time, one write each. */
export async function categorise(entries: EntryShown[], category: Category): Promise<void> {
  for (const { id } of entries)
    await store.apply({ op: "edit_entry", entry: id, patch: { category } }, entryKey(id));
}
