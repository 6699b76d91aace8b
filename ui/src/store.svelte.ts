// What the window knows: the days in view, the selection, the preview of a gesture. State changes
// only through `take(outcome)` and `load`; what a write means is decided in Rust.

import * as ipc from "./ipc";
import { entryKey } from "./grid/entries";
import type { Ask } from "./messages/Ask";
import type { EntryShown } from "./messages/EntryShown";
import type { Fault } from "./messages/Fault";
import type { Figures } from "./messages/Figures";
import type { Occurrence } from "./messages/Occurrence";
import type { Op } from "./messages/Op";
import type { Opening } from "./messages/Opening";
import type { Outcome } from "./messages/Outcome";
import type { Preview } from "./messages/Preview";
import type { Range } from "./messages/Range";
import type { Reply } from "./messages/Reply";
import type { Settings } from "./messages/Settings";
import type { Scope } from "./messages/Scope";
import type { Spread } from "./messages/Spread";
import type { Week } from "./messages/Week";
import type { Why } from "./messages/Why";
import { daysBetween, plusDays, weekOf } from "./time";

/** A short sentence at the foot of the window. */
export interface Notice {
  text: string;
  /** Where it went wrong, there is more to say. */
  hint: string;
  bad: boolean;
  /** The write it tells of, where undo would take back just that; until the next write. */
  undoes: number | null;
  /** What can be done to the rest of a series, until the next write. */
  spread?: Spread | null;
}

/** A range of days on its way into view. */
interface Reading {
  range: Range;
  /** The newest write told of when it was asked for: it holds that write. */
  told: number;
  done: Promise<void>;
}

export class Store {
  opening = $state.raw<Opening | null>(null);
  week = $state.raw<Week | null>(null);
  /**
   * When the week was last read as a whole, in milliseconds of the computer's clock: its `now`, and how
   * long what is going on had lasted, are of then. A write that is taken in place changes neither.
   */
  readAt = $state<number | null>(null);
  /** What the gesture in hand would do; drawn instead of nothing, never stored. */
  preview = $state.raw<Preview | null>(null);
  /** Keys of the selected occurrences or entries, the main one first. */
  selection = $state.raw<string[]>([]);
  /** What the live region says. */
  said = $state("");
  notice = $state.raw<Notice | null>(null);
  /** Refusals belong to the block they are about. */
  refusal = $state.raw<{ key: string; fault: Fault } | null>(null);
  /** What is asked about committed blocks that were changed last; it waits for nothing. */
  asks = $state.raw<Ask | null>(null);
  /** A write that would give up protected time, held back until it has a reason. */
  held = $state.raw<{ op: Op; fault: Fault; about: string } | null>(null);
  /** Counts the wishes to edit the selected block in the panel: each new one moves the focus there. */
  panelFocus = $state(0);
  /** Wishes for a new block at the cursor of the grid, until the grid has fulfilled them. */
  newBlockWish = $state(0);
  /** A wish for taller (1) or lower (-1) hours, or whatever fits (0), until the grid has fulfilled it. */
  zoomWish = $state.raw<-1 | 0 | 1 | null>(null);
  /** Counts the writes after which all was read again: what is read beside the week is, too. */
  reloaded = $state(0);

  #asked = 0;
  /** The newest reading, while it is under way. */
  #reading: Reading | null = null;
  /** The newest write told of or read. */
  #told = 0;
  #setting: Promise<unknown> = Promise.resolve();

  /** Occurrences in view by key. */
  byKey = $derived(new Map((this.week?.occurrences ?? []).map((o) => [o.key, o])));
  /** Keys of what was ticked off as done. */
  ticked = $derived(new Set(this.week?.ticked ?? []));
  /** Entries of what happened in view by key. */
  entryByKey = $derived(new Map((this.week?.entries ?? []).map((e) => [entryKey(e.id), e])));
  /** The balance to show: of the preview while there is one. */
  figures: Figures | null = $derived(this.preview?.figures ?? this.week?.figures ?? null);
  /** The selected occurrences that are in view. */
  selected: Occurrence[] = $derived(
    this.selection.map((key) => this.byKey.get(key)).filter((o) => o !== undefined),
  );

  /** The selected entries that are in view. */
  selectedEntries: EntryShown[] = $derived(
    this.selection.map((key) => this.entryByKey.get(key)).filter((e) => e !== undefined),
  );

  /** All settings, as last heard; none before the opening and in recovery. */
  settings: Settings | null = $derived(
    this.week?.settings ??
      (this.opening?.opening === "ready" ? (this.opening.settings ?? null) : null),
  );

  get range(): Range {
    return this.week?.range ?? { from: "1970-01-05", until: "1970-01-12" };
  }

  /** The occurrence or the entry with a key, if it is in view. */
  find(key: string): Occurrence | EntryShown | undefined {
    return this.byKey.get(key) ?? this.entryByKey.get(key);
  }

