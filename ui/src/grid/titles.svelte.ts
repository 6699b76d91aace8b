// The title being typed in the grid, of a new block or an old one, or of time that was spent. A new
// block is written before its title is, so nothing waits for the disk; time that was spent is written
// with its title, which says what it was. What could not be written stays in the field, so nothing
// typed is lost.

import { store } from "../store.svelte";
import type { Cursor } from "./cursor.svelte";
import { recordOp, stretch } from "./gesture";
import type { Hand } from "./hand.svelte";
import type { Span } from "./moment";
import { recording } from "./record";

export interface Typing {
  /** The block, or null for one that is just being made. */
  key: string | null;
  span: Span;
  /** Time that was spent, on something that is being typed. */
  actual?: boolean;
  /** The title before. */
  was: string;
  /** What the field begins with. */
  text: string;
}

export class Titles {
  typing = $state.raw<Typing | null>(null);
  #made: Promise<string | null> = Promise.resolve(null);
  /** What could not be written: tried again by Enter, not by every way out of the field. */
  #refused: Typing | null = null;

  constructor(
    private hand: Hand,
    private cursor: Cursor,
  ) {}

  /** Makes a block and lets its title be typed at once. */
  create(span: Span): void {
    this.typing = { key: null, span, was: "", text: "" };
    this.#made = this.#make(this.typing);
  }

  /** Asks what a stretch of time was spent on; it is written once that is said. */
  record(span: Span): void {
    this.typing = { key: null, span, actual: true, was: "", text: "" };
    store.say("What was it? Enter keeps it, Escape drops it.");
  }

  rename(key: string): void {
    const span = this.hand.spanOf(key);
    const title = store.byKey.get(key)?.title;
    if (span && title !== undefined) this.typing = { key, span, was: title, text: title };
  }

  /** Keeps what was typed. `stays`: whether the focus goes back to the block. */
  async keep(text: string, stays: boolean): Promise<void> {
    const typing = this.typing;
    if (!typing) return;
    if (this.#refused === typing) {
      if (!stays) return;
      if (typing.key === null) this.#made = this.#make(typing);
    }
    this.typing = null;
    if (typing.actual) return this.#spent(typing, text.trim(), stays);
    const key = typing.key ?? (await this.#made);
    if (key === null) return this.#again(typing, text);
    if (stays) await this.#return(key);
    const title = text.trim();
    const block = store.byKey.get(key)?.block;
    if (title === typing.was.trim() || block === null || block === undefined) return;
    const outcome = await store.apply({ op: "edit", block, patch: { title } }, key);
    if (!outcome) this.#again({ ...typing, key }, text);
  }

  /** Leaves the title as it was; a new block stays, untitled. */
  async leave(): Promise<void> {
    const typing = this.typing;
    if (!typing) return;
    this.typing = null;
    if (typing.actual) return this.#dropped();
    const key = typing.key ?? (await this.#made);
    if (key === null) return this.cursor.focus();
    await this.#return(key);
    store.say(typing.key === null ? "Kept as untitled." : "Title unchanged.");
  }

  /** Writes time that was spent; without a title there is nothing to write. */
  async #spent(typing: Typing, title: string, stays: boolean): Promise<void> {
    if (!title) return stays ? this.#dropped() : store.say("Dropped: no new entry.");
    const op = { ...recordOp(typing.span, this.hand.category), title };
    const key = await recording(typing.span.start, () => store.apply(op));
    if (key === null) return this.#again(typing, title);
    this.cursor.gathering = false;
    store.select(key);
    if (stays) await this.#return(key);
  }

  async #dropped(): Promise<void> {
    await this.cursor.focus();
    store.say("Dropped: no new entry.");
  }

  /** Opens the field again with what could not be written, unless another title is being typed. */
  #again(typing: Typing, text: string): void {
    if (this.typing) return;
    this.typing = { ...typing, text };
    this.#refused = this.typing;
  }

  async #make(typing: Typing): Promise<string | null> {
    const { span } = typing;
    const outcome = await this.hand.settle(stretch(span));
    if (!outcome) {
      this.#refused = typing;
      return null;
    }
    const key = outcome.focus ?? outcome.put[0]?.key ?? null;
    if (key !== null) {
      this.cursor.gathering = false;
      store.select(key);
      this.cursor.to(key);
    }
    return key;
  }

  async #return(key: string): Promise<void> {
    this.cursor.to(key);
    await this.cursor.focus();
  }
}
