// What changed in a subscribed calendar, in words; the times are walls from Rust.

import type { ChangeKind } from "../messages/ChangeKind";
import type { ChangeLine } from "../messages/ChangeLine";
import { clockOf, dateOf, type DateText, shortDate, shortWeekday, type Wall } from "../time";

export const KINDS: Record<ChangeKind, string> = {
  added: "New",
  moved: "Moved",
  renamed: "Renamed",
  gone: "Gone",
};

/** "at 10:00" today, else "on 19 Nov at 10:00". */
export const moment = (wall: Wall, today: DateText): string =>
  dateOf(wall) === today
    ? `at ${clockOf(wall)}`
    : `on ${shortDate(dateOf(wall), today || wall)} at ${clockOf(wall)}`;

/** "Fri 20 Nov, 14:00 → Sat 21 Nov, 16:00, and 3 more times". */
export function timesOf(change: ChangeLine, today: DateText): string {
  const time = (wall: Wall) => {
    const day = `${shortWeekday(dateOf(wall))} ${shortDate(dateOf(wall), today || wall)}`;
    return change.all_day ? day : `${day}, ${clockOf(wall)}`;
  };
  const sameDay = change.before !== null && dateOf(change.before) === dateOf(change.start);
  const start = sameDay && !change.all_day ? clockOf(change.start) : time(change.start);
  const times = change.before === null ? start : `${time(change.before)} → ${start}`;
  if (change.times === 1) return times;
  const more = change.times - 1;
  return `${times}, and ${more} more ${more === 1 ? "time" : "times"}`;
}
