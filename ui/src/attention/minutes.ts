// Minutes to choose from, with the one that is set among them even where it is unusual.

import { writeLength } from "../fields";

export interface MinuteChoice {
  /** -1 is off. */
  value: number;
  label: string;
}

/** How far ahead of something: "5 min before", "When it is time". */
export const ahead = (minutes: number): string =>
  minutes === 0 ? "When it is time" : `${writeLength(minutes)} before`;

/** Off first, then the usual ones with `set` among them. */
export function choices(
  usual: number[],
  set: number | null,
  words: (minutes: number) => string = writeLength,
  off = "Off",
): MinuteChoice[] {
  const all = set === null || usual.includes(set) ? usual : [...usual, set].sort((a, b) => a - b);
  return [{ value: -1, label: off }, ...all.map((value) => ({ value, label: words(value) }))];
}
