// The four ways to look at the plan, and how one leads to another: around the same days, as far as
// that goes. Which one is shown lasts as long as the window.

import { go } from "./go";
import { store } from "./store.svelte";
import { daysBetween, plusMonths, type DateText } from "./time";
import { view } from "./view.svelte";

export type LookName = "day" | "week" | "month" | "agenda";

class Look {
  /** The one that is shown. */
  get now(): LookName {
    if (view.look !== "days") return view.look;
    const { from, until } = store.range;
    return daysBetween(from, until) === 1 ? "day" : "week";
  }

  /** The day that another look should hold: what is selected, else today if it is in view. */
  get around(): DateText {
    const today = store.week?.today ?? store.range.from;
    if (view.look === "month") return today.startsWith(view.month.slice(0, 7)) ? today : view.month;
    const { from, until } = store.range;
    const inside = (day: DateText | undefined) => day !== undefined && from <= day && day < until;
    const chosen = store.selected[0]?.start.slice(0, 10);
    if (chosen && inside(chosen)) return chosen;
    return inside(today) ? today : from;
  }

  /** Looks in another way. */
  at(name: LookName): void | Promise<void> {
    view.screen = "week";
    if (name === this.now) return;
    const day = this.around;
    if (name === "week" && this.now === "day") return go.week(store.range.from);
    return {
      day: () => go.day(day),
      week: () => go.week(day),
      month: () => go.month(day),
      agenda: () => go.agenda(day),
    }[name]();
  }

  /** Goes back or on by what is shown: a day, a week, a month. */
  turn(by: -1 | 1): void | Promise<void> {
    if (view.look === "month") {
      view.month = plusMonths(view.month, by);
      return;
    }
    return store.turn(by);
  }
}

export const look = new Look();
