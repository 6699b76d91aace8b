// Where the keyboard stands in the grid: a column, a minute, and the block there or none. Moves the
// focus; the selection follows it unless blocks are being gathered.

import { tick } from "svelte";
import { store } from "../store.svelte";
import { minuteOf } from "../time";
import type { Direction } from "./keys";
import { dayOf, lastDayOf, minuteIn, type Moment, type Span } from "./moment";
import { SLOT, stopAt, stopsOf, type Stop } from "./stops";
import type { View } from "./view.svelte";

const NEW_LENGTH = 60;
const SHORTEST = 15;

export class Cursor {
  column = $state(0);
  /** The minute aimed at; kept while going sideways over stops that begin earlier. */
  minute = $state(0);
  #key = $state<string | null>(null);
  /** Whether moving about leaves the selection as it is, because it is being put together. */
  gathering = $state(false);
  /** Whether it was brought into the lane of what happened. */
  #inLane = $state(false);
  #root: HTMLElement | null = null;
  #placed = false;

  constructor(private view: View) {}

  /** Which lane it stands in: that of what happened where the plan is not shown, else that of the
   *  plan until it is brought over. */
  lane: "live" | "actual" = $derived.by(() => {
    const { layers } = this.view;
    if (!layers.includes("actual")) return "live";
    return this.#inLane || !layers.includes("live") ? "actual" : "live";
  });
  at: number = $derived.by(() => Math.min(this.column, Math.max(0, this.view.dates.length - 1)));
  stops: Stop[] = $derived.by(() => this.#stopsOf(this.at));
  #index: number = $derived.by(() => {
    const found = this.stops.findIndex((stop) => stop.key !== null && stop.key === this.#key);
    return found >= 0 ? found : stopAt(this.stops, this.minute);
  });
  /** The stop the cursor is on. */
  here: Stop | null = $derived(this.stops[this.#index] ?? null);
  key: string | null = $derived(this.here?.key ?? null);

  /** Where the slot or block under the cursor begins. */
  get moment(): Moment {
    const from = this.here && this.here.from >= 0 ? this.here.from : this.view.hours.from;
    return (this.view.dayNumbers[this.at] ?? 0) * 1440 + from;
  }

  attach(root: HTMLElement): void {
    this.#root = root;
  }

  /** At the first sight of a week: today, now; else where work begins. */
  settle(): void {
    const week = store.week;
    if (this.#placed || !week || this.view.days.length === 0) return;
    this.#placed = true;
    this.toToday();
  }

  toToday(): void {
    const week = store.week!;
    const today = this.view.dates.indexOf(week.today);
    const workday = this.view.days.findIndex((day) => day.work);
    this.column = today >= 0 ? today : Math.max(0, workday);
    const begins = this.view.days[this.column]?.work?.start ?? this.view.hours.from;
    const next = Math.ceil(minuteOf(week.now) / SLOT) * SLOT;
    const late = next >= this.view.hours.until;
    this.minute = today >= 0 && !late ? Math.max(begins, next) : begins;
    this.#key = null;
  }

  /** Goes one step, or to an end of the day. False at the edge. */
  go(to: Direction): boolean {
    if (to === "left" || to === "right") return this.#sideways(to === "left" ? -1 : 1);
    const timed = this.stops.findIndex((stop) => stop.from >= 0);
    const last = this.stops.length - 1;
    const target = { up: this.#index - 1, down: this.#index + 1, first: timed, last }[to];
    const stop = this.stops[target];
    if (!stop) return false;
    this.#stand(stop);
    this.minute = Math.max(stop.from, 0);
    return true;
  }

  /** Goes to a block, wherever it is in view. */
  to(key: string): void {
    if (!this.#root?.isConnected) return;
    this.#inLane = store.entryByKey.has(key);
    const column = this.view.dates.findIndex((_, at) =>
      this.#stopsOf(at).some((stop) => stop.key === key),
    );
    if (column < 0) return;
    this.column = column;
    this.#key = key;
    const stop = this.stops.find((s) => s.key === key);
    if (stop && stop.from >= 0) this.minute = stop.from;
  }

  /** Goes to the empty slot at a moment. */
  toSlot(moment: Moment, lane: "live" | "actual" = "live"): void {
    this.#inLane = lane === "actual";
    const column = this.view.dayNumbers.indexOf(dayOf(moment));
    if (column >= 0) this.column = column;
    this.minute = minuteIn(moment);
    this.#key = null;
    this.#follow();
  }

  /** Goes into the lane of what happened, or back into the plan, at the same time of the day. */
  cross(lane: "live" | "actual"): boolean {
    this.#inLane = lane === "actual";
    this.#key = null;
    if (this.lane !== lane) return false;
    const stop = this.stops[stopAt(this.stops, this.minute)];
    if (stop) this.#stand(stop);
    return true;
  }

  /** Moves the focus to where the cursor is, once the page shows it. */
  async focus(): Promise<void> {
    await tick();
    if (!this.#root?.isConnected) return;
    const key = this.key;
    const name = key === null ? "[data-slot]" : `[data-key=${JSON.stringify(key)}]`;
    const element = this.#root.querySelector<HTMLElement>(name);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
  }

  /** Where a new block would go: the free time from here on, an hour at most. */
  get room(): Span {
    const box = this.key === null ? null : this.#box(this.key);
    const start = box
      ? Math.min(lastDayOf(box.span) * 1440 + box.until, this.#lastStart())
      : this.moment;
    const inDay = start - (this.view.dayNumbers[this.at] ?? 0) * 1440;
    const next = this.stops.find((stop) => stop.key !== null && stop.from > inDay);
    const free = next ? next.from - inDay : NEW_LENGTH;
    const length = free < SHORTEST ? NEW_LENGTH : Math.min(NEW_LENGTH, free);
    return { start, end: start + length };
  }

  #lastStart(): Moment {
    return (this.view.dayNumbers[this.at] ?? 0) * 1440 + 1440 - SHORTEST;
  }

  #box(key: string) {
    const date = this.view.dates[this.at] ?? "";
    if (this.lane === "actual")
      return this.view.entries.get(date)?.find((box) => box.of.key === key);
    return this.view.boxes.get(this.view.dates[this.at] ?? "")?.find((box) => box.of.key === key);
  }

  #sideways(by: -1 | 1): boolean {
    const column = this.at + by;
    if (column < 0 || this.view.dates.length <= column) return false;
    this.column = column;
    const stops = this.#stopsOf(column);
    const stop = stops[stopAt(stops, this.minute)];
    if (stop) this.#stand(stop);
    return true;
  }

  #stand(stop: Stop): void {
    this.#key = stop.key;
    this.#follow();
  }

  #follow(): void {
    if (this.gathering) return;
    store.select(...(this.#key === null ? [] : [this.#key]));
  }

  #stopsOf(column: number): Stop[] {
    if (this.lane === "actual") {
      const entries = this.view.entries.get(this.view.dates[column] ?? "") ?? [];
      return stopsOf(entries, [], this.view.hours);
    }
    const boxes = this.view.boxes.get(this.view.dates[column] ?? "") ?? [];
    const bars = this.view.bars.filter((bar) => bar.first <= column && column <= bar.last);
    return stopsOf(boxes, bars, this.view.hours);
  }
}
