// What people type for a clock time, a day or a length becomes a value, forgivingly; null when it
// cannot be read. Nothing here knows a zone, and words outside of fields come from Rust.

import { locale } from "./locale";
import { plusDays, shortWeekday, weekday, type DateText } from "./time";

/** Minutes after midnight of "9", "930", "9:30", "9.30", "9 pm", "24:00"; null otherwise. */
export function readClock(text: string): number | null {
  const typed = text.trim().toLowerCase().replace(/\s+/g, " ");
  const match =
    /^(\d{1,2})(?:[:.h ](\d{1,2})?)? ?(?:(am|pm|a|p)\.?m?\.?)?$/.exec(typed) ??
    /^(\d{1,2})(\d{2}) ?(?:(am|pm|a|p)\.?m?\.?)?$/.exec(typed);
  if (!match) return null;
  let hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  const half = match[3]?.[0];
  if (half && (hour < 1 || hour > 12)) return null;
  if (half) hour = (hour % 12) + (half === "p" ? 12 : 0);
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null;
  return hour * 60 + minute;
}

/** Minutes of "38", "37.5", "37:30", "37 h 30", "45 min"; a bare number is hours. */
export function readLength(text: string): number | null {
  const typed = text.trim().toLowerCase().replace(",", ".");
  const minutes = /^(\d{1,4}) ?m(?:in)?$/.exec(typed);
  if (minutes) return Number(minutes[1]);
  const split = /^(\d{1,3}) ?(?::|h) ?(\d{1,2})? ?(?:m|min)?$/.exec(typed);
  if (split)
    return Number(split[2] ?? 0) < 60 ? Number(split[1]) * 60 + Number(split[2] ?? 0) : null;
  const hours = /^(\d{1,3}(?:\.\d{1,2})?) ?h?$/.exec(typed);
  return hours ? Math.round(Number(hours[1]) * 60) : null;
}

/** How a length stands in a field, for `readLength`: "45 min", "2 h", "1 h 30". */
export function writeLength(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, "0")}`;
}

/** A whole number within bounds, with or without a unit behind it. */
export function readWhole(text: string, least: number, most: number): number | null {
  const match = /^(\d{1,5})\s*(%|min|px)?$/.exec(text.trim());
  const value = match ? Number(match[1]) : NaN;
  return least <= value && value <= most ? value : null;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const MONDAY = "2024-01-01";

/**
 * The date of "19", "19 Nov", "19.11.", "2026-11-19", "Thursday", "tomorrow"; what is left out is
 * taken from `near`, and a weekday is the one in the week of `near`.
 */
export function readDay(text: string, near: DateText, today: DateText): DateText | null {
  const typed = text.trim().toLowerCase().replace(/[,]/g, " ").replace(/\s+/g, " ");
  if (typed === "today") return today;
  if (typed === "tomorrow") return plusDays(today, 1);
  if (typed === "yesterday") return plusDays(today, -1);
  if (/^\d{4}-\d{2}-\d{2}$/.test(typed)) return real(typed);
  const named = weekdayOf(typed.replace(/\.$/, ""));
  if (named !== null) return plusDays(near, named - ((new Date(near).getUTCDay() + 6) % 7));
  return readNumbers(typed, near);
}

function readNumbers(typed: string, near: DateText): DateText | null {
  const parts = typed.split(/[\s./-]+/).filter((part) => part !== "" && weekdayOf(part) === null);
  const monthAt = parts.findIndex((part) => monthOf(part) !== null);
  const month = monthAt < 0 ? null : monthOf(parts[monthAt]!);
  const rest = parts.filter((_, at) => at !== monthAt);
  if (rest.length === 0 || !rest.every((part) => /^\d{1,4}$/.test(part))) return null;
  const numbers = rest.map(Number);
  if (month === null && numbers.length > 1 && monthFirst())
    numbers.unshift(numbers.splice(1, 1)[0]!);
  const [day, second, third] = numbers;
  const year = month === null ? third : second;
  const inMonth = month ?? second ?? Number(near.slice(5, 7));
  if (numbers.length > (month === null ? 3 : 2)) return null;
  const fullYear = year === undefined ? near.slice(0, 4) : String(year < 100 ? 2000 + year : year);
  const two = (n: number) => String(n).padStart(2, "0");
  return real(`${fullYear}-${two(inMonth)}-${two(day!)}`);
}

/** The date itself, if the calendar has it. */
function real(date: string): DateText | null {
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date) ? date : null;
}

function weekdayOf(word: string): number | null {
  if (word.length < 2 || /\d/.test(word)) return null;
  const at = WEEKDAYS.findIndex((name, day) => {
    const date = plusDays(MONDAY, day);
    const names = [name, weekday(date), shortWeekday(date)];
    return names.some((one) => one.toLowerCase().replace(".", "").startsWith(word));
  });
  return at < 0 ? null : at;
}

function monthOf(word: string): number | null {
  if (word.length < 3 || /\d/.test(word)) return null;
  const at = MONTHS.findIndex((name, month) => {
    const date = new Date(Date.UTC(2024, month, 15));
    const here = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" }).format(date);
    return word.startsWith(name) || here.toLowerCase().startsWith(word.replace(".", ""));
  });
  return at < 0 ? null : at + 1;
}

/** Whether the locale writes the month before the day. */
function monthFirst(): boolean {
  const parts = new Intl.DateTimeFormat(locale, { day: "numeric", month: "numeric" });
  const kinds = parts.formatToParts(new Date(0)).map((part) => part.type);
  return kinds.indexOf("month") < kinds.indexOf("day");
}
