// What the window knows of the backlog, read again whenever a write is seen.

import * as ipc from "../ipc";
import type { Backlog } from "../messages/Backlog";
import type { Fault } from "../messages/Fault";
import { store } from "../store.svelte";

export class Tasks {
  all = $state.raw<Backlog | null>(null);
  #turn = 0;

  constructor() {
    $effect(() => {
      void store.week?.rev;
      void this.again();
    });
  }

  async again(): Promise<void> {
    const turn = ++this.#turn;
    try {
      const all = await ipc.backlog();
      if (turn === this.#turn) this.all = all;
    } catch (fault) {
      if (turn === this.#turn) store.complain(fault as Fault);
    }
  }
}
