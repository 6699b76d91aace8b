// Closing a day: what was read of it, and what the person says before anything is written.

import * as ipc from "../ipc";
import type { DayReview } from "../messages/DayReview";
import type { Fault } from "../messages/Fault";
import type { LeftTo } from "../messages/LeftTo";
import type { Op } from "../messages/Op";
import type { PlannedLine } from "../messages/PlannedLine";
import { store } from "../store.svelte";
import type { DateText } from "../time";

/** How much energy there was, in words. */
export const ENERGY = ["None", "Little", "Some", "Good", "Plenty"];

export class Closing {
  review = $state.raw<DayReview | null>(null);
  line = $state("");
  energy = $state<number | null>(null);
  switchedOff = $state<boolean | null>(null);
  /** What becomes of blocks, by key; the others stay. */
  to = $state<Record<string, LeftTo>>({});
  /** What was refused, by field. */
  wrong = $state<Record<string, string>>({});

  left = $derived((this.review?.blocks ?? []).filter((line) => line.left));
  /** What of it is over, and what is still to come. */
  over = $derived(this.left.filter((line) => !line.to_come));
  toCome = $derived(this.left.filter((line) => line.to_come));
  /** What goes on with all that is over at once. */
  movable = $derived(this.over.filter((line) => line.goes_on !== ""));

  #turn = 0;

  /**
   * Reads a day, or the one that goes on now; what was typed or chosen meanwhile stays. Of several
   * readings the last one asked for is shown. Returns what was read, also where it is not shown.
   */
  async read(day: DateText | null): Promise<DayReview | null> {
    const turn = ++this.#turn;
    try {
      const review = await ipc.day(day);
      if (turn !== this.#turn) return review;
      if (!this.review) {
        this.line = review.line;
        this.energy = review.energy;
        this.switchedOff = review.switched_off;
      }
      this.review = review;
      return review;
    } catch (fault) {
      if (turn === this.#turn) store.complain(fault as Fault);
      return null;
    }
  }

  choice = (line: PlannedLine): LeftTo => this.to[line.key] ?? "stay";

  choose(line: PlannedLine, to: LeftTo): void {
    this.to = { ...this.to, [line.key]: to };
  }

  /** Says the same of all of these. */
  chooseAll(lines: PlannedLine[], to: LeftTo): void {
    this.to = { ...this.to, ...Object.fromEntries(lines.map((line) => [line.key, to])) };
  }

  /** The write that says all of it. */
  op(day: DateText): Op {
    const chosen = this.left.filter((line) => this.choice(line) !== "stay");
    return {
      op: "close_day",
      day,
      line: this.line,
      energy: this.energy,
      switched_off: this.switchedOff,
      left: chosen.map((line) => ({ key: line.key, to: this.choice(line) })),
    };
  }
}
