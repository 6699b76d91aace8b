// Between the grid and what can be carried into it or out of it: a task of the backlog is taken by
// the grid's own hand, and a block that is carried to the backlog is dropped there. Knows no pixels
// of either.

import type { Category } from "../messages/Category";
import type { TaskId } from "../messages/TaskId";

/** A task on its way into the week. */
export interface Brought {
  task: TaskId;
  title: string;
  category: Category;
  /** How long its block will be. */
  minutes: number;
}

/** Where a drag is, as far as it matters. */
export type Over = "grid" | "backlog" | "away";

/** What the pointer carries outside the grid, and where it is on the screen. */
export interface Carried {
  x: number;
  y: number;
  title: string;
  category: Category;
  /** What letting go there would do. */
  says: string;
}

export interface Lender {
  /** The press was but a click. */
  clicked: () => void;
  /** The task stays where it was. */
  stays: () => void;
}

class Lend {
  /** Set by the grid while it is on the page. */
  grid: {
    take: (event: PointerEvent, brought: Brought, lender: Lender) => void;
    hold: (brought: Brought, lender: Lender) => void;
  } | null = null;
  carried = $state.raw<Carried | null>(null);
  /** Whether a block would go to the backlog now. */
  receives = $state(false);
}

export const lend = new Lend();

/** Where a point of the screen is: in the grid, in the backlog, or anywhere else. */
export function overAt(x: number, y: number, grid: Element): Over {
  const inside = (element: Element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return left <= x && x < right && top <= y && y < bottom;
  };
  if ([...document.querySelectorAll("[data-backlog]")].some(inside)) return "backlog";
  return inside(grid) ? "grid" : "away";
}
