// Ways that lead somewhere in the window, from wherever one is. Waits until the page shows the place,
// so that what comes next can take the focus there.

import { tick } from "svelte";
import type { FoundPlace } from "./messages/FoundPlace";
import type { Hit } from "./messages/Hit";
import { store } from "./store.svelte";
import { dateOf, daysBetween, firstOfMonth, type DateText } from "./time";
import { view, type Screen } from "./view.svelte";

/** The parts of the settings, in their order on the page. */
export const settingsParts = [
  { id: "mix", title: "Mix and hours", words: "target shares categories balance" },
  { id: "hours", title: "Work hours", words: "times days" },
  {
    id: "boundaries",
    title: "Boundaries",
    words: "days off vacation holiday lunch rules no management before limits least most hours",
  },
  { id: "declines", title: "Saying no", words: "decline log delegate handed saved goals" },
  {
    id: "focus",
    title: "Focus and absence",
    words: "pomodoro rounds break idle away tray notifications quiet timer",
  },
  {
    id: "reminders",
    title: "Reminders",
    words: "notifications before blocks break end of work commit close day mute bell",
  },
  { id: "week", title: "Week", words: "first day starts snap growth switches zone" },
  { id: "look", title: "Look", words: "theme dark light weekend" },
  { id: "calendars", title: "Calendars", words: "feeds imported files" },
  { id: "rules", title: "Category rules", words: "words organizer" },
  { id: "backups", title: "Backups and safety", words: "restore check copies" },
  { id: "keys", title: "Keys", words: "letters keyboard shortcuts" },
];

class Go {
  screen(screen: Screen): void {
    view.screen = screen;
  }

  /** A sheet of the seasons screen. */
  sheet(sheet: "questions" | "crisis"): void {
    view.screen = "seasons";
    view.sheet = sheet;
  }

  /** A part of the settings, with the focus on it. */
  async settings(id: string): Promise<void> {
    view.screen = "settings";
    await tick();
    const part = document.getElementById(id);
    part?.scrollIntoView({ block: "start" });
    part?.focus({ preventScroll: true });
  }

  /** Today, in as many days as are shown. */
  async today(): Promise<void> {
    const today = store.week?.today;
    if (!today) return;
    if (view.screen === "week" && view.look === "month") return this.month(today);
    if (view.screen === "week" && view.look === "agenda") return this.agenda(today);
    await (store.week?.days.length === 1 ? this.day(today) : this.week(today));
  }

  /** One day alone. */
  async day(day: DateText): Promise<void> {
    view.screen = "week";
    await store.goToDay(day);
    view.look = "days";
  }

  /** The week that holds a day. */
  async week(day: DateText): Promise<void> {
    view.screen = "week";
    await store.goToWeek(day);
    view.look = "days";
  }

  /** The month that holds a day. */
  month(day: DateText): void {
    view.screen = "week";
    view.month = firstOfMonth(day);
    view.look = "month";
  }

  /** The list, from the week of a day on. */
  async agenda(day: DateText): Promise<void> {
    view.screen = "week";
    const { from, until } = store.range;
    const there = view.look === "agenda" && from <= day && day < until;
    if (!there) await store.goToWeek(day);
    view.look = "agenda";
    view.agendaWish = day;
  }

  /** Where the name of a day, a week or a month leads. */
  place({ reach, day }: FoundPlace): void | Promise<void> {
    return { day: () => this.day(day), week: () => this.week(day), month: () => this.month(day) }[
      reach
    ]();
  }

  /** Where something that was found leads. */
  hit(hit: Hit): void | Promise<void> {
    switch (hit.kind) {
      case "calendar":
        return this.settings("calendars");
      case "decline":
        return this.settings("declines");
      case "task":
        return this.task(Number(hit.key));
      case "template":
        return this.templates();
      default:
        return this.occurrence(hit.key, dateOf(hit.start ?? store.range.from));
    }
  }

  /** A task in the backlog, with the focus on it. */
  task(id: number): void {
    view.screen = "week";
    view.panel = true;
    view.tab = "backlog";
    view.taskWish = id;
  }

  /** The templates beside the week. */
  async templates(): Promise<void> {
    view.screen = "week";
    await tick();
    view.openTemplates("open");
  }

  /** The day of an occurrence, with the occurrence selected and the focus on it. */
  async occurrence(key: string, day: DateText): Promise<void> {
    const { from, until } = store.range;
    const there = from <= day && day < until && daysBetween(from, until) <= 7;
    if (view.screen !== "week" || view.look !== "days" || !there) await this.week(day);
    await tick();
    // A weekend may be hidden, and its days are then shown one at a time.
    if (!boxOf(key)) await this.day(day);
    store.select(key);
    await tick();
    const box = boxOf(key);
    box?.focus({ preventScroll: true });
    box?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** Commits the week in view, or shows what became of it once it is. */
  commit(): void {
    view.screen = "week";
    if (store.week?.figures.commitment) view.commitment = true;
    else void store.commitWeek();
  }

  /** The choice of what to export. */
  async export(): Promise<void> {
    view.screen = "week";
    await tick();
    view.exporting = true;
  }
}

/** What is drawn of an occurrence and can take the focus. */
const boxOf = (key: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>("main [data-key]")].find(
    (box) => box.dataset.key === key,
  );

export const go = new Go();
