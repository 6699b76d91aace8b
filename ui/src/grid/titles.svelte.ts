// The title being typed in the grid, of a new block or an old one. A new block is written before
// its title is, so nothing typed is lost and nothing waits for the disk.

import { store } from "../store.svelte";
import type { Cursor } from "./cursor.svelte";
import type { OpenGesture } from "./gesture";
import type { Hand } from "./hand.svelte";
import type { Span } from "./moment";

export interface Typing {
  /** The block, or null for one that is just being made. */
  key: string | null;
  span: Span;
  text: string;
}

export class Titles {
  typing = $state.raw<Typing | null>(null);
  #made: Promise<string | null> = Promise.resolve(null);

  constructor(
    private hand: Hand,
    private cursor: Cursor,
  ) {}

  /** Makes a block and lets its title be typed at once. */
  create(span: Span): void {
    this.typing = { key: null, span, text: "" };
    this.#made = this.#make(span);
  }

  rename(key: string): void {
    const span = this.hand.spanOf(key);
    const title = store.byKey.get(key)?.title;
    if (span && title !== undefined) this.typing = { key, span, text: title };
  }

  /** Keeps what was typed. `stays`: whether the focus goes back to the block. */
  async keep(text: string, stays: boolean): Promise<void> {
    const typing = this.typing;
    if (!typing) return;
    this.typing = null;
    const key = typing.key ?? (await this.#made);
    if (key === null) return;
    if (stays) await this.#return(key);
    const title = text.trim();
    const block = store.byKey.get(key)?.block;
    if (title === typing.text.trim() || block === null || block === undefined) return;
    await store.apply({ op: "edit", block, patch: { title } }, key);
  }

  /** Leaves the title as it was; a new block stays, untitled. */
  async leave(): Promise<void> {
    const typing = this.typing;
    if (!typing) return;
    this.typing = null;
    const key = typing.key ?? (await this.#made);
    if (key === null) return;
    await this.#return(key);
    store.say(typing.key === null ? "Kept as untitled." : "Title unchanged.");
  }

  async #make(span: Span): Promise<string | null> {
    const gesture: OpenGesture = {
      by: "keys",
      held: null,
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
      this.typing = null;
      void this.cursor.focus();
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
