// What the planner finds for the words in the palette. One question is on its way at a time, and the
// newest words are asked for next: whoever types quickly never waits for words they typed before.

import * as ipc from "../ipc";
import type { Fault } from "../messages/Fault";
import type { Found } from "../messages/Found";
import { store } from "../store.svelte";

export class Finder {
  /** The newest answer; of older words while the newest are still looked for. */
  found = $state.raw<Found | null>(null);
  #wanted = "";
  #under: Promise<void> | null = null;

  /** Looks for these words. Settles once the answer to the newest ones is there. */
  look(typed: string): Promise<void> {
    this.#wanted = typed;
    if (typed === "") this.found = null;
    this.#under ??= this.#run().finally(() => (this.#under = null));
    return this.#under;
  }

  async #run(): Promise<void> {
    let asked: string;
    do {
      asked = this.#wanted;
      if (asked === "") return;
      try {
        const found = await ipc.search(asked);
        if (this.#wanted !== "") this.found = found;
      } catch (fault) {
        store.complain(fault as Fault);
      }
    } while (this.#wanted !== asked);
  }
}
