// How the week in view went, read again whenever a write is seen and, while it goes on, when the tab
// comes back into view.

import * as ipc from "../ipc";
import type { Fault } from "../messages/Fault";
import type { WeekActual } from "../messages/WeekActual";
import { store } from "../store.svelte";

export class Went {
  week = $state.raw<WeekActual | null>(null);
  #turn = 0;

  constructor() {
    $effect(() => {
      // Every write makes a new state, and what is going on makes one that is shown anew.
      void store.week?.rev;
      void store.week?.now;
      void this.again(store.week?.figures.week ?? null);
    });
  }

  async again(day: string | null): Promise<void> {
    const turn = ++this.#turn;
    if (!day) return;
    try {
      const week = await ipc.howItWent(day);
      if (turn === this.#turn) this.week = week;
    } catch (fault) {
      if (turn === this.#turn) store.complain(fault as Fault);
    }
  }
}
