// What was suggested for a week and what of it is still open. Nothing of it is stored, and the week
// changes only when something is taken.

import * as ipc from "../ipc";
import type { Fault } from "../messages/Fault";
import type { ProposalLine } from "../messages/ProposalLine";
import type { SuggestMode } from "../messages/SuggestMode";
import type { SuggestReply } from "../messages/SuggestReply";
import { store } from "../store.svelte";

class Suggestions {
  /** The newest answer; none before the first question and after everything was taken. */
  reply = $state.raw<SuggestReply | null>(null);
  /** Whether an answer is under way. */
  asking = $state(false);
  /** Keys of the proposals that were neither taken nor dismissed. */
  #left = $state.raw<string[]>([]);
  /** The proposal under the pointer or the focus. */
  lit = $state<string | null>(null);
  /** What was taken last, in words, while nothing is open. */
  taken = $state("");
  /** The newest write that these suggestions know of. */
  #rev = $state(0);
  #relaxed: string[] = [];
  #asked = 0;

  /** The proposals still open, by start. */
  open: ProposalLine[] = $derived(
    (this.reply?.proposals ?? []).filter((one) => this.#left.includes(one.key)),
  );
  /** Whether the plan has changed since by something else than taking these. */
  stale = $derived(this.reply !== null && store.week !== null && store.week.rev !== this.#rev);
  /** The open ones as long as they fit: what the grid draws. */
  drawn: ProposalLine[] = $derived(this.stale ? [] : this.open);

  /** Asks for the week in view. The newest question wins. */
  async ask(mode: SuggestMode, given: string[] = []): Promise<void> {
    const turn = ++this.#asked;
    const week = store.figures?.week ?? store.range.from;
    // A day that was given up belongs to the week it was given up in.
    const same = this.reply?.week === week;
    const relaxed = given.filter((key) => same || !key.startsWith("day:"));
    this.#relaxed = relaxed;
    this.asking = true;
    try {
      const reply = await ipc.suggest({ week, mode, weights: null, relaxed });
      if (turn !== this.#asked) return;
      this.reply = reply;
      this.#left = reply.proposals.map((one) => one.key);
      this.#rev = reply.rev;
      this.taken = "";
      this.lit = null;
      store.say(reply.said);
    } catch (fault) {
      if (turn === this.#asked) store.complain(fault as Fault);
    } finally {
      if (turn === this.#asked) this.asking = false;
    }
  }

  /** Asks the same again. */
  again = () => this.ask(this.reply?.mode ?? "fill", this.#relaxed);

  /** Asks again with something given up. */
  without = (key: string) => this.ask(this.reply?.mode ?? "fill", [...this.#relaxed, key]);

  /** Takes some of the open proposals. Says whether they are in the plan now. */
  async take(keys: string[]): Promise<boolean> {
    const chosen = this.open.filter((one) => keys.includes(one.key));
    if (chosen.length === 0) return false;
    const proposals = chosen.map((one) => one.draft);
    const outcome = await store.apply({ op: "accept", proposals });
    if (!outcome) return false;
    this.#rev = outcome.rev;
    this.dismiss(keys);
    if (this.open.length === 0) this.taken = outcome.notice;
    return true;
  }

  /** Takes proposals off the list. */
  dismiss(keys: string[]): void {
    this.#left = this.#left.filter((key) => !keys.includes(key));
    this.lit = null;
  }

  /** Takes everything off, the answer too. */
  clear(): void {
    this.#asked++;
    this.asking = false;
    this.reply = null;
    this.#left = [];
    this.lit = null;
  }
}

export const suggestions = new Suggestions();
