// A set of settings as forms show it: read with every write, changed as a whole, one change after the
// other, each made from what is there by then.

import type { Fault } from "../messages/Fault";
import type { Op } from "../messages/Op";
import { store } from "../store.svelte";
import { sentenceOf } from "./sentence";

/** Changes a part of the set as it is by then; the sentence that comes back says why it cannot be. */
export type Keep<T> = (change: (now: T) => Partial<T>) => Promise<string>;

export class Held<T extends object> {
  all = $state.raw<T | null>(null);
  #turn: Promise<unknown> = Promise.resolve();
  /** The newest reading; what was asked for before a change is not taken in after it. */
  #reading = 0;

  constructor(
    private read: () => Promise<T>,
    private write: (all: T) => Op,
  ) {
    $effect(() => {
      void store.week?.rev;
      void this.#read();
    });
  }

  keep: Keep<T> = (change) => {
    const done = this.#turn.then(async () => {
      if (!this.all) return "";
      const all = { ...this.all, ...change(this.all) };
      const wrong = sentenceOf(await store.submit(this.write(all)));
      if (!wrong) {
        this.all = all;
        void this.#read();
      }
      return wrong;
    });
    this.#turn = done;
    return done;
  };

  async #read() {
    const reading = ++this.#reading;
    try {
      const all = await this.read();
      if (reading === this.#reading) this.all = all;
    } catch (fault) {
      if (reading === this.#reading) store.complain(fault as Fault);
    }
  }
}
