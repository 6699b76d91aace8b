// What is being laid over the days in view: which template, or which week. Asks Rust what would
// come of it and lays it on a yes; nothing is decided here.

import { untrack } from "svelte";
import * as ipc from "../ipc";
import type { Collisions } from "../messages/Collisions";
import type { Fault } from "../messages/Fault";
import type { LaidPlan } from "../messages/LaidPlan";
import type { Op } from "../messages/Op";
import type { Outcome } from "../messages/Outcome";
import type { TemplateLine } from "../messages/TemplateLine";
import { store } from "../store.svelte";
import { plusDays, weekOf, type DateText } from "../time";

/** Stands among the templates for the week before the one in view. */
export const LAST_WEEK = "last-week";

export class Laying {
  /** All templates; none until they were read. */
  templates = $state.raw<TemplateLine[] | null>(null);
  /** What is tried: the key of a template, or the week before. */
  chosen = $state<string | null>(null);
  collisions = $state<Collisions>("leave_out");
  /** The day that a template of one day goes to. */
  day = $state<DateText>("");

  template = $derived(this.templates?.find((one) => one.key === this.chosen) ?? null);
  /** The days a template of one day may go to. */
  days: DateText[] = $derived(store.week?.days.map((one) => one.date) ?? []);
  /** What Rust says would come of it. */
  plan: LaidPlan | null = $derived(this.chosen ? (store.preview?.laid ?? null) : null);
  /** Why nothing would come of it. */
  refused: Fault | null = $derived(this.plan ? (store.preview?.refused ?? null) : null);
  op: Op | null = $derived(this.#op());
  #none = $derived(store.preview === null);

  constructor() {
    $effect(() => {
      void store.week?.rev;
      void this.#read();
    });
    $effect(() => {
      const op = this.op;
      void store.week?.rev;
      untrack(() => {
        if (op) store.ask(op);
      });
    });
    // A gesture in the week takes the preview away; afterwards it is this one's again.
    $effect(() => {
      if (!this.#none) return;
      untrack(() => {
        if (this.op) store.ask(this.op);
      });
    });
    $effect(() => {
      if (this.plan && store.preview?.said) store.say(store.preview.said);
    });
  }

  choose(key: string | null): void {
    if (key === this.chosen) return;
    this.collisions = "leave_out";
    this.chosen = key;
    this.day = this.#dayInHand();
    if (key === null) store.forget();
  }

  /** The week that would be copied. */
  get lastWeek(): { from: DateText; until: DateText } {
    const { from, until } = weekOf(store.range.from, store.settings?.week_starts_on ?? 0);
    return { from: plusDays(from, -7), until: plusDays(until, -7) };
  }

  /** Lays what is tried; what came of it, or null when nothing did. */
  async lay(): Promise<Outcome | null> {
    if (!this.op) return null;
    const outcome = await store.apply(this.op);
    if (outcome) this.choose(null);
    return outcome;
  }

  #op(): Op | null {
    const { chosen, collisions, template } = this;
    if (chosen === LAST_WEEK)
      return { op: "copy_week", from: this.lastWeek.from, to: store.range.from, collisions };
    if (!template) return null;
    const on = template.reach === "week" ? store.range.from : this.day;
    return { op: "lay_template", template: template.key, on, collisions };
  }

  /** The day of the selected block, else today, else the first in view. */
  #dayInHand(): DateText {
    const days = this.days;
    const wished = [this.day, store.selected[0]?.start.slice(0, 10), store.week?.today];
    return wished.find((day) => day && days.includes(day)) ?? days[0] ?? "";
  }

  async #read(): Promise<void> {
    try {
      this.templates = await ipc.templates();
    } catch (fault) {
      store.complain(fault as Fault);
    }
  }
}
