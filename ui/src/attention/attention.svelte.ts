// What may draw attention, as the settings and the focus session show it.

import * as ipc from "../ipc";
import type { Attention } from "../messages/Attention";
import type { Rounds } from "../messages/Rounds";
import { Held, type Keep as KeepOf } from "../settings/held.svelte";

export type Keep = KeepOf<Attention>;

export class HeldAttention extends Held<Attention> {
  constructor() {
    super(ipc.attention, (attention) => ({ op: "set_attention", attention }));
  }

  /** Changes some of the lengths of a session in rounds. */
  keepRounds = (change: Partial<Rounds>): Promise<string> =>
    this.keep(({ rounds }) => ({ rounds: { ...rounds, ...change } }));
}