  /** Reads a range of days and shows it. Of several calls the last one wins, and all wait for it. */
  load(range: Range): Promise<void> {
    const reading = { range, told: this.#told, done: Promise.resolve() };
    this.#reading = reading;
    return (reading.done = this.#read(reading));
  }

  /** Reads the days in view again, or those that will be; a reading that is new enough will do. */
  reload(): Promise<void> {
    const reading = this.#reading;
    if (reading?.told === this.#told) return reading.done;
    return this.load(reading?.range ?? this.range);
  }

  /** Goes to the days `steps` ranges away. */
  turn(steps: number): Promise<void> {
    const { from, until } = this.range;
    const length = daysBetween(from, until) * steps;
    return this.load({ from: plusDays(from, length), until: plusDays(until, length) });
  }

  /** Shows a profile from its beginning: at the start, after a restore, into and out of the demo. */
  async begin(opening: Opening, today: string): Promise<void> {
    this.forget();
    this.#reading = null;
    this.#told = 0;
    this.opening = opening;
    this.week = null;
    this.selection = [];
    this.refusal = null;
    if (opening.opening !== "ready") return;
    const start = opening.settings.week_starts_on;
    await this.load(weekOf(today, start));
    // The home zone, or a clock set for a test, may have another today than the web view.
    const week = this.week as Week | null;
    if (week && (week.today < week.range.from || week.range.until <= week.today))
      await this.load(weekOf(week.today, start));
  }

  /** Shows the week that holds a day. */
  goToWeek(day: string): Promise<void> {
    return this.load(weekOf(day, this.settings?.week_starts_on ?? 0));
  }

  /** Shows one day alone. */
  goToDay(day: string): Promise<void> {
    return this.load({ from: day, until: plusDays(day, 1) });
  }

  /** Carries out a write from a form. What went wrong comes back, to be shown at its field. */
  async submit(op: Op): Promise<Fault | null> {
    let fault: Fault | null = null;
    await this.#settle(ipc.apply(op, this.range), "", op, (refused) => (fault = refused));
    return fault;
  }

  /** Changes some settings, one after the other, so that none writes over another. */
  set(change: Partial<Settings>): Promise<Fault | null> {
    const turn = this.#setting.then(async () => {
      if (!this.settings) return null;
      const settings = { ...this.settings, ...change };
      const fault = await this.submit({ op: "set_settings", settings });
      if (!fault && this.week) this.week = { ...this.week, settings };
      return fault;
    });
    this.#setting = turn;
    return turn;
  }

  /** Carries out one write. Returns the outcome, or null when it was refused (and says why). */
  async apply(op: Op, about = ""): Promise<Outcome | null> {
    return this.#settle(ipc.apply(op, this.range), about, op);
  }

  /** Asks the server of a subscribed calendar now. */
  refresh = (feed: number) => this.#settle(ipc.refresh(feed, this.range), "");

  /** Does to the rest of a series what was just done to one of its occurrences. */
  async spread(scope: Scope): Promise<void> {
    const offer = this.notice?.spread;
    if (!offer || (scope === "following" && !offer.following)) return;
    await this.apply({ op: "spread", block: offer.block, scope });
  }

  undo = () => this.#settle(ipc.undo(this.range), "");
  redo = () => this.#settle(ipc.redo(this.range), "");

  /** Commits the week in view as it is. */
  async commitWeek(): Promise<void> {
    const week = this.week?.figures.week;
    if (week) await this.apply({ op: "commit", week });
  }

  /** Answers what is asked: the write that was held back goes through, or the reason is noted. */
  async because(why: Why): Promise<void> {
    const { held, asks } = this;
    this.held = this.asks = null;
    if (held) await this.apply({ op: "because", why, what: held.op }, held.about);
    else if (asks) await this.apply({ op: "give_reason", keys: asks.keys, week: asks.week, why });
  }

  /** Ticks blocks and meetings off, or takes the ticks back where all of them have one. */
  async tick(keys: string[]): Promise<void> {
    const done = keys.some((key) => !this.ticked.has(key));
    for (const key of keys.filter((one) => this.ticked.has(one) !== done))
      await this.apply({ op: "tick", key, done }, key);
  }

  /** Puts what is asked about back to where it was committed. */
  async putBack(): Promise<void> {
    const asks = this.asks;
    this.asks = null;
    if (asks) await this.apply({ op: "put_back", keys: asks.keys, week: asks.week });
  }

  /** Answers nothing: the reason stays open, and what was held back is dropped. */
  leaveOpen(): void {
    this.say(this.held ? "Nothing changed." : "Left open.");
    this.held = this.asks = null;
  }

  /** Asks what a write would do. The newest question wins; older answers are dropped. */
  ask(op: Op): void {
    const turn = ++this.#asked;
    ipc.preview(op, this.range).then(
      (preview) => {
        if (turn === this.#asked) this.preview = preview;
      },
      (fault: Fault) => {
        if (turn === this.#asked) this.complain(fault);
      },
    );
  }

  /** Forgets the preview; answers still under way are dropped. */
  forget(): void {
    this.#asked++;
    this.preview = null;
  }

  /** Takes in what a write changed: a reply to this window, or news from elsewhere. */
  async take(outcome: Outcome): Promise<void> {
    this.#told = Math.max(this.#told, outcome.rev);
    const week = this.week;
    if (!week || outcome.rev <= week.rev) return;
    const elsewhere = !isSame(outcome.seen, week.range);
    if (outcome.reload || elsewhere || outcome.rev > week.rev + 1 || !outcome.figures) {
      await this.reload();
      this.reloaded++;
      return;
    }
    const gone = new Set([...outcome.removed, ...outcome.put.map((o) => o.key)]);
    const occurrences = week.occurrences.filter((o) => !gone.has(o.key)).concat(outcome.put);
    occurrences.sort(byStart);
    this.week = {
      ...week,
      rev: outcome.rev,
      occurrences,
      figures: outcome.figures,
      undo: outcome.undo,
      redo: outcome.redo,
    };
    this.selection = this.selection.filter((key) => !outcome.removed.includes(key));
  }

  select(...keys: string[]): void {
    this.selection = keys;
  }

  /** Selects an occurrence or an entry and moves the focus to its fields in the panel. */
  open(key: string): void {
    this.select(key);
    this.panelFocus++;
  }

  /** Asks the grid for a new block where its cursor stands. */
  wishNewBlock(): void {
    this.newBlockWish++;
  }

  /** Asks the grid for taller or lower hours, from the height they have on screen. */
  wishZoom(by: -1 | 0 | 1): void {
    this.zoomWish = by;
  }

  /** Shows an error that belongs to no field and no block. */
  complain(fault: Fault): void {
    this.notice = { text: fault.message, hint: fault.hint, bad: true, undoes: null };
    this.say(`${fault.message} ${fault.hint}`.trim());
  }

  /** Shows good news that is no write, such as where an export went. */
  tell(text: string, hint = ""): void {
    this.notice = { text, hint, bad: false, undoes: null };
    this.say(text);
  }

  say(text: string): void {
    this.said = text;
  }

  async #read(reading: Reading): Promise<void> {
    try {
      for (;;) {
        reading.told = this.#told;
        const week = await ipc.week(reading.range);
        if (this.#reading !== reading) break;
        // A write was told of meanwhile, and this may be from before it. What is asked for after a
        // write holds it; a lower count then is that of another plan.
        if (week.rev < this.#told && reading.told < this.#told) continue;
        this.#reading = null;
        this.#told = week.rev;
        this.week = week;
        this.readAt = Date.now();
        return;
      }
    } catch (fault) {
      if (this.#reading === reading) {
        this.#reading = null;
        this.complain(fault as Fault);
      }
    }
    await this.#reading?.done;
  }

  async #settle(
    reply: Promise<Reply>,
    about: string,
    op?: Op,
    refused?: (fault: Fault) => void,
  ): Promise<Outcome | null> {
    try {
      const answer = await reply;
      this.held = this.asks = null;
      if (answer.reply === "refused") {
        this.forget();
        if (answer.code === "needs_reason" && op) {
          this.notice = null;
          this.held = { op, fault: answer, about };
          this.say(`${answer.message} Why change it? ${KEYS} Escape leaves it.`);
          return null;
        }
        if (about) this.refusal = { key: about, fault: answer };
        refused?.(answer);
        if (refused && answer.field) this.say(`${answer.message} ${answer.hint}`.trim());
        else this.complain(answer);
        return null;
      }
      this.refusal = null;
      const chosen = this.selection.length;
      await this.take(answer);
      // Edits of series give what was selected another name.
      if (chosen && !this.selection.length && answer.focus && this.byKey.has(answer.focus))
        this.select(answer.focus);
      this.forget();
      this.asks = answer.asks;
      if (answer.asks) {
        const why = `Why? ${KEYS} P puts it back, Escape leaves it open.`;
        this.say(`${answer.said} ${answer.asks.sentence} ${why}`);
      } else if (answer.said) this.say(answer.said);
      // The question tells what was done; what more can be done with a series is told beside it.
      if (answer.asks && !answer.spread) this.notice = null;
      else if (answer.notice) {
        this.notice = {
          text: answer.notice,
          hint: "",
          bad: false,
          undoes: answer.undoable ? answer.rev : null,
          spread: answer.spread,
        };
      }
      return answer;
    } catch (fault) {
      this.forget();
      refused?.(fault as Fault);
      this.complain(fault as Fault);
      return null;
    }
  }
}

/** The keys of the reasons, said after the question. */
const KEYS = "M is mine, E external, R room kept.";

const isSame = (a: Range | null, b: Range) => a?.from === b.from && a.until === b.until;

/** The order in which Rust gives the occurrences of a week: by start, then by key. */
function byStart(a: Occurrence, b: Occurrence): number {
  if (a.start !== b.start) return a.start < b.start ? -1 : 1;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

/** The one store of the window. */
export const store = new Store();
