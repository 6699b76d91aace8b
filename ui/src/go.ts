// Ways that lead somewhere in the window, from wherever one is. Waits until the page shows the place,
// so that what comes next can take the focus there.

import { tick } from "svelte";
import { store } from "./store.svelte";
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
    view.screen = "week";
    const today = store.week?.today;
    if (!today) return;
    const { from, until } = store.range;
    if (from <= today && today < until) return;
    await (store.week?.days.length === 1 ? store.goToDay(today) : store.goToWeek(today));
  }

  /** The choice of what to export. */
  async export(): Promise<void> {
    view.screen = "week";
    await tick();
    view.exporting = true;
  }
}

export const go = new Go();
