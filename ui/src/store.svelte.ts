// What the window knows: the days in view, the selection, the preview of a gesture. State changes
// only through `take(outcome)` and `load`; what a write means is decided in Rust.

import * as ipc from "./ipc";
import type { Fault } from "./messages/Fault";
import type { Figures } from "./messages/Figures";
import type { Occurrence } from "./messages/Occurrence";
import type { Op } from "./messages/Op";
import type { Opening } from "./messages/Opening";
import type { Outcome } from "./messages/Outcome";
import type { Preview } from "./messages/Preview";
import type { Range } from "./messages/Range";
import type { Reply } from "./messages/Reply";
import type { Week } from "./messages/Week";
import { daysBetween, plusDays } from "./time";

/** A short sentence at the foot of the window. */
export interface Notice {
  text: string;
  /** Where it went wrong, there is more to say. */
  hint: string;
  bad: boolean;
  /** Whether it offers to undo what it tells. */
  undoable: boolean;
}

export class Store {
  opening = $state.raw<Opening | null>(null);
  week = $state.raw<Week | null>(null);
  /** What the gesture in hand would do; drawn instead of nothing, never stored. */
  preview = $state.raw<Preview | null>(null);
  /** Keys of the selected occurrences, the main one first. */
  selection = $state.raw<string[]>([]);
  /** What the live region says. */
  said = $state("");
  notice = $state.raw<Notice | null>(null);
  /** Refusals belong to the block they are about. */
  refusal = $state.raw<{ key: string; fault: Fault } | null>(null);

  #asked = 0;
  #loading = 0;

  /** Occurrences in view by key. */
  byKey = $derived(new Map((this.week?.occurrences ?? []).map((o) => [o.key, o])));
  /** The balance to show: of the preview while there is one. */
  figures: Figures | null = $derived(this.preview?.figures ?? this.week?.figures ?? null);
  /** The selected occurrences that are in view. */
  selected: Occurrence[] = $derived(
    this.selection.map((key) => this.byKey.get(key)).filter((o) => o !== undefined),
  );

  get range(): Range {
    return this.week?.range ?? { from: "1970-01-05", until: "1970-01-12" };
  }

  /** Reads a range of days and shows it; of several calls the last one wins. */
  async load(range: Range): Promise<void> {
    const turn = ++this.#loading;
    try {
      const week = await ipc.week(range);
      if (turn !== this.#loading) return;
      this.week = week;
    } catch (fault) {
      this.complain(fault as Fault);
    }
  }

  reload(): Promise<void> {
    return this.load(this.range);
  }

  /** Goes to the days `steps` ranges away. */
  turn(steps: number): Promise<void> {
    const { from, until } = this.range;
    const length = daysBetween(from, until) * steps;
    return this.load({ from: plusDays(from, length), until: plusDays(until, length) });
  }

  /** Carries out one write. Returns the outcome, or null when it was refused (and says why). */
  async apply(op: Op, about = ""): Promise<Outcome | null> {
    return this.#settle(ipc.apply(op, this.range), about);
  }

  undo = () => this.#settle(ipc.undo(this.range), "");
  redo = () => this.#settle(ipc.redo(this.range), "");

  /** Asks what a write would do. The newest question wins; older answers are dropped. */
  ask(op: Op): void {
    const turn = ++this.#asked;
    ipc.preview(op, this.range).then(
      (preview) => {
        if (turn === this.#asked) this.preview = preview;
      },
      (fault: Fault) => {
        if (turn === this.#asked) this.complain(fault);
      },
    );
  }

  /** Forgets the preview; answers still under way are dropped. */
  forget(): void {
    this.#asked++;
    this.preview = null;
  }

  /** Takes in what a write changed: a reply to this window, or news from elsewhere. */
  take(outcome: Outcome): void {
    const week = this.week;
    if (!week || outcome.rev <= week.rev) return;
    if (outcome.reload || outcome.rev > week.rev + 1 || !outcome.figures) {
      void this.reload();
      return;
    }
    const gone = new Set([...outcome.removed, ...outcome.put.map((o) => o.key)]);
    const occurrences = week.occurrences.filter((o) => !gone.has(o.key)).concat(outcome.put);
    occurrences.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
    this.week = {
      ...week,
      rev: outcome.rev,
      occurrences,
      figures: outcome.figures,
      undo: outcome.undo,
      redo: outcome.redo,
    };
    this.selection = this.selection.filter((key) => !outcome.removed.includes(key));
  }

  select(...keys: string[]): void {
    this.selection = keys;
  }

  /** Shows an error that belongs to no field and no block. */
  complain(fault: Fault): void {
    this.notice = { text: fault.message, hint: fault.hint, bad: true, undoable: false };
    this.say(`${fault.message} ${fault.hint}`.trim());
  }

  say(text: string): void {
    this.said = text;
  }

  async #settle(reply: Promise<Reply>, about: string): Promise<Outcome | null> {
    try {
      const answer = await reply;
      this.forget();
      if (answer.reply === "refused") {
        if (about) this.refusal = { key: about, fault: answer };
        this.complain(answer);
        return null;
      }
      this.refusal = null;
      this.take(answer);
      if (answer.said) {
        this.say(answer.said);
        this.notice = {
          text: answer.said,
          hint: "",
          bad: false,
          undoable: answer.undo !== null,
        };
      }
      return answer;
    } catch (fault) {
      this.forget();
      this.complain(fault as Fault);
      return null;
    }
  }
}

/** The one store of the window. */
export const store = new Store();
