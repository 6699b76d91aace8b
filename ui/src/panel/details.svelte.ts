// What the panel knows of one occurrence beyond the grid, read again whenever a write is seen.

import * as ipc from "../ipc";
import type { Details } from "../messages/Details";
import type { Fault } from "../messages/Fault";
import { store } from "../store.svelte";

export class Read {
  details = $state.raw<Details | null>(null);
  #turn = 0;

  constructor(readonly key: () => string) {
    $effect(() => {
      void store.week?.rev;
      void this.again();
    });
  }

  async again(): Promise<void> {
    const turn = ++this.#turn;
    try {
      const details = await ipc.details(this.key());
      if (turn === this.#turn) this.details = details;
    } catch (fault) {
      // Gone is no news: the week says so as well, and the panel empties with it.
      if (turn === this.#turn && (fault as Fault).code !== "gone") store.complain(fault as Fault);
    }
  }
}
