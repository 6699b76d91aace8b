// Printing the week that is shown: its data is read whole, put on a sheet that only paper sees, and
// the desktop's own dialog does the rest.

import { tick } from "svelte";
import * as ipc from "../ipc";
import type { Fault } from "../messages/Fault";
import { store } from "../store.svelte";
import { weekOf } from "../time";
import { view } from "../view.svelte";

/** Asks for a printer with the shown week on one page; of other looks, the week they begin in. */
export async function printWeek(): Promise<void> {
  const day = view.look === "month" ? view.month : store.range.from;
  const start = store.settings?.week_starts_on ?? 0;
  try {
    view.printed = await ipc.week(weekOf(day, start));
    await tick();
    await ipc.print();
  } catch (fault) {
    store.complain(fault as Fault);
  }
}
