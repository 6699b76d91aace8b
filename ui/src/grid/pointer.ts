// The pointer on the day columns: captures it, measures where it is, and feeds the gesture. Decides
// nothing about blocks. One reading of the page per frame, however many moves arrive in it.

import { store } from "../store.svelte";
import type { Grip } from "../messages/Grip";
import type { Hand } from "./hand.svelte";
import { lend, overAt, type Brought } from "./lend.svelte";
import { refuseImported } from "./refusals";
import type { View } from "./view.svelte";
import { titleOf } from "./words";

/** What lay under the pointer when it went down. */
export interface Hit {
  /** A block or event, or null for the ground. */
  key: string | null;
  /** Shift or Ctrl: add to the selection instead of replacing it. */
  adds: boolean;
  /** It was on a task of the backlog, which the grid follows from there. */
  brought?: boolean;
  /** It was in the lane of what happened. */
  actual?: boolean;
}

interface Press extends Hit {
  id: number;
  x0: number;
  y0: number;
  x: number;
  y: number;
  fine: boolean;
  copy: boolean;
  /** An imported event: it can be clicked, and not dragged. */
  fixed: boolean;
}

/** Pixels a hand may tremble before a press counts as a drag. */
const TREMBLE = 4;
/** Pixels from the edge where the hours begin to scroll. */
const EDGE = 36;

export class Pointer {
  #press: Press | null = null;
  #frame = 0;
  /** What the last press was on, for the click and the double click that follow it. */
  hit: Hit = { key: null, adds: false };

  constructor(
    private view: View,
    private hand: Hand,
    private field: HTMLElement,
    private scroller: HTMLElement,
    private clickedFixed: (hit: Hit) => void,
  ) {}

