// The gesture in hand, between the pure reducer and the store: asks at each snap step, writes once
// when it is kept, and holds the block at its place until the outcome is in. Draws nothing.

import type { Category } from "../messages/Category";
import type { Outcome } from "../messages/Outcome";
import { store } from "../store.svelte";
import { lend } from "./lend.svelte";
import { isIdle, opOf, reduce, type Held, type Input, type OpenGesture } from "./gesture";
import { entrySpan } from "./entries";
import { spanOf, type Span } from "./moment";
import { recordOf } from "./record";
import type { View } from "./view.svelte";
import { gestureWords, titleOf } from "./words";

/** A kept gesture whose outcome is not in yet: drawn as it was dropped. */
export interface Landing {
  gesture: OpenGesture;
  category: Category;
}

export class Hand {
  open = $state.raw<OpenGesture | null>(null);
  landings = $state.raw<Landing[]>([]);
  /** The category of the next new block: the one used last. */
  category = $state<Category>("technical");

  constructor(
    private view: View,
    /** A new block was drawn and is to be made, or time that was spent. */
    private made: (gesture: OpenGesture) => void,
    /** The pointer went down and up without a drag. */
    private clicked: (gesture: OpenGesture) => void,
    /** A kept gesture is written; the block to go on with. */
    private settled: (key: string) => void,
    /** A gesture was dropped. */
    private stayed: (gesture: OpenGesture) => void,
  ) {}

  /** Where a block is on screen now: at its landing while that is not settled. */
  spanOf(key: string): Span | null {
    const landing = this.landings.find((l) => l.gesture.held?.keys[0] === key);
    if (landing && landing.gesture.carry === "move") return landing.gesture.span;
    const occurrence = store.byKey.get(key);
    if (occurrence) return spanOf(occurrence);
    const entry = store.entryByKey.get(key);
    return entry ? entrySpan(entry) : null;
  }

  /** The block with everything that goes along with it: the selection, if it is one of it. */
  holding(key: string): Held | null {
    const first = store.byKey.get(key);
    const span = this.spanOf(key);
    const entry = store.entryByKey.get(key)?.id;
    if (entry !== undefined && span) return { keys: [key], blocks: [], entry, span };
    if (!first || first.block === null || !span) return null;
    const chosen = store.selection.includes(key) ? store.selected : [first];
    const along = chosen.filter((o) => o.key !== key && o.block !== null);
    const all = [first, ...along];
    return { keys: all.map((o) => o.key), blocks: all.flatMap((o) => o.block ?? []), span };
  }

  feed(input: Input): void {
    const before = this.open;
    const next = reduce(before, input, this.view.ground);
    this.open = next.open;
    lend.receives =
      next.open?.lifted === true && next.open.over === "backlog" && !next.open.brought;
    if (!next.open?.lifted) lend.carried = null;
    // A gesture by key may leave the hours in view; the pointer cannot.
    const open = next.open;
    if (open?.by !== before?.by || open?.span !== before?.span) {
      this.view.reach = open?.by === "keys" ? open.span : null;
    }
    switch (next.then) {
      case "ask":
        this.#ask(before === null || !before.lifted);
        break;
      case "keep":
        this.#keep(next.closed!);
        if (open?.lifted) this.#ask(true);
        break;
      case "drop":
        store.forget();
        if (next.closed!.lifted) store.say(this.#dropped(next.closed!));
        this.stayed(next.closed!);
        break;
      case "click":
        this.clicked(next.closed!);
        break;
      case "edge":
        store.say("No further this way.");
        break;
    }
  }

  /** Carries out a gesture that needs no steps in between, such as pasting. */
  async settle(gesture: OpenGesture): Promise<Outcome | null> {
    const landing = { gesture, category: this.category };
    this.landings = [...this.landings, landing];
    const about = gesture.held?.keys[0] ?? "";
    const op =
      gesture.actual && !gesture.held
        ? recordOf(gesture.span, this.category)
        : opOf(gesture, this.category);
    const outcome = await store.apply(op, about);
    this.landings = this.landings.filter((l) => l !== landing);
    // Taking in an outcome ends the preview; a gesture begun meanwhile needs its own again.
    if (this.open?.lifted) this.#ask(false);
    return outcome;
  }

  #keep(gesture: OpenGesture): void {
    if (isIdle(gesture)) {
      store.forget();
      store.say(this.#words(gesture));
      return;
    }
    if (!gesture.held && !gesture.brought) {
      this.made(gesture);
      return;
    }
    void this.settle(gesture).then((outcome) => {
      const key = outcome?.focus ?? gesture.held?.keys[0];
      if (key !== undefined) this.settled(key);
    });
  }

  #ask(first: boolean): void {
    const open = this.open!;
    if (open.by === "keys" && first) {
      const others = open.actual ? "." : ", P is for those in the way.";
      store.say(`${this.#words(open)} Enter keeps it, Escape drops it${others}`);
    } else if (open.by === "keys") {
      store.say(this.#words(open));
    }
    // What happened gives way by itself: the later word counts, and nothing has to be asked.
    if (isIdle(open) || open.actual || (open.brought && open.over !== "grid")) store.forget();
    else store.ask(opOf(open, this.category));
  }

  #dropped(gesture: OpenGesture): string {
    const { held, brought } = gesture;
    if (brought) return `Dropped. ${titleOf(brought)} stays in the backlog.`;
    if (!held) return gesture.actual ? "Dropped: no new entry." : "Dropped: no new block.";
    const before = { ...gesture, carry: "move", over: "grid", span: held.span } as const;
    return `Dropped. ${this.#words(before)}`;
  }

  #words(gesture: OpenGesture): string {
    const first = gesture.brought ?? store.find(gesture.held?.keys[0] ?? "");
    return gestureWords(gesture, first ? titleOf(first) : "");
  }
}
