// What the grid says of a block, a slot or a gesture, for labels, tips and the live region. Only
// words: sums and durations come from Rust.

import { locale } from "../locale";
import type { Category } from "../messages/Category";
import type { Outline } from "../messages/Outline";
import type { Occurrence } from "../messages/Occurrence";
import { clockOf, dateOf, longDay, plusDays, weekday } from "../time";
import { isIdle, type OpenGesture } from "./gesture";
import { dateOfDay, dayOf, spanOf, wallOf, type Moment, type Span } from "./moment";

export const CATEGORIES: Category[] = ["technical", "management", "growth", "personal"];
export const letterOf = (category: Category): string => category[0]!.toUpperCase();

export const titleOf = (o: { title: string }): string => o.title.trim() || "Untitled";

const clockRange = new Intl.DateTimeFormat(locale, {
  timeZone: "UTC",
  hour: "numeric",
  minute: "2-digit",
});
const hourOnly = new Intl.DateTimeFormat(locale, { timeZone: "UTC", hour: "numeric" });
const twelveHours = hourOnly.resolvedOptions().hour12 === true;
const asDate = (moment: Moment) => new Date(moment * 60_000);

/** "10:00–12:00", "10–11:30 AM": as the locale writes a stretch of time, but short. */
export function timesOf(span: Span): string {
  const words =
    dayOf(span.start) === dayOf(span.end)
      ? clockRange.formatRange(asDate(span.start), asDate(span.end)).replace(/\s*–\s*/, "–")
      : `${clockOf(wallOf(span.start))}–${clockOf(wallOf(span.end))}`;
  return shortened(words);
}

/** "10:00", "10 AM". */
export const timeOf = (moment: Moment): string => shortened(clockOf(wallOf(moment)));

/** Full hours of a twelve-hour clock go without their zeros. */
const shortened = (words: string): string => (twelveHours ? words.replaceAll(":00", "") : words);

/** "07:00" or "7 AM" beside the line of an hour. */
export const hourLabel = (minute: number): string =>
  twelveHours
    ? hourOnly.format(asDate(minute))
    : `${String((minute / 60) % 24).padStart(2, "0")}:00`;

/** "Thursday 10:00 to 12:00", with the second day where it is another. */
export function spanWords(span: Span): string {
  const [from, to] = [wallOf(span.start), wallOf(span.end)];
  const until = dayOf(span.start) === dayOf(span.end) ? "" : `${weekday(dateOf(to))} `;
  return `${weekday(dateOf(from))} ${clockOf(from)} to ${until}${clockOf(to)}`;
}

/** "Ingest design, Thursday 10:00 to 12:00, technical" and what else there is to know. */
export function blockName(o: Occurrence): string {
  const parts = [titleOf(o), o.all_day ? allDayWords(o) : spanWords(spanOf(o)), o.category];
  if (o.locked && o.layer === "live") parts.push("locked");
  if (o.repeats && o.layer === "live") parts.push("repeats");
  if (o.layer === "feed") parts.push("imported");
  if (o.guessed) parts.push("category guessed");
  if (o.status === "cancelled") parts.push("cancelled");
  if (o.status === "tentative") parts.push("tentative");
  if (o.free) parts.push("leaves the time free");
  return parts.join(", ");
}

/** "Ingest design, Thursday 10:00 to 12:00, technical, committed", and where it is now. */
export const outlineName = (o: Outline): string =>
  [titleOf(o), spanWords(spanOf(o)), o.category, "committed", o.words].filter(Boolean).join(", ");

/** "Thursday 10:00, empty". */
export const slotName = (at: Moment): string =>
  `${weekday(dateOfDay(dayOf(at)))} ${clockOf(wallOf(at))}, empty`;

/** What a gesture shows at its block: the time, and what is not as usual. */
export function tipOf(open: OpenGesture): string {
  const notes = [timesOf(open.span)];
  if (open.carry === "copy") notes.push("copy");
  if (open.held && open.held.blocks.length > 1) notes.push(`${open.held.blocks.length} blocks`);
  if (open.others === "push") notes.push("pushes others");
  if (open.others === "shrink") notes.push("shrinks others");
  return notes.join(" · ");
}

/** What a gesture does, said when nobody else has said it. */
export function gestureWords(open: OpenGesture, title: string): string {
  const name = open.held || open.brought ? title : open.actual ? "New entry" : "New block";
  if (open.over === "backlog") return `${name}, back to the backlog.`;
  if (isIdle(open)) return `${name}, ${spanWords(open.span)}, where it was.`;
  const notes = { stay: "", push: ", pushes others", shrink: ", shrinks others" }[open.others];
  return `${name}, ${spanWords(open.span)}${notes}.`;
}

function allDayWords(o: Occurrence): string {
  const last = plusDays(dateOf(o.end), -1);
  const first = dateOf(o.start);
  const until = first < last ? ` to ${longDay(last)}` : "";
  return `${longDay(first)}${until}, all day`;
}
