// Activities, tags and goals to choose from: read when first needed, and again after every write.

import * as ipc from "../ipc";
import type { Fault } from "../messages/Fault";
import type { Vocabulary } from "../messages/Vocabulary";
import { store } from "../store.svelte";

export class Words {
  all = $state.raw<Vocabulary | null>(null);
  #turn = 0;

  constructor() {
    $effect(() => {
      void store.week?.rev;
      void this.#read();
    });
  }

  async #read(): Promise<void> {
    const turn = ++this.#turn;
    try {
      const all = await ipc.vocabulary();
      if (turn === this.#turn) this.all = all;
    } catch (fault) {
      if (turn === this.#turn) store.complain(fault as Fault);
    }
  }
}
