// The month in view as Rust tells it, read again whenever the plan has changed.

import * as ipc from "../ipc";
import type { Fault } from "../messages/Fault";
import type { Month } from "../messages/Month";
import { store } from "../store.svelte";

export class MonthRead {
  month = $state.raw<Month | null>(null);
  #turn = 0;

  /** Reads the month of a day. Of several calls the last one wins. */
  async read(day: string): Promise<void> {
    const turn = ++this.#turn;
    try {
      const month = await ipc.month(day);
      if (turn === this.#turn) this.month = month;
    } catch (fault) {
      if (turn === this.#turn) store.complain(fault as Fault);
    }
  }
}
