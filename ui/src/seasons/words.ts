// Dates of seasons as the screen names them.

import { shortDate, type DateText } from "../time";
import { lastDay } from "./line";

/** "16 Nov to 20 Dec", "from 16 Nov on", "20 Nov". */
export function datesOf(from: DateText, until: DateText | null, today: DateText): string {
  const last = lastDay(until);
  if (last === null) return `from ${shortDate(from, today)} on`;
  if (last === from) return shortDate(from, today);
  return `${shortDate(from, today)} to ${shortDate(last, today)}`;
}
