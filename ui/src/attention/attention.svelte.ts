// What may draw attention, as the settings and the focus session show it: read with every write,
// changed as a whole, one change after the other.

import * as ipc from "../ipc";
import type { Attention } from "../messages/Attention";
import type { Fault } from "../messages/Fault";
import { sentenceOf } from "../settings/sentence";
import { store } from "../store.svelte";

/** Changes a part of what may draw attention; the sentence that comes back says why it cannot be. */
export type Keep = (change: Partial<Attention>) => Promise<string>;

export class HeldAttention {
  all = $state.raw<Attention | null>(null);
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
      const attention = { ...this.all, ...change };
      const wrong = sentenceOf(await store.submit({ op: "set_attention", attention }));
      if (!wrong) this.all = attention;
      return wrong;
    });
    this.#turn = done;
    return done;
  };

  async #read() {
    try {
      this.all = await ipc.attention();
    } catch (fault) {
      store.complain(fault as Fault);
    }
  }
}
