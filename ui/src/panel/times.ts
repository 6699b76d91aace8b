// How typed times change a block: pure steps from what stands there to what was meant. A new start
// carries the end along, and an end in the night after lies on the next day.

import { dateOf, daysBetween, minuteOf, plusDays, wallAt, wallMinutes } from "../time";

export interface Stretch {
  start: string;
  end: string;
}

/** The stretch moved to another day, as long as before. */
export function toDay({ start, end }: Stretch, day: string): Stretch {
  const moved = wallAt(day, minuteOf(start));
  return { start: moved, end: after(moved, wallMinutes(start, end)) };
}

/** The stretch with another start on the same day, as long as before. */
export function toStart({ start, end }: Stretch, minute: number): Stretch {
  const moved = wallAt(dateOf(start), minute);
  return { start: moved, end: after(moved, wallMinutes(start, end)) };
}

/** The longest block that an earlier clock time can mean across midnight. */
const LONGEST_NIGHT = 12 * 60;

/**
 * The stretch with another end. An earlier time means the night after where that is near; else it
 * is taken as typed, before the start, and Rust says what is wrong with it.
 */
export function toEnd({ start }: Stretch, minute: number): Stretch {
  const night = minute + 1440 - minuteOf(start);
  const later = minute === 0 || (minute <= minuteOf(start) && night <= LONGEST_NIGHT);
  return { start, end: wallAt(later ? plusDays(dateOf(start), 1) : dateOf(start), minute) };
}

/** Its middle in snap steps, where Split aims; whether it may be cut there, Rust decides. */
export const middle = ({ start, end }: Stretch, snap: number): string =>
  after(start, Math.max(snap, Math.round(wallMinutes(start, end) / 2 / snap) * snap));

/** "+1 day" where it ends on a later day than it starts. */
export function laterWords({ start, end }: Stretch): string {
  const days = daysBetween(dateOf(start), dateOf(end));
  return days === 0 ? "" : days === 1 ? "next day" : `+${days} days`;
}

const after = (wall: string, minutes: number): string =>
  wallAt(dateOf(wall), minuteOf(wall) + minutes);
