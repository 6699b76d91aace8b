// What the grid shows: days, hours, heights, boxes. Derived from the store and the measured size;
// it changes nothing in the plan and knows no gesture beyond the span it has to keep in view.

import { store } from "../store.svelte";
import type { DateText } from "../time";
import type { Ground } from "./gesture";
import {
  layRow,
  layWeek,
  shownDays,
  standsAbove,
  visibleHours,
  type Bar,
  type Box,
} from "./layout";
import { entrySpan, layEntries, type EntryBox } from "./entries";
import { lanesOf, shownLayers, type LayerName, type Lanes } from "./lanes";
import { dayOfDate, momentOf, spanOf, type Moment, type Span } from "./moment";
import { momentAt } from "./place";

const PLAN = { committed: false, live: true, actual: true, beside: false };
/** The height of an hour that means: whatever fits. */
export const FITTING = 43;
const LOWEST = 24;
const HIGHEST = 160;
/** Below this many pixels a title cannot be read. */
const LEGIBLE = 17;

export class View {
  /** Room for the hours, and for the day columns, in CSS pixels; 0 while unknown. */
  room = $state(0);
  width = $state(0);
  /** The element that spans the day columns, to the pixel. */
  field = $state.raw<HTMLElement | null>(null);
  /** A span that must stay in view although nothing stands there yet. */
  reach = $state.raw<Span | null>(null);
  /** Whether the lane of what happened is worked in, and has to be wide enough for a hand. */
  editing = $state(false);
  /** Chosen by zooming just now, not yet stored. */
  zoomed = $state<number | null>(null);

  days = $derived(store.week ? shownDays(store.week.days, store.week.settings.show_weekend) : []);
  dates: DateText[] = $derived(this.days.map((day) => day.date));
  dayNumbers: number[] = $derived(this.dates.map(dayOfDate));
  layers: LayerName[] = $derived(shownLayers(store.week?.settings.layers ?? PLAN));
  /** Whether a layer is drawn. */
  #live = $derived(this.layers.includes("live"));
  #actual = $derived(this.layers.includes("actual"));
  #planned = $derived(this.#live ? (store.week?.occurrences ?? []) : []);
  #spent = $derived(this.#actual ? (store.week?.entries ?? []) : []);
  #happens = $derived(this.#actual && store.week?.running?.phase === "work");
  #timed = $derived([
    ...(store.week?.occurrences ?? []).filter((o) => !standsAbove(o)).map(spanOf),
    ...this.#spent.map(entrySpan),
    ...this.#runs,
  ]);
  #from = $derived(this.#hours.from);
  #until = $derived(this.#hours.until);
  hours = $derived({ from: this.#from, until: this.#until });
  hourHeight: number = $derived(this.zoomed ?? this.#settledHeight());
  /** The least height of a box, in minutes. */
  least = $derived((LEGIBLE / this.hourHeight) * 60);
  boxes: Map<DateText, Box[]> = $derived(
    layWeek(this.#planned, this.dates, this.hours, this.least),
  );
  entries: Map<DateText, EntryBox[]> = $derived(layEntries(this.#spent, this.dates));
  lanes: Lanes = $derived(
    lanesOf(store.week?.settings.layers ?? PLAN, this.width / Math.max(1, this.dates.length), {
      happened: this.#spent.length > 0 || this.#happens,
      edited: this.editing,
    }),
  );
  bars: Bar[] = $derived(layRow(store.week?.occurrences ?? [], this.dates));

  /** What is being recorded, from its beginning to when the week was read. */
  get #runs(): Span[] {
    const week = store.week;
    if (!week?.running || !this.#happens) return [];
    return [{ start: momentOf(week.running.start), end: momentOf(week.now) }];
  }

  get #hours() {
    const all = store.week?.settings.show_all_hours ?? false;
    const spans = this.reach ? [...this.#timed, this.reach] : this.#timed;
    return visibleHours(this.days, spans, all);
  }

  get ground(): Ground {
    return {
      days: this.dayNumbers,
      hours: this.hours,
      snap: store.week?.settings.snap_minutes ?? 15,
    };
  }

  /** Pixels from the top of a column to a minute of the day. */
  y(minute: number): number {
    return ((minute - this.hours.from) / 60) * this.hourHeight;
  }

  /** The moment under a point of the screen, measured now. */
  at(x: number, y: number): Moment {
    const field = this.field?.getBoundingClientRect() ?? { left: 0, top: 0, width: 1, height: 1 };
    return momentAt(x, y, field, this.dayNumbers, this.hours);
  }

  /** One step taller or lower; 0 goes back to whatever fits. */
  zoom(by: number): void {
    if (by === 0) {
      this.zoomed = FITTING;
      return;
    }
    const height = Math.round(Math.min(Math.max(this.hourHeight + by * 6, LOWEST), HIGHEST));
    this.zoomed = height === FITTING ? height + 1 : height;
  }

  #settledHeight(): number {
    const chosen = store.week?.settings.hour_height ?? FITTING;
    if (chosen !== FITTING || this.room === 0) return chosen;
    const hours = (this.hours.until - this.hours.from) / 60;
    return Math.floor(Math.min(Math.max(this.room / hours, 34), 72));
  }
}
