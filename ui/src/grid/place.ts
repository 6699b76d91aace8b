// From a point of the screen to a minute of a day and back. Pure: the rectangle is measured by the
// caller anew for every use, so a window that changes its size under a drag changes nothing else.

import type { Hours } from "./layout";
import { DAY, type Moment } from "./moment";

/** Where the day columns stand on the screen, together. */
export interface Field {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The moment under a point; points outside count as the nearest inside. */
export function momentAt(x: number, y: number, field: Field, days: number[], hours: Hours): Moment {
  const column = Math.floor(((x - field.left) / (field.width || 1)) * days.length);
  const day = days[Math.min(Math.max(column, 0), days.length - 1)]!;
  const share = (y - field.top) / (field.height || 1);
  const minute = hours.from + share * (hours.until - hours.from);
  // The last minute is left out: 24:00 would already be the next day.
  return day * DAY + Math.min(Math.max(minute, hours.from), hours.until - 0.01);
}
