// How the week in view went, read again whenever a write is seen and, while it goes on, every minute
// in which the window is looked at.

import * as ipc from "../ipc";
import type { Fault } from "../messages/Fault";
import type { WeekActual } from "../messages/WeekActual";
import { store } from "../store.svelte";
import { minutes } from "../timer/beat";

const MINUTE = 60_000;

export class Went {
  week = $state.raw<WeekActual | null>(null);
  #goesOn = $derived(this.week?.state === "goes_on");
  /** The minute of the computer's clock that was looked at last. */
  #minute: number | null = null;
  #turn = 0;

  constructor() {
    $effect(() => {
      // Every write makes a new state.
      void store.week?.rev;
      void this.again(store.week?.figures.week ?? null);
    });
    $effect(() => {
      if (!this.#goesOn) return;
      const minute = Math.floor(minutes.now / MINUTE);
      const before = this.#minute;
      this.#minute = minute;
      if (before !== null && before !== minute) void this.again(store.week?.figures.week ?? null);
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
