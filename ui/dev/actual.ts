// What really happened, for the pretended planner: keeps entries and what is going on well enough to
// look at the lane. Entries are laid over each other only as far as a look needs it.

import { writeLength } from "../src/fields";
import type { Category } from "../src/messages/Category";
import type { AwayQuestion } from "../src/messages/AwayQuestion";
import type { EntryShown } from "../src/messages/EntryShown";
import type { Fault } from "../src/messages/Fault";
import type { Occurrence } from "../src/messages/Occurrence";
import type { Op } from "../src/messages/Op";
import type { RunningShown } from "../src/messages/RunningShown";
import type { SessionStep } from "../src/messages/SessionStep";
import type { Source } from "../src/messages/Source";
import { dateOf, plusDays, wallMinutes } from "../src/time";
import { MONDAY, NOW } from "./sample";

let ids = 0;
const entry = (
  title: string,
  category: Category,
  [start, end]: [string, string],
  source: Source,
  more: Partial<EntryShown> = {},
): EntryShown => {
  const minutes = wallMinutes(start, end);
  const length_words = writeLength(minutes);
  return {
    id: ++ids,
    title,
    category,
    start,
    end,
    minutes,
    length_words,
    source,
    after_close: false,
    of: null,
    note: "",
    noted: [],
    ...more,
  };
};

/** Plausible entries for the days of the sample week that are over. */
export function sampleEntries(blocks: Occurrence[]): EntryShown[] {
  const day = (at: number, clock: string) => `${plusDays(MONDAY, at)}T${clock}:00`;
  const of = (title: string, at: number) =>
    blocks.find((o) => o.title === title && dateOf(o.start) === plusDays(MONDAY, at))?.key ?? null;
  const one = (
    title: string,
    category: Category,
    at: number,
    from: string,
    to: string,
    source: Source,
    more: Partial<EntryShown> = {},
  ) => entry(title, category, [day(at, from), day(at, to)], source, { of: of(title, at), ...more });
  return [
    one("Stand-up", "management", 0, "09:30", "09:45", "confirmed"),
    one("Storage engine", "technical", 0, "10:00", "12:02", "timer"),
    one("Sprint planning", "management", 0, "13:00", "14:35", "timer"),
    one("1:1 – Report A", "management", 0, "14:45", "15:25", "confirmed"),
    one("Staff meeting", "management", 0, "16:00", "17:10", "confirmed"),
    one("Run", "personal", 1, "08:00", "09:15", "hand"),
    one("Storage engine", "technical", 1, "10:00", "11:12", "timer", {
      noted: [{ at: day(1, "10:40"), word: "incident" }],
    }),
    one("Incident: replica lag", "management", 1, "11:12", "12:05", "hand", {
      note: "The alarm was right this time.",
    }),
    one("Interview: backend", "management", 1, "13:30", "15:35", "confirmed"),
    one("Course: distributed systems", "growth", 1, "16:05", "17:15", "timer"),
    one("Code review", "technical", 2, "08:30", "09:30", "timer"),
    one("Storage engine", "technical", 2, "10:00", "10:58", "timer"),
    one("Architecture review", "management", 2, "10:58", "12:15", "timer"),
    one("Roadmap Q1", "management", 2, "13:00", "14:33", "hand"),
    one("Ingest design", "technical", 2, "15:10", "17:30", "timer"),
    one("Stand-up", "management", 3, "09:30", "09:45", "confirmed"),
  ];
}

type Answer = { said: string } | { refused: Fault } | null;

const fault = (message: string, hint: string, field: string | null = null): Answer => ({
  refused: { code: "refused", message, hint, field },
});

export class Happened {
  entries: EntryShown[] = [];
  running: RunningShown | null = null;
  away: AwayQuestion | null = null;

