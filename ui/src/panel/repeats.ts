// What the form for repeating holds while it is filled in, and the message it becomes. What a choice
// means in days is decided in Rust.

import type { Every } from "../messages/Every";
import type { Repeat } from "../messages/Repeat";
import { weekday } from "../time";

export type Kind = "none" | "daily" | "weekly" | "monthly" | "yearly";
export type End = "never" | "until" | "count";
export type Weekday = "Mon" | "Tue" | "Wed" | "Thu" | "Fri" | "Sat" | "Sun";

export interface Draft {
  kind: Kind;
  interval: number;
  days: Weekday[];
  /** Which day of the month; nothing until Rust has said which there are. */
  monthly: Every | null;
  end: End;
  until: string | null;
  times: number;
}

export const KINDS: { value: Kind; label: string }[] = [
  { value: "none", label: "Does not repeat" },
  { value: "daily", label: "By the day" },
  { value: "weekly", label: "By the week" },
  { value: "monthly", label: "By the month" },
  { value: "yearly", label: "By the year" },
];

/** A Monday, to take the names of the days from. */
const MONDAY = "2026-11-16";
const CODES: Weekday[] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
export const DAYS = CODES.map((value, at) => ({
  value,
  label: weekday(`${MONDAY.slice(0, 8)}${16 + at}`),
}));

const dayOf = (date: string): Weekday =>
  CODES[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? "Mon";

/** What the form begins with: what there is, or every week on the day of the block. */
export function begin(repeat: Repeat | null, start: string, repeats: boolean): Draft {
  const plain: Draft = {
    kind: "weekly",
    interval: 1,
    days: [dayOf(start)],
    monthly: null,
    end: "never",
    until: null,
    times: 10,
  };
  if (!repeat || !repeats) return plain;
  const draft: Draft = { ...plain, interval: repeat.interval, end: repeat.ends.kind };
  if (repeat.ends.kind === "until") draft.until = repeat.ends.day;
  if (repeat.ends.kind === "count") draft.times = repeat.ends.times;
  switch (repeat.every.kind) {
    case "weekly":
      return { ...draft, days: repeat.every.days.length ? repeat.every.days : plain.days };
    case "monthly_on":
    case "monthly_nth":
      return { ...draft, kind: "monthly", monthly: repeat.every };
    case "daily":
    case "yearly":
      return { ...draft, kind: repeat.every.kind };
  }
}

/** The message of a form; nothing for what does not repeat. */
export function repeatOf(draft: Draft): Repeat | null {
  const every = everyOf(draft);
  if (!every) return null;
  const ends: Repeat["ends"] =
    draft.end === "until" && draft.until
      ? { kind: "until", day: draft.until }
      : draft.end === "count"
        ? { kind: "count", times: draft.times }
        : { kind: "never" };
  return { every, interval: draft.interval, ends };
}

function everyOf(draft: Draft): Every | null {
  switch (draft.kind) {
    case "none":
      return null;
    case "daily":
    case "yearly":
      return { kind: draft.kind };
    case "weekly":
      return { kind: "weekly", days: CODES.filter((day) => draft.days.includes(day)) };
    case "monthly":
      // The ways there are come with the first answer, whatever is asked.
      return draft.monthly ?? { kind: "monthly_on", day: 1 };
  }
}
