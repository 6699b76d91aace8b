// What is said of a focus session. Only words and places on a dial: lengths come from Rust.

import type { RunningShown } from "../messages/RunningShown";

/** "Round 2", "Break", "Ready for round 3". */
export function phaseName(running: RunningShown): string {
  const next = running.done + 1;
  switch (running.phase) {
    case "work":
      return running.rounds ? `Round ${next}` : "Focus";
    case "paused":
      return "Paused";
    case "short_break":
      return "Break";
    case "long_break":
      return "Long break";
    case "ready":
      return `Ready for round ${next}`;
  }
}

/** What the dial counts: seconds that are left, or that have gone by where there is no end. */
export interface Dial {
  seconds: number;
  /** Whether it counts down. */
  left: boolean;
  /** How much of the phase is over, 0 to 1; none where it has no end. */
  part: number | null;
}

export function dialOf(running: RunningShown, elapsed: number): Dial {
  const { phase, length, rounds } = running;
  if (phase === "ready") {
    const seconds = (rounds?.work ?? 0) * 60;
    return { seconds, left: true, part: 0 };
  }
  if (length === null) {
    // What was recorded before a pause is an entry already.
    return { seconds: phase === "paused" ? 0 : elapsed, left: false, part: null };
  }
  if (phase === "paused") {
    const whole = Math.max(length, (rounds?.work ?? 0) * 60);
    return { seconds: length, left: true, part: whole === 0 ? 0 : (whole - length) / whole };
  }
  const left = Math.max(0, length - elapsed);
  return { seconds: left, left: true, part: length === 0 ? 1 : (length - left) / length };
}

/** "24:59", and from an hour on "1:04:59". */
export function dialText(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const short = `${minutes}:${two(seconds % 60)}`;
  return hours === 0 ? short : `${hours}:${two(minutes)}:${two(seconds % 60)}`;
}

/** "12 minutes left", for those who cannot see the dial; it changes once a minute. */
export function dialName({ seconds, left }: Dial): string {
  const minutes = left ? Math.ceil(seconds / 60) : Math.floor(seconds / 60);
  return `${minutes} ${minutes === 1 ? "minute" : "minutes"} ${left ? "left" : "so far"}`;
}

/** The rounds up to the long break, and whether each is over. */
export function dotsOf({ rounds, done, phase }: RunningShown): boolean[] {
  if (!rounds) return [];
  // In the long break all rounds before it are over; after it they begin anew.
  const over = phase === "long_break" ? rounds.every : done % rounds.every;
  return Array.from({ length: rounds.every }, (_, at) => at < over);
}
