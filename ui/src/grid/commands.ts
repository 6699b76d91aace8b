// What the keys of the grid do, one verb a function. Which key it was is decided in keys.ts; what a
// write means, in Rust.

import type { Category } from "../messages/Category";
import type { Handle } from "../messages/Handle";
import type { Op } from "../messages/Op";
import { go } from "../go";
import { store } from "../store.svelte";
import type { Cursor } from "./cursor.svelte";
import { entryKey } from "./entries";
import { stretch, type Held, type Step } from "./gesture";
import type { Hand } from "./hand.svelte";
import type { Command, Plain } from "./keys";
import { categorise, remove } from "./record";
import { noPlan, refuseImported } from "./refusals";
import type { Span } from "./moment";
import type { Titles } from "./titles.svelte";
import type { View } from "./view.svelte";
import { titleOf } from "./words";

/** Where arrows bring a task that is in hand. */
const BRINGS: Record<"up" | "down" | "left" | "right", Step> = {
  up: { unit: "snap", way: -1 },
  down: { unit: "snap", way: 1 },
  left: { unit: "day", way: -1 },
  right: { unit: "day", way: 1 },
};

/** What is done to blocks of the plan and to nothing else. */
const FOR_BLOCKS = new Set<Plain>(["copy", "cut", "paste", "duplicate", "backlog", "tick"]);

