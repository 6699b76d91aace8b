// The timer as the window sees it: what is going on, what could be next, and the few writes there
// are. How long something has lasted and what is recorded of it, Rust decides.

import { entryKey } from "../grid/entries";
import { standsAbove } from "../grid/layout";
import { momentOf, spanOf, wallOf } from "../grid/moment";
import type { AsPlanned } from "../messages/AsPlanned";
import type { Category } from "../messages/Category";
import type { EntryShown } from "../messages/EntryShown";
import type { Occurrence } from "../messages/Occurrence";
import type { Outcome } from "../messages/Outcome";
import type { StartDraft } from "../messages/StartDraft";
import { store } from "../store.svelte";
import { dateOf, type Wall } from "../time";
import { momentNow } from "./now.svelte";

/** How many blocks are offered to go on with. */
const OFFERED = 3;

class Timer {
  /** Whether what is going on, or what could be started, is open beside its pill. */
  open = $state(false);

  get running() {
    return store.week?.running ?? null;
  }

  /** Whether it runs for this block or meeting. */
  isOn = (key: string): boolean => this.running?.of === key;

  /** What could be gone on with: what is selected, what is planned now, and what comes next today. */
  get next(): Occurrence[] {
    const [week, now] = [store.week, momentNow()];
    if (!week || now === null) return [];
    const today = week.occurrences.filter(
      (o) =>
        dateOf(o.start) === week.today &&
        !standsAbove(o) &&
        o.status !== "cancelled" &&
        now < spanOf(o).end &&
        !this.isOn(o.key),
    );
    const chosen = store.selected.filter((o) => !this.isOn(o.key) && !standsAbove(o)).slice(0, 1);
    return [...new Set([...chosen, ...today])].slice(0, OFFERED);
  }

  /** What is still to begin today, by the clock; what is selected makes no difference. */
  get upcoming(): Occurrence[] {
    const [week, now] = [store.week, momentNow()];
    if (!week || now === null) return [];
    const today = dateOf(wallOf(now));
    return week.occurrences.filter(
      (o) =>
        dateOf(o.start) === today &&
        !standsAbove(o) &&
        o.status !== "cancelled" &&
        now <= momentOf(o.start) &&
        !this.isOn(o.key),
    );
  }

  /** The block or meeting behind what is going on, if it is in view. */
  get block(): Occurrence | null {
    return store.byKey.get(this.running?.of ?? "") ?? null;
  }

  /** One key: stops what runs for what is selected, starts what is selected, or asks what to start. */
  toggle(): void {
    const chosen = store.selected[0];
    const entry = store.selectedEntries[0];
    if (chosen) {
      if (this.isOn(chosen.key)) void this.stop();
      else void this.startBlock(chosen.key);
    } else if (this.running) void this.stop();
    else if (entry) void this.again(entry);
    else this.open = true;
  }

  startBlock = (of: string): Promise<Outcome | null> => this.#start({ of }, of);

  /** Without a kind of time the rules say what it is. */
  startTitle = (title: string, category: Category | null): Promise<Outcome | null> =>
    this.#start(category ? { title, category } : { title });

  /** Goes on with what an entry was about. */
  again({ id, of, title, category }: EntryShown): Promise<Outcome | null> {
    const draft = of !== null && store.byKey.has(of) ? { of } : { title, category };
    return this.#start(draft, entryKey(id));
  }

  stop = (): Promise<Outcome | null> => store.apply({ op: "stop", at: null });

  /** Holds it, or goes on. */
  hold(): Promise<Outcome | null> {
    const step = this.running?.phase === "work" ? "pause" : "resume";
    return store.apply({ op: "session", step });
  }

  asPlanned = (what: AsPlanned): Promise<Outcome | null> =>
    store.apply({ op: "as_planned", ...what }, what.which === "these" ? (what.keys[0] ?? "") : "");

  /** What is selected happened as planned. */
  async selectedAsPlanned(): Promise<void> {
    const keys = store.selected.map((o) => o.key);
    if (keys.length === 0) {
      store.say("Select what happened as planned first.");
      return;
    }
    await this.asPlanned({ which: "these", keys });
  }

  /** The day that “as planned” is about: that of what is selected, the one day in view, or today. */
  get day(): string {
    const week = store.week;
    const chosen = store.selected[0]?.start ?? store.selectedEntries[0]?.start;
    if (chosen) return dateOf(chosen);
    if (week?.days.length === 1) return week.days[0]!.date;
    return week?.today ?? "";
  }

  async #start(draft: StartDraft, about = ""): Promise<Outcome | null> {
    return store.apply({ op: "start", ...draft }, about);
  }
}

export const timer = new Timer();

/** When a wall time typed as minutes of the day was, at the latest now: of today or of last night. */
export function agoOf(minute: number, now: Wall): Wall {
  const today = `${dateOf(now)}T${clock(minute)}:00`;
  if (today <= now) return today;
  const before = new Date(Date.parse(`${today}Z`) - 86_400_000);
  return before.toISOString().slice(0, 19);
}

const clock = (minute: number) =>
  [Math.floor(minute / 60), minute % 60].map((n) => String(n).padStart(2, "0")).join(":");