  /** Listens until the returned function is called. */
  listen(): () => void {
    const off = new AbortController();
    const { signal } = off;
    const on = { signal };
    this.field.addEventListener("pointerdown", this.#down, on);
    this.field.addEventListener("pointermove", this.#move, on);
    this.field.addEventListener("pointerup", this.#up, on);
    this.field.addEventListener("pointercancel", this.#lost, on);
    this.field.addEventListener("lostpointercapture", this.#lost, on);
    this.scroller.addEventListener("scroll", this.#again, { signal, passive: true });
    window.addEventListener("resize", this.#again, on);
    window.addEventListener("blur", this.#lose, on);
    window.addEventListener("keydown", this.#key, { signal, capture: true });
    window.addEventListener("keyup", this.#key, { signal, capture: true });
    window.addEventListener("contextmenu", this.#menu, { signal, capture: true });
    return () => {
      this.#lose();
      off.abort();
    };
  }

  /** Takes a task that was pressed elsewhere; from here on the grid follows the pointer. */
  bring(event: PointerEvent, brought: Brought): void {
    if (event.button !== 0 || this.#press) return;
    store.refusal = null;
    this.hit = { key: null, adds: false, brought: true };
    const [x, y] = [event.clientX, event.clientY];
    const fine = event.altKey;
    this.#press = {
      ...this.hit,
      id: event.pointerId,
      x0: x,
      y0: y,
      x,
      y,
      fine,
      copy: false,
      fixed: false,
    };
    this.field.setPointerCapture(event.pointerId);
    const over = overAt(x, y, this.scroller);
    this.hand.feed({ on: "bring", brought, at: this.view.at(x, y), over, fine });
  }

  /** Whether the press under way adds to the selection. */
  get gathers(): boolean {
    return this.#press?.adds ?? false;
  }

  #down = (event: PointerEvent): void => {
    if (event.button !== 0 || this.#press) return;
    const target = event.target as Element;
    if (target.closest("input")) return;
    store.refusal = null;
    const at = this.view.at(event.clientX, event.clientY);
    const block = target.closest<HTMLElement>("[data-key], [data-rest]");
    const key = block?.dataset.key ?? block?.dataset.rest ?? null;
    const held = key === null ? null : this.hand.holding(key);
    const actual = target.closest("[data-lane]") !== null;
    this.hit = { key, adds: event.shiftKey || event.ctrlKey, actual };
    this.#press = {
      ...this.hit,
      id: event.pointerId,
      x0: event.clientX,
      y0: event.clientY,
      x: event.clientX,
      y: event.clientY,
      fine: event.altKey,
      copy: event.ctrlKey,
      fixed: key !== null && held === null,
    };
    this.field.setPointerCapture(event.pointerId);
    const { fine, copy } = this.#press;
    if (held) {
      const grip = (target.closest<HTMLElement>("[data-grip]")?.dataset.grip ?? "whole") as Grip;
      this.hand.feed({ on: "take", held, grip, at, fine, copy });
    } else if (key === null) {
      this.hand.feed({ on: "draw", at, fine, actual });
    } else {
      this.hand.feed({ on: "keep" });
    }
  };

  #move = (event: PointerEvent): void => {
    const press = this.#press;
    if (!press || event.pointerId !== press.id) return;
    // The button went up where nobody saw it: the drag is lost, not kept.
    if (event.buttons === 0) return this.#lose();
    press.x = event.clientX;
    press.y = event.clientY;
    press.fine = event.altKey;
    press.copy = event.ctrlKey;
    this.#again();
  };

  #up = (event: PointerEvent): void => {
    const press = this.#press;
    if (!press || event.pointerId !== press.id) return;
    press.x = event.clientX;
    press.y = event.clientY;
    this.#place();
    this.#end();
    if (!press.fixed) this.hand.feed({ on: "release" });
    else if (!this.#isFar(press)) this.clickedFixed(press);
  };

  #lost = (event: PointerEvent): void => {
    if (this.#press?.id === event.pointerId) this.#lose();
  };

  #lose = (): void => {
    if (!this.#press) return;
    this.#end();
    this.hand.feed({ on: "lose" });
  };

  /** Looks again where the pointer is, in the next frame: it moved, or the page did under it. */
  #again = (): void => {
    if (this.#press && this.#frame === 0) this.#frame = requestAnimationFrame(this.#onFrame);
  };

  #onFrame = (): void => {
    this.#frame = 0;
    this.#place();
    if (this.#press && this.hand.open?.lifted && this.hand.open.over === "grid")
      this.#scrollAtEdge(this.#press);
  };

  #place(): void {
    const press = this.#press;
    if (!press) return;
    const far = this.#isFar(press);
    if (press.fixed) {
      if (far && press.key !== null && store.refusal === null) refuseImported(press.key);
      return;
    }
    const { fine, copy, x, y } = press;
    const over = overAt(x, y, this.scroller);
    this.hand.feed({ on: "move", at: this.view.at(x, y), far, over, fine, copy });
    this.#carry(x, y);
  }

  /** Says what is carried outside the grid, and where it is. */
  #carry(x: number, y: number): void {
    const open = this.hand.open;
    const outside = open?.lifted && open.over !== "grid";
    const of = outside ? (open.brought ?? store.byKey.get(open.held?.keys[0] ?? "")) : null;
    if (!open || !of) {
      lend.carried = null;
      return;
    }
    const more =
      open.held && open.held.keys.length > 1 ? ` and ${open.held.keys.length - 1} more` : "";
    const says = open.brought ? "Drop it into the week" : "Back to the backlog";
    lend.carried = { x, y, title: titleOf(of) + more, category: of.category, says };
  }

  #scrollAtEdge({ y }: Press): void {
    const { top, bottom } = this.scroller.getBoundingClientRect();
    const inner = top + this.scroller.clientHeight - this.view.room;
    const over = Math.max(0, inner + EDGE - y) - Math.max(0, y - (bottom - EDGE));
    if (over === 0) return;
    const before = this.scroller.scrollTop;
    this.scroller.scrollTop -= Math.max(-12, Math.min(12, over / 3));
    if (this.scroller.scrollTop !== before) this.#again();
  }

  /** While a drag is under way, keys change it or do nothing at all. */
  #key = (event: KeyboardEvent): void => {
    const press = this.#press;
    if (!press || this.hand.open?.by !== "pointer") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === "keydown" && event.key === "Escape") {
      this.#end();
      this.hand.feed({ on: "drop" });
      return;
    }
    if (event.type === "keydown" && event.key.toLowerCase() === "p" && !event.repeat) {
      this.hand.feed({ on: "cycle" });
    }
    press.fine = event.altKey;
    press.copy = event.ctrlKey;
    this.hand.feed({ on: "modify", fine: press.fine, copy: press.copy });
  };

  #menu = (event: Event): void => {
    if (this.hand.open?.by === "pointer") event.preventDefault();
  };

  #isFar = (press: Press): boolean => Math.hypot(press.x - press.x0, press.y - press.y0) >= TREMBLE;

  #end(): void {
    const press = this.#press;
    this.#press = null;
    lend.carried = null;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    if (press && this.field.hasPointerCapture(press.id)) {
      this.field.releasePointerCapture(press.id);
    }
  }
}
