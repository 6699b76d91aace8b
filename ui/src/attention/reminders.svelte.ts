// Reminders on screen: each by itself, and what was missed as one list. What is due is decided in
// Rust; here it is shown until it is put away.

import { tick } from "svelte";
import { CATEGORIES } from "../categories";
import { go } from "../go";
import * as ipc from "../ipc";
import type { Attention } from "../messages/Attention";
import type { Fault } from "../messages/Fault";
import type { Reminded } from "../messages/Reminded";
import type { ReminderLine } from "../messages/ReminderLine";
import { store } from "../store.svelte";
import { view } from "../view.svelte";

/** How many are shown by themselves; older ones make room. */
const MOST = 3;
const SECOND = 1000;

export interface Missed {
  heading: string;
  lines: ReminderLine[];
  older: string;
}

export class Reminders {
  /** The latest last. */
  shown = $state.raw<ReminderLine[]>([]);
  missed = $state.raw<Missed | null>(null);

  take({ now, missed, heading, older }: Reminded): void {
    this.shown = [...this.shown, ...now].slice(-MOST);
    for (const line of now) if (line.later) this.#turn(line);
    if (missed.length || older) {
      const before = this.missed;
      const lines = [...(before?.lines ?? []), ...missed];
      this.missed = { heading, lines, older: older || (before?.older ?? "") };
    }
    const said = now.map((line) => `${line.text}.`);
    if (missed.length) said.push(`${heading}: ${missed.map((line) => line.text).join(", ")}.`);
    store.say(said.join(" "));
  }

  putAway(id: string): void {
    this.shown = this.shown.filter((line) => line.id !== id);
  }

  putListAway(): void {
    this.missed = null;
  }

  /** Those of another plan mean nothing here. */
  clear(): void {
    this.shown = [];
    this.missed = null;
  }

  /** Moves the focus to the latest reminder, or to the list where there is no other. */
  async enter(): Promise<void> {
    await tick();
    const all = document.querySelectorAll<HTMLElement>("[data-reminders] article");
    all[all.length - 1]?.focus();
  }

  /** Shows what a reminder is about. */
  async open(line: ReminderLine): Promise<void> {
    this.putAway(line.id);
    if (line.key) await go.occurrence(line.key, line.day);
    else if (line.kind === "commit_week") await go.week(line.day);
    else if (line.kind === "close_day" || line.kind === "end_of_work") this.#close(line);
  }

  /** Records time for what begins. */
  async start(line: ReminderLine): Promise<void> {
    if (!line.key) return;
    if (await store.apply({ op: "start", of: line.key })) this.putAway(line.id);
  }

  /** Holds what is recorded, for a break. */
  async pause(line: ReminderLine): Promise<void> {
    if (await store.apply({ op: "session", step: "pause" })) this.putAway(line.id);
  }

  /** No reminder before this block any more. */
  async muteBlock(line: ReminderLine): Promise<void> {
    if (!line.block) return;
    const blocks = [line.block];
    const done = await store.apply({ op: "set_facets", blocks, patch: { remind: "never" } });
    if (done) this.putAway(line.id);
  }

  /** No reminder of this kind any more; of a category where it is about what begins. */
  async muteKind(line: ReminderLine): Promise<void> {
    try {
      const attention = without(await ipc.attention(), line);
      if (await store.apply({ op: "set_attention", attention })) this.putAway(line.id);
    } catch (fault) {
      store.complain(fault as Fault);
    }
  }

  #close(line: ReminderLine): void {
    view.screen = "week";
    view.closing = { day: line.day };
  }

  /** Once its moment is over, it says so. */
  #turn(line: ReminderLine): void {
    const over = () => {
      const later = { ...line, text: line.later };
      this.shown = this.shown.map((one) => (one.id === line.id ? later : one));
    };
    setTimeout(over, line.seconds * SECOND);
  }
}

/** What draws attention, without what a reminder is one of. */
function without(all: Attention, line: ReminderLine): Attention {
  switch (line.kind) {
    case "start": {
      const muted = CATEGORIES.findIndex((one) => one.category === line.category);
      const before = all.before.map((minutes, at) => (at === muted ? null : minutes));
      return { ...all, before: before as Attention["before"] };
    }
    case "break":
      return { ...all, break_after: null };
    case "end_of_work":
      return { ...all, end_of_work: false };
    case "commit_week":
      return { ...all, commit_week: null };
    case "close_day":
      return { ...all, close_day: null };
  }
}

/** Whether there is something to show about a reminder. */
export const leads = ({ key, kind }: ReminderLine): boolean =>
  Boolean(key) || (kind !== "start" && kind !== "break");

/** What is muted beyond one block, in words. */
export function muteWords({ kind, category }: ReminderLine): string {
  switch (kind) {
    case "start":
      return `Not for ${category ?? "such"} blocks`;
    case "break":
      return "No hints at breaks";
    case "end_of_work":
      return "Not at the end of work";
    case "commit_week":
      return "Not about committing";
    case "close_day":
      return "Not about closing days";
  }
}

/** Those of the window. */
export const reminders = new Reminders();
