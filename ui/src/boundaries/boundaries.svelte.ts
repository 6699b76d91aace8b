// The boundaries as the settings show them: read with every write, changed as a whole, one change
// after the other.

import * as ipc from "../ipc";
import type { Boundaries } from "../messages/Boundaries";
import type { Fault } from "../messages/Fault";
import { sentenceOf } from "../settings/sentence";
import { store } from "../store.svelte";

/** Changes a part of the boundaries as they are by then; the sentence that comes back says why it
 *  cannot be. */
export type Keep = (change: (now: Boundaries) => Partial<Boundaries>) => Promise<string>;

export class Held {
  all = $state.raw<Boundaries | null>(null);
  #turn: Promise<unknown> = Promise.resolve();

  constructor() {
    $effect(() => {
      void store.week?.rev;
      void this.#read();
    });
  }

  keep: Keep = (change) => {
    const done = this.#turn.then(async () => {
      if (!this.all) return "";
      const boundaries = { ...this.all, ...change(this.all) };
      const wrong = sentenceOf(await store.submit({ op: "set_boundaries", boundaries }));
      if (!wrong) this.all = boundaries;
      return wrong;
    });
    this.#turn = done;
    return done;
  };

  async #read() {
    try {
      this.all = await ipc.boundaries();
    } catch (fault) {
      store.complain(fault as Fault);
    }
  }
}

/** A list with one of its entries changed. */
export const changed = <T>(list: T[], at: number, change: Partial<T>): T[] =>
  list.map((one, index) => (index === at ? { ...one, ...change } : one));

/** A list without one of its entries. */
export const without = <T>(list: T[], at: number): T[] => list.filter((_, index) => index !== at);
