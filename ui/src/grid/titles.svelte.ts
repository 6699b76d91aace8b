// The title being typed in the grid, of a new block or an old one. A new block is written before
// its title is, so nothing waits for the disk; what could not be written stays in the field, so
// nothing typed is lost.

import { store } from "../store.svelte";
import type { Cursor } from "./cursor.svelte";
import type { OpenGesture } from "./gesture";
import type { Hand } from "./hand.svelte";
import type { Span } from "./moment";

export interface Typing {
  /** The block, or null for one that is just being made. */
  key: string | null;
  span: Span;
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
    const key = typing.key ?? (await this.#made);
    if (key === null) return this.cursor.focus();
    await this.#return(key);
    store.say(typing.key === null ? "Kept as untitled." : "Title unchanged.");
  }

  /** Opens the field again with what could not be written, unless another title is being typed. */
  #again(typing: Typing, text: string): void {
    if (this.typing) return;
    this.typing = { ...typing, text };
    this.#refused = this.typing;
  }

  async #make(typing: Typing): Promise<string | null> {
    const { span } = typing;
    const gesture: OpenGesture = {
      by: "keys",
      held: null,
      brought: null,
      over: "grid",
      grip: "end",
      others: "stay",
      carry: "move",
      span,
      pin: 0,
      at: span.start,
      lifted: true,
    };
    const outcome = await this.hand.settle(gesture);
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
