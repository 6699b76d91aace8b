// Wall time as one number, so that gestures and layout can add and compare. Knows no zones: a day
// has 1440 minutes here, as the clock on the wall shows them.

import { daysBetween, plusDays, wallAt, wallMinutes, type DateText, type Wall } from "../time";

/** Wall minutes since the first of January 1970, 00:00. */
export type Moment = number;

/** `[start, end)` in wall minutes. */
export interface Span {
  start: Moment;
  end: Moment;
}

export const DAY = 1440;
const ZERO = "1970-01-01";

export const momentOf = (wall: Wall): Moment => wallMinutes(`${ZERO}T00:00:00`, wall);
export const wallOf = (moment: Moment): Wall => wallAt(ZERO, moment);
export const spanOf = (of: { start: Wall; end: Wall }): Span => ({
  start: momentOf(of.start),
  end: momentOf(of.end),
});

/** Days since the first of January 1970. */
export const dayOf = (moment: Moment): number => Math.floor(moment / DAY);
export const minuteIn = (moment: Moment): number => moment - dayOf(moment) * DAY;
export const dayOfDate = (date: DateText): number => daysBetween(ZERO, date);
export const dateOfDay = (day: number): DateText => plusDays(ZERO, day);

/** The last day a span touches; an empty span touches the day it starts on. */
export const lastDayOf = (span: Span): number => dayOf(Math.max(span.start, span.end - 1));