export class Commands {
  #clipboard: { held: Held; cut: boolean } | null = null;
  #storing: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private view: View,
    private hand: Hand,
    private cursor: Cursor,
    private titles: Titles,
    /** Makes a block, or an entry of what happened. */
    private made: (span: Span, actual: boolean) => void,
  ) {}

  run(command: Command): void {
    store.refusal = null;
    switch (command.do) {
      case "go":
        return this.#go(command.to);
      case "turn":
        return void this.#turn(command.weeks);
      case "step":
        return this.#step(command);
      case "category":
        return void this.#categorise(command.category);
      case "zoom":
        return this.zoom(command.by);
      default:
        return this.#plain(command.do);
    }
  }

  /** A new block where the cursor stands. */
  create(): void {
    this.hand.feed({ on: "keep" });
    this.made(this.cursor.room, this.cursor.lane === "actual");
  }

  /** Into the lane of what happened and back. */
  async cross(): Promise<void> {
    const to = this.cursor.lane === "actual" ? "live" : "actual";
    if (to === "actual" && !this.view.layers.includes("actual")) {
      const layers = store.settings?.layers;
      if (layers) await store.set({ layers: { ...layers, actual: true } });
    }
    if (!this.cursor.cross(to)) return noPlan();
    const where = to === "actual" ? "What happened" : "The plan";
    await this.cursor.focus();
    store.say(`${where}. G leads back.`);
  }

  /** Changes the height of the hours now, and stores it once the person has settled on one. */
  zoom(by: number): void {
    this.view.zoom(by);
    clearTimeout(this.#storing);
    this.#storing = setTimeout(() => void this.#store(), 700);
  }

  #plain(verb: Plain): void {
    const key = this.cursor.key;
    const open = this.hand.open !== null;
    if (verb === "enter" && open) return this.hand.feed({ on: "keep" });
    if (verb === "escape") return open ? this.hand.feed({ on: "drop" }) : this.#scatter();
    if (verb === "others") return this.hand.feed({ on: "cycle" });
    // Anything else keeps what is open first: nobody loses a move by going on.
    this.hand.feed({ on: "keep" });
    if (this.cursor.lane === "actual" && FOR_BLOCKS.has(verb))
      return store.tell("Not for entries.", "G leads back to the blocks of the plan.");
    switch (verb) {
      case "enter":
        return key === null ? this.create() : store.open(key);
      case "rename":
        return this.#rename();
      case "create":
        return this.create();
      case "remove":
        return void this.#remove();
      case "copy":
        return this.#copy(false);
      case "cut":
        return this.#copy(true);
      case "paste":
        return void this.#paste();
      case "duplicate":
        return void this.#duplicate();
      case "backlog":
        return void this.#toBacklog();
      case "tick":
        return void store.tick(this.#chosen().flatMap((o) => (o.counts ? o.key : [])));
      case "gather":
        return this.gather(key);
      case "today":
        return void this.#today();
      case "commit":
        return go.commit();
      case "lane":
        return void this.cross();
      case "weekend":
        return void store.set({ show_weekend: !store.settings?.show_weekend });
      case "hours":
        return void store.set({ show_all_hours: !store.settings?.show_all_hours });
    }
  }

  /** Adds a block to the selection, or takes it out. */
  gather(key: string | null): void {
    if (key === null) return;
    const chosen = store.selection.includes(key);
    const first = !this.cursor.gathering && chosen;
    this.cursor.gathering = true;
    const rest = store.selection.filter((k) => k !== key);
    if (!first) store.select(...(chosen ? rest : [...store.selection, key]));
    const name = titleOf(store.find(key) ?? { title: "" });
    const verb = store.selection.includes(key) ? "added" : "taken out";
    store.say(`${name} ${verb}. ${store.selection.length} selected.`);
  }

  #go(to: Extract<Command, { do: "go" }>["to"]): void {
    const open = this.hand.open;
    if (open?.brought && to in BRINGS) {
      const by = BRINGS[to as keyof typeof BRINGS];
      return this.#step({ do: "step", grip: "whole", by, fine: false });
    }
    this.hand.feed({ on: "keep" });
    const oneDay = this.view.dates.length === 1;
    if (this.cursor.go(to)) void this.cursor.focus();
    else if (oneDay && (to === "left" || to === "right")) void this.#turn(to === "left" ? -1 : 1);
  }

  async #turn(steps: -1 | 1): Promise<void> {
    this.hand.feed({ on: "keep" });
    await store.turn(steps);
    await this.cursor.focus();
  }

  #step({ grip, by, fine }: Extract<Command, { do: "step" }>): void {
    const open = this.hand.open;
    const key = open?.brought ? null : this.cursor.key;
    if (key === null) {
      const span = open?.by === "keys" && !open.held ? open.span : this.cursor.room;
      const actual = !open?.brought && this.cursor.lane === "actual";
      return this.hand.feed({ on: "step", held: null, span, grip, by, fine, actual });
    }
    const same = open?.held?.keys[0] === key;
    const held = same ? open.held : this.hand.holding(key);
    if (!held) return refuseImported(key);
    const span = same ? open.span : held.span;
    const actual = held.entry !== undefined;
    this.hand.feed({ on: "step", held, span, grip, by, fine, actual });
  }

  async #categorise(category: Category): Promise<void> {
    this.hand.feed({ on: "keep" });
    this.hand.category = category;
    const spent = this.#chosenEntries();
    if (spent.length > 0) return categorise(spent, category);
    const chosen = this.#chosen();
    if (chosen.length === 0) return store.say(`The next new block is ${category}.`);
    const blocks = chosen.flatMap((o) => o.block ?? []);
    if (blocks.length > 0)
      await store.apply({ op: "set_category", blocks, category }, chosen[0]!.key);
    for (const { event, key } of chosen) {
      if (event !== null) await store.apply({ op: "set_event_category", event, category }, key);
    }
  }

  #rename(): void {
    const key = this.cursor.key;
    if (key === null) return;
    if (store.entryByKey.has(key)) return store.open(key);
    if (store.byKey.get(key)?.block === null) return refuseImported(key);
    this.titles.rename(key);
  }

  async #removeEntries(): Promise<void> {
    const spent = this.#chosenEntries();
    if (spent.length === 0 || !(await remove(spent))) return;
    const gone = new Set(spent.map((entry) => entryKey(entry.id)));
    store.select(...store.selection.filter((key) => !gone.has(key)));
    this.cursor.gathering &&= store.selection.length > 0;
    await this.cursor.focus();
  }

  #remove(): Promise<unknown> {
    if (this.cursor.lane === "actual") return this.#removeEntries();
    const { blocks, key } = this.#blocks();
    if (blocks.length === 0) return Promise.resolve();
    return this.#write({ op: "delete", blocks }, key);
  }

  #duplicate(): Promise<unknown> {
    const { blocks, key } = this.#blocks();
    if (blocks.length === 0) return Promise.resolve();
    return this.#write({ op: "duplicate", blocks }, key);
  }

  #toBacklog(): Promise<unknown> {
    const { blocks, key } = this.#blocks();
    if (blocks.length === 0) return Promise.resolve();
    return this.#write({ op: "to_backlog", blocks }, key);
  }

  #copy(cut: boolean): void {
    const { key } = this.#blocks();
    const held = key && this.hand.holding(key);
    if (!held || held.entry !== undefined) return;
    this.#clipboard = { held, cut };
    const what = held.blocks.length === 1 ? "Block" : `${held.blocks.length} blocks`;
    store.say(`${what} ${cut ? "cut: paste to move it" : "copied"}.`);
  }

  /** Puts what was copied or cut at the cursor, after the block there if there is one. */
  async #paste(): Promise<void> {
    const board = this.#clipboard;
    if (!this.view.layers.includes("live")) return noPlan();
    if (!board) return store.say("Nothing to paste: copy a block first.");
    const start = this.cursor.room.start;
    const { span } = board.held;
    const outcome = await this.hand.settle({
      ...stretch({ start, end: start + span.end - span.start }),
      held: board.held,
      grip: "whole",
      carry: board.cut ? "move" : "copy",
    });
    if (!outcome) return;
    board.cut = false;
    await this.#follow(outcome.focus);
  }

  async #today(): Promise<void> {
    const week = store.week;
    if (!week) return;
    const oneDay = week.days.length === 1;
    if (!week.days.some((day) => day.date === week.today)) {
      await (oneDay ? store.goToDay(week.today) : store.goToWeek(week.today));
    }
    this.cursor.toToday();
    await this.cursor.focus();
  }

  /** Ends the gathering of a selection, and leads back from the lane of what happened. */
  #scatter(): void {
    if (!this.cursor.gathering && this.cursor.lane === "actual") return void this.cross();
    this.cursor.gathering = false;
    const key = this.cursor.key;
    store.select(...(key === null ? [] : [key]));
  }

  /** Which blocks a command is about: the selection if the cursor is in it, else what is under the
   *  cursor. In the lane of what happened none. */
  #chosen() {
    const key = this.cursor.key;
    if (this.cursor.lane === "actual") return [];
    if (key === null) return this.cursor.gathering ? store.selected : [];
    if (store.selection.includes(key)) return store.selected;
    return [store.byKey.get(key)].filter((o) => o !== undefined);
  }

  /** Which entries a command is about, by the same rule; outside their lane none. */
  #chosenEntries() {
    const key = this.cursor.key;
    if (this.cursor.lane !== "actual") return [];
    if (key === null) return this.cursor.gathering ? store.selectedEntries : [];
    if (store.selection.includes(key)) return store.selectedEntries;
    return [store.entryByKey.get(key)].filter((e) => e !== undefined);
  }

  #blocks(): { blocks: Handle[]; key: string } {
    const chosen = this.#chosen();
    const own = chosen.filter((o) => o.block !== null);
    if (own.length === 0 && chosen[0]) refuseImported(chosen[0].key);
    return { blocks: own.flatMap((o) => o.block ?? []), key: own[0]?.key ?? "" };
  }

  async #write(op: Op, about: string): Promise<void> {
    const outcome = await store.apply(op, about);
    if (outcome) await this.#follow(outcome.focus);
  }

  async #follow(key: string | null): Promise<void> {
    this.cursor.gathering = false;
    if (key !== null && store.byKey.has(key)) {
      store.select(key);
      this.cursor.to(key);
    }
    await this.cursor.focus();
  }

  async #store(): Promise<void> {
    const height = this.view.zoomed;
    if (height === null) return;
    await store.set({ hour_height: height });
    if (this.view.zoomed === height) this.view.zoomed = null;
  }
}
