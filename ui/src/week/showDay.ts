// Leads from a hint to its day or to its blocks. What it leads to takes the focus; a day that is not
// in view is shown alone.

import { tick } from "svelte";
import type { HintLine } from "../messages/HintLine";
import type { Store } from "../store.svelte";

/** Selects the first block behind a hint, or the one after the selected one. */
export async function showNext(store: Store, hint: HintLine): Promise<void> {
  const selected = hint.keys.indexOf(store.selection[0] ?? "");
  const key = hint.keys[(selected + 1) % hint.keys.length];
  if (!key) return;
  if (!store.byKey.has(key) && hint.day) await store.goToWeek(hint.day);
  if (!store.byKey.has(key)) return;
  store.select(key);
  await tick();
  const box = document.querySelector<HTMLElement>(`[data-key="${key}"]`);
  box?.scrollIntoView({ block: "nearest", inline: "nearest" });
  box?.focus();
}

export async function showDay(store: Store, day: string): Promise<void> {
  const column = document.querySelector(`[role="group"][data-date="${day}"]`);
  if (!column) return store.goToDay(day);
  const first = store.week?.occurrences.find((o) => o.start.startsWith(day) && !o.all_day);
  if (first) store.select(first.key);
  column.scrollIntoView({ block: "nearest", inline: "nearest" });
  column.querySelector<HTMLElement>("[data-uid]")?.focus();
}
