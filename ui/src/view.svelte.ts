// What of the window is open: the screen, the panel, the sheets. Nothing here is stored, and nothing
// here is about the plan.

import { tick } from "svelte";
import { focus } from "./focus/focus.svelte";
import * as ipc from "./ipc";
import type { DeclineDraft } from "./messages/DeclineDraft";
import type { Fault } from "./messages/Fault";
import type { ImportPreview } from "./messages/ImportPreview";
import type { Week } from "./messages/Week";
import { store } from "./store.svelte";
import { daysBetween, type DateText } from "./time";

export type Screen = "week" | "seasons" | "settings";
/** What the week screen shows: days as a grid, a month as weeks, or a list. */
export type Look = "days" | "month" | "agenda";
export type Palette = "actions" | "search";
/** The tabs of the side panel, in their order. */
export type Tab = "block" | "backlog" | "suggest" | "went";

class View {
  #screen = $state<Screen>("week");
  look = $state<Look>("days");
  /** The month in view, by its first day; empty until one was looked at. */
  month = $state<DateText>("");
  /** A day the list should begin at, until the list has gone there. */
  agendaWish = $state<DateText | null>(null);
  /** A task the backlog should show, until it has the focus. */
  taskWish = $state<number | null>(null);
  /** Whether the side panel is wanted; where there is little room it lies over the grid. */
  panel = $state(true);
  /** How many of the wishes to edit in the panel (`store.panelFocus`) were met. */
  panelMet = $state(0);
  /** The list of all keys. */
  keys = $state(false);
  /** The palette, and what it looks for first. */
  palette = $state<Palette | null>(null);
  /** The templates beside the week, and what they are opened for; none while they are closed. */
  templates = $state<"open" | "last_week" | "save" | null>(null);
  /** The line that adds in words. */
  adding = $state(false);
  /** What the side panel shows. */
  tab = $state<Tab>("block");
  /** What became of the committed week. */
  commitment = $state(false);
  /** Whether what may be said of a block is open in its editor. */
  facets = $state(false);
  /** The export choice. */
  exporting = $state(false);
  /** The week on the sheet that only paper sees; none before the first wish to print. */
  printed = $state.raw<Week | null>(null);
  /** A calendar file that was read and waits for a yes. */
  offer = $state.raw<ImportPreview | null>(null);
  /** What is open over the seasons: the five questions, or crisis mode before it begins. */
  sheet = $state<"questions" | "crisis" | null>(null);
  /** A no that is being written down, or changed where it has an id. */
  declining = $state.raw<{ begins: DeclineDraft; id: number | null } | null>(null);
  /** The day that is being closed; its date, or none for the one that goes on now. */
  closing = $state.raw<{ day: DateText | null } | null>(null);
  /** Whether a file is being read for longer than half a second. */
  reading = $state(false);
  /** How often subscribed calendars were read by themselves: whoever shows them reads again. */
  calendarsRead = $state(0);
  /** Whether a file hovers over the window. */
  hovered = $state(false);

  get screen(): Screen {
    return this.#screen;
  }

  /** Whoever goes to a screen, from the palette or a reminder, is to see it: the quiet view is left. */
  set screen(screen: Screen) {
    focus.open = false;
    this.#screen = screen;
  }

  /** Asks the grid for a new block, from whatever screen. */
  newBlock = async () => {
    this.screen = "week";
    await this.showDays();
    await tick();
    store.wishNewBlock();
  };

  /** Opens the form for a no, with what is known of it. */
  decline(begins: Partial<DeclineDraft>, id: number | null = null): void {
    const today = store.week?.today ?? "2026-01-01";
    const empty = { on: today, what: "", goal: "", to: null, minutes: 30, uid: null, note: "" };
    this.declining = { begins: { ...empty, ...begins }, id };
  }

  /** Opens the line that adds in words. */
  addInWords(): void {
    this.keys = false;
    this.palette = null;
    this.adding = true;
  }

  /** Opens the backlog, with the focus on it. */
  async openBacklog(): Promise<void> {
    this.screen = "week";
    if (this.look === "month") this.look = "days";
    this.panel = true;
    this.tab = "backlog";
    await tick();
    const list = document.querySelector<HTMLElement>("[data-backlog-list]");
    (list?.querySelector<HTMLElement>("[data-task]") ?? list?.querySelector("input"))?.focus();
  }

  /** Opens how the week went, with the focus on it. */
  async openWent(): Promise<void> {
    this.screen = "week";
    if (this.look === "month") this.look = "days";
    this.panel = true;
    this.tab = "went";
    await tick();
    document.querySelector<HTMLElement>("[data-went]")?.focus();
  }

  /** Opens the palette. */
  find(first: Palette): void {
    this.keys = false;
    this.palette = first;
  }

  /** Shows the grid, with the days that are there if they are no more than a week. */
  async showDays(): Promise<void> {
    if (this.look === "days") return;
    const { from, until } = store.range;
    const today = store.week?.today ?? from;
    const chosen = store.selected[0]?.start.slice(0, 10);
    const inside = (day: DateText) => from <= day && day < until;
    if (daysBetween(from, until) > 7)
      await store.goToWeek(chosen ?? (inside(today) ? today : from));
    this.look = "days";
  }

  /** Opens the templates beside the days in view, from whatever screen. */
  async openTemplates(wish: "open" | "last_week" | "save"): Promise<void> {
    this.screen = "week";
    await this.showDays();
    this.templates = wish;
  }

  /** Asks for a calendar file and shows what it would bring. */
  choose = () => this.#offer(ipc.chooseCalendar());

  /** Shows what a dropped or reread file would bring. */
  read = (path: string) => this.#offer(ipc.readCalendar(path));

  async #offer(file: Promise<ImportPreview | null>): Promise<void> {
    const slow = setTimeout(() => (this.reading = true), 500);
    try {
      const offer = await file;
      if (offer) this.offer = offer;
    } catch (fault) {
      store.complain(fault as Fault);
    } finally {
      clearTimeout(slow);
      this.reading = false;
    }
  }
}

export const view = new View();
