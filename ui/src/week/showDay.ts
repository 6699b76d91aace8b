// Leads from a hint to its day: the first block of the day takes the focus, or the day is shown
// alone when it is not in view.

import type { Store } from "../store.svelte";

export async function showDay(store: Store, day: string): Promise<void> {
  const column = document.querySelector(`[role="group"][data-date="${day}"]`);
  if (!column) return store.goToDay(day);
  const first = store.week?.occurrences.find((o) => o.start.startsWith(day) && !o.all_day);
  if (first) store.select(first.key);
  column.scrollIntoView({ block: "nearest", inline: "nearest" });
  column.querySelector<HTMLElement>("[data-uid]")?.focus();
}