  /** What a write that concerns it says; null where it is about something else. */
  apply(op: Op, blocks: Occurrence[]): Answer {
    switch (op.op) {
      case "start": {
        const of = blocks.find((o) => o.key === op.of);
        const title = of?.title ?? op.title ?? "";
        if (!title) return fault("A timer needs to know what it is for.", "Name it.", "title");
        this.#end(NOW);
        this.running = {
          title,
          category: of?.category ?? op.category ?? "technical",
          of: of?.key ?? null,
          phase: "work",
          start: op.at ?? NOW,
          elapsed: 0,
          length: op.focus?.kind === "rounds" ? op.focus.work * 60 : null,
          focus: op.focus != null,
          rounds: op.focus?.kind === "rounds" ? op.focus : null,
          done: 0,
          noted: [],
        };
        return { said: `Started ${title}.` };
      }
      case "stop": {
        if (!this.running) return fault("Nothing is running.", "Start a timer with S.");
        const { title } = this.running;
        this.#end(op.at ?? NOW);
        return { said: `Stopped ${title}.` };
      }
      case "session":
        if (!this.running) return fault("Nothing is running.", "Start a timer with S.");
        this.running = stepped(this.running, op);
        return { said: op.step === "pause" ? "Paused." : "Going on." };
      case "away":
        this.away = null;
        return { said: "Kept." };
      case "interrupt":
        if (!this.running) return fault("Nothing is running.", "Start a timer with S.");
        this.running = {
          ...this.running,
          noted: [...this.running.noted, { at: NOW, word: op.word }],
        };
        return { said: `Noted: ${op.word}.` };
      case "began_at":
        if (!this.running) return fault("Nothing is running.", "Start a timer with S.");
        this.running = {
          ...this.running,
          start: op.at,
          elapsed: wallMinutes(op.at, NOW) * 60,
        };
        return { said: "Corrected." };
      case "add_entry": {
        const of = blocks.find((o) => o.key === op.of);
        const title = op.title || of?.title || "";
        if (!title) return fault("Nothing says what it was.", "Type a title.", "title");
        if (NOW < op.end)
          return fault("“Actual” time is over already.", "Choose an end before now.", "end");
        const category = op.category ?? of?.category ?? "technical";
        this.#lay(entry(title, category, [op.start, op.end], "hand", { of: of?.key ?? null }));
        return { said: `Entered ${title}.` };
      }
      case "edit_entry": {
        const old = this.entries.find((one) => one.id === op.entry);
        if (!old) return fault("This entry is gone.", "");
        const { of, ...patch } = op.patch;
        const next = { ...old, ...patch, of: of === undefined ? old.of : of || null };
        if (next.end <= next.start)
          return fault("It would end before it begins.", "Choose a later end.", "end");
        if (NOW < next.end) return fault("It is not over yet.", "Choose an end before now.", "end");
        const moved = op.patch.start !== undefined || op.patch.end !== undefined;
        next.minutes = wallMinutes(next.start, next.end);
        next.length_words = writeLength(next.minutes);
        if (moved) next.source = "hand";
        this.#lay(next);
        return { said: `Changed ${next.title}.` };
      }
      case "split_entry": {
        const old = this.entries.find((one) => one.id === op.entry);
        if (!old) return fault("This entry is gone.", "");
        this.#lay({ ...old, end: op.at });
        this.#lay({ ...entry(old.title, old.category, [op.at, old.end], "hand"), of: old.of });
        return { said: `Split ${old.title}.` };
      }
      case "remove_entries":
        this.entries = this.entries.filter((one) => !op.entries.includes(one.id));
        return { said: "Deleted." };
      case "as_planned": {
        const these = blocks.filter((o) =>
          op.which === "these" ? op.keys.includes(o.key) : dateOf(o.start) === op.day && o.counts,
        );
        for (const o of these.filter((one) => one.end <= NOW))
          this.#lay(entry(o.title, o.category, [o.start, o.end], "confirmed", { of: o.key }));
        return { said: "As planned." };
      }
      default:
        return null;
    }
  }

  #end(at: string): void {
    const { running } = this;
    this.running = null;
    if (!running || at <= running.start) return;
    const { title, category, of, noted } = running;
    this.#lay(entry(title, category, [running.start, at], "timer", { of, noted }));
  }

  /** The later word: what an entry covers whole goes, what it touches is cut. */
  #lay(next: EntryShown): void {
    const rest = this.entries
      .filter((one) => one.id !== next.id)
      .filter((one) => !(next.start <= one.start && one.end <= next.end))
      .map((one) => ({
        ...one,
        start: next.start <= one.start && one.start < next.end ? next.end : one.start,
        end: one.start < next.start && next.start < one.end ? next.start : one.end,
      }));
    this.entries = [...rest, next].sort((a, b) => (a.start < b.start ? -1 : 1));
  }
}

function stepped(running: RunningShown, step: SessionStep): RunningShown {
  const { phase, length, rounds, done } = running;
  switch (step.step) {
    case "pause":
      return { ...running, phase: "paused" };
    case "resume":
      return { ...running, phase: "work", elapsed: 0 };
    case "extend":
      return { ...running, length: (length ?? 0) + step.minutes * 60 };
    case "skip":
      return phase === "work" && rounds
        ? { ...running, phase: "short_break", done: done + 1, length: rounds.short * 60 }
        : { ...running, phase: "work", length: (rounds?.work ?? 0) * 60 };
  }
}
