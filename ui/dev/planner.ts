// A pretended planner: keeps blocks in memory and answers the commands of the shell well enough to
// look at the window. It rounds every rule off; the real ones live in Rust.

import { writeLength } from "../src/fields";
import type { Attention } from "../src/messages/Attention";
import type { FeedLine } from "../src/messages/FeedLine";
import type { Boundaries } from "../src/messages/Boundaries";
import type { Desktop } from "../src/messages/Desktop";
import type { DeclineDraft } from "../src/messages/DeclineDraft";
import type { Ask } from "../src/messages/Ask";
import type { Fault } from "../src/messages/Fault";
import type { Figures } from "../src/messages/Figures";
import type { Occurrence } from "../src/messages/Occurrence";
import type { Op } from "../src/messages/Op";
import type { Outcome } from "../src/messages/Outcome";
import type { Preview } from "../src/messages/Preview";
import type { Range } from "../src/messages/Range";
import type { RuleDraft } from "../src/messages/RuleDraft";
import type { SeasonLine } from "../src/messages/SeasonLine";
import type { Theme } from "../src/messages/Theme";
import type { SuggestRequest } from "../src/messages/SuggestRequest";
import type { TaskLine } from "../src/messages/TaskLine";
import type { Week } from "../src/messages/Week";
import type { Words } from "../src/messages/Words";
import { clockOf, dateOf, daysBetween, minuteOf, wallAt, wallMinutes, weekday } from "../src/time";
import { Happened, sampleEntries } from "./actual";
import { backlogOf, newTask, patched, readWords, sampleTasks } from "./backlog";
import { dayOf, noDays } from "./day";
import * as looks from "./looks";
import * as sample from "./sample";
import { suggested } from "./suggested";
import { nothingWent, sampleWent } from "./went";

const shift = (wall: string, by: number) => wallAt(dateOf(wall), minuteOf(wall) + by);
const fault = (message: string, hint: string, field: string | null = null): Fault => ({
  code: "refused",
  message,
  hint,
  field,
});

/** What there was before a write, and what the write was. */
interface Step {
  blocks: Occurrence[];
  tasks: TaskLine[];
  label: string;
}

export class Planner {
  #blocks = sample.sampleOccurrences();
  #tasks = sampleTasks();
  /** What really happened; tests put their own there. */
  readonly happened = new Happened();
  #settings = { ...sample.settings };
  #rev = 1;
  /** The days that were asked about last. */
  #seen: Range | null = null;
  /** The blocks as they were committed. */
  #committed: Occurrence[] | null = null;
  /** Whether a reason was given along with the write. */
  #said = false;
  #undo: Step[] = [];
  #redo: Step[] = [];
  #rules: RuleDraft[] = [
    { field: "title", words: ["1:1", "one on one"], category: "management" },
    { field: "title", words: ["design review", "architecture", "RFC"], category: "technical" },
    { field: "title", words: ["course", "reading group", "mentor"], category: "growth" },
    { field: "organizer", words: ["yoga@example.org"], category: "personal" },
  ];
  #seasons: SeasonLine[] = sample.seasonLines();
  #desktop: Desktop = { tray: true, autostart: false };
  #attention: Attention = sample.attention;
  #boundaries: Boundaries = sample.boundaries;
  #declines: DeclineDraft[] = sample.declined;
  #days = noDays();
  #state: string;

  constructor(state: string, theme: string) {
    this.#state = state;
    this.#settings.theme = theme as Theme;
    if (state === "happened") this.happened.entries = sampleEntries(this.#blocks);
    if (state === "first") this.#settings.first_run_done = false;
    if (state === "empty" || state === "first") {
      this.#blocks = [];
      this.#tasks = [];
    }
  }

  answer(command: string, args: Record<string, unknown>): unknown {
    const seen = (args["seen"] ?? args["range"]) as Range;
    this.#seen = seen ?? null;
    switch (command) {
      case "opening":
        return this.#opening();
      case "restore":
      case "start_anew":
      case "accept_older":
      case "leave_demo":
        this.#state = "week";
        return this.#opening();
      case "open_demo":
        this.#state = "demo";
        this.#blocks = sample.sampleOccurrences();
        this.#settings = { ...this.#settings, first_run_done: true };
        return this.#opening();
      case "week":
        return this.#week(seen);
      case "day":
        return dayOf(args["day"] as string | null, this.#blocks, this.#days);
      case "month":
        return looks.monthOf(args["day"] as string, this.#rev, this.#blocks);
      case "how_it_went":
        return this.#went(args["day"] as string);
      case "search":
        return looks.search(args["typed"] as string, this.#blocks);
      case "apply":
        return this.#apply(args["op"] as Op);
      case "preview":
        return this.#preview(args["op"] as Op);
      case "undo":
        return this.#back(this.#undo, this.#redo, "Undone");
      case "redo":
        return this.#back(this.#redo, this.#undo, "Redone");
      case "backlog":
        return backlogOf(this.#tasks, this.#blocks, this.#rev);
      case "read_words":
        return readWords(args["words"] as Words);
      case "suggest":
        return suggested(
          this.#week(sample.weekOfSample().range),
          args["request"] as SuggestRequest,
        );
      case "details":
        return this.#details(args["key"] as string);
      case "repeat_facts":
        return {
          words: "Every Wednesday",
          next: ["Wed 18 Nov", "Wed 25 Nov", "Wed 2 Dec", "Wed 9 Dec", "Wed 16 Dec"],
          monthly: [{ label: "On the 18th", every: { kind: "monthly_on", day: 18 } }],
          refused: null,
        };
      case "vocabulary":
        return sample.vocabulary;
      case "target":
        return { from: null, technical: 53, management: 37, growth: 10, week_minutes: 2280 };
      case "rules":
        return this.#rules;
      case "seasons":
        return sample.seasons(this.#seasons, seen ?? (args["range"] as Range));
      case "season_advice":
        return sample.advice;
      case "attention":
        return this.#attention;
      case "desktop":
        return this.#desktop;
      case "start_with_desktop":
        return (this.#desktop = { ...this.#desktop, autostart: args["on"] as boolean });
      case "away":
        return this.happened.away;
      case "boundaries":
        return this.#boundaries;
      case "declines":
        return sample.declines(this.#declines);
      case "calendars":
        return this.#state === "empty" ? [] : [feed, team];
      case "refresh":
        return this.#outcome({ reload: false, said: "Team is as it was." });
      case "templates":
        return sample.templates;
      case "choose_calendar":
      case "read_calendar":
        return offer;
      case "export_calendar":
        return { path: "/home/me/week-47.ics", events: 26, said: "Exported 26 events." };
      case "backups":
        return backups;
      case "back_up":
        return backups[0];
      case "check":
        return { sound: true, lines: ["All 27 blocks and 127 events are sound."] };
      default:
        return null;
    }
  }

  #opening() {
    if (this.#state === "recovery")
      return {
        opening: "recovery",
        fault: fault(
          "The plan cannot be read: its file is damaged.",
          "Restore a backup, or look at the folder first.",
        ),
        folder: "/home/me/.local/share/evenkeel",
        backups,
        can_restore: true,
        can_accept: true,
      };
    return { ...sample.opening, settings: this.#settings, demo: this.#state === "demo" };
  }

  #week(range: Range): Week {
    return {
      ...sample.weekOfSample(this.#blocks),
      rev: this.#rev,
      range,
      days: sample.days(range.from, daysBetween(range.from, range.until)).map((day) => ({
        ...day,
        closed: this.#days.said.get(day.date)?.closed ?? null,
      })),
      ticked: this.#days.ticked,
      occurrences: this.#blocks.filter((o) => o.start < range.until && range.from < o.end),
      entries: this.happened.entries.filter((e) => e.start < range.until && range.from < e.end),
      running: this.happened.running,
      figures: this.#figures(this.#blocks),
      undo: this.#undo.at(-1)?.label ?? null,
      redo: this.#redo.at(-1)?.label ?? null,
      settings: this.#settings,
    };
  }

  #figures(blocks: Occurrence[]): Figures {
    const commitment = this.#committed && sample.commitmentOf(this.#committed, blocks);
    return { ...sample.figuresOf(blocks), commitment };
  }

  #now = (label: string): Step => ({ blocks: this.#blocks, tasks: this.#tasks, label });

  #outcome(change: Partial<Outcome>): Outcome & { reply: "done" } {
    return {
      reply: "done",
      rev: ++this.#rev,
      reload: false,
      seen: this.#seen,
      put: [],
      removed: [],
      figures: this.#figures(this.#blocks),
      undo: this.#undo.at(-1)?.label ?? null,
      undoable: true,
      redo: this.#redo.at(-1)?.label ?? null,
      said: "",
      notice: change.said ?? "",
      spread: null,
      focus: null,
      asks: null,
      ...change,
    };
  }

  #keep(put: Occurrence[], removed: string[], label: string, said: string) {
    this.#undo.push(this.#now(label));
    this.#redo = [];
    const gone = new Set([...removed, ...put.map((o) => o.key)]);
    this.#blocks = this.#blocks.filter((o) => !gone.has(o.key)).concat(put);
    return this.#outcome({
      put,
      removed,
      said,
      focus: put[0]?.key ?? null,
      asks: this.#asks([...put.map((o) => o.key), ...removed]),
    });
  }

  #asks(keys: string[]): Ask | null {
    const was = this.#committed?.find((o) => keys.includes(o.key) && o.block);
    if (!was) return null;
    const when = `${weekday(dateOf(was.start))} ${clockOf(was.start)}`;
    return {
      week: sample.MONDAY,
      keys: [was.key],
      sentence: `You moved “${was.title}”, committed for ${when}.`,
    };
  }

  #went(day: string) {
    const design = this.#blocks.find((o) => o.title === "Ingest design");
    return design ? sampleWent(day, design.key, design.start) : nothingWent(day);
  }

  #back(from: Step[], to: Step[], word: string) {
    const step = from.pop();
    if (!step) return { reply: "refused", ...fault("There is nothing more.", "") };
    to.push(this.#now(step.label));
    this.#blocks = step.blocks;
    this.#tasks = step.tasks;
    return this.#outcome({ reload: true, undoable: false, said: `${word}: ${step.label}.` });
  }

  /** Keeps other tasks. */
  #list(tasks: TaskLine[], said: string) {
    this.#undo.push(this.#now(said.toLowerCase()));
    this.#redo = [];
    this.#tasks = tasks;
    return this.#outcome({ said: `${said}.` });
  }

  #changeTask(task: number, verb: string, change: (line: TaskLine) => TaskLine) {
    const title = this.#tasks.find((line) => line.task === task)?.title ?? "";
    return this.#list(
      this.#tasks.map((line) => (line.task === task ? change(line) : line)),
      `${verb} ${title}`,
    );
  }

  #apply(op: Op): unknown {
    const happened = this.happened.apply(op, this.#blocks);
    if (happened && "refused" in happened) return { reply: "refused", ...happened.refused };
    if (happened) {
      this.#undo.push(this.#now(happened.said.replace(/\.$/, "").toLowerCase()));
      return this.#outcome({ reload: true, said: happened.said });
    }
    switch (op.op) {
      case "tick": {
        const rest = this.#days.ticked.filter((key) => key !== op.key);
        this.#days.ticked = op.done ? [...rest, op.key] : rest;
        this.#undo.push(this.#now("mark as done"));
        return this.#outcome({ reload: true, said: "Done." });
      }
      case "close_day": {
        if (op.line.length > 280)
          return {
            reply: "refused",
            ...fault("The line has 281 characters; 280 are allowed.", "Shorten it.", "line"),
          };
        const held = op.left.filter((one) => one.to === "drop").map((one) => one.key);
        if (this.#blocks.some((o) => held.includes(o.key) && o.facets.protected) && !this.#said)
          return {
            reply: "refused",
            ...fault("This is protected time.", "Say why to change it."),
            code: "needs_reason",
          };
        this.#undo.push(this.#now("close the day"));
        this.#days.said.set(op.day, { ...op, closed: `${op.day}T17:30:00` });
        return this.#outcome({ reload: true, said: "Closed the day." });
      }
      case "reopen_day": {
        const said = this.#days.said.get(op.day);
        if (said) said.closed = null;
        return this.#outcome({ reload: true, said: "The day is open again." });
      }
      case "edit_task":
        if (op.patch.title === "")
          return {
            reply: "refused",
            ...fault("A task needs a title.", "Say in a few words what is to be done.", "title"),
          };
        return this.#changeTask(op.task, "Changed", (line) => patched(line, op.patch));
      case "finish_task":
        return this.#changeTask(op.task, "Finished", (line) => ({
          ...line,
          finished: "2026-11-19",
        }));
      case "reopen_task":
        return this.#changeTask(op.task, "Reopened", (line) => ({ ...line, finished: null }));
      case "remove_task": {
        const title = this.#tasks.find((line) => line.task === op.task)?.title ?? "";
        return this.#list(
          this.#tasks.filter((line) => line.task !== op.task),
          `Deleted ${title}`,
        );
      }
      case "to_backlog": {
        const gone = this.#blocks.filter((o) => o.block && op.blocks.includes(o.block));
        const outcome = this.#keep(
          [],
          gone.map((o) => o.key),
          `send back ${gone[0]?.title}`,
          `Sent back ${gone[0]?.title}. It is in the backlog.`,
        );
        for (const o of gone.filter((one) => one.task === null)) {
          const made = { ...newTask(this.#tasks, o.title, o.category), estimate: o.minutes };
          this.#tasks = [...this.#tasks, made];
        }
        return outcome;
      }
      case "add_in_words": {
        const read = readWords(op);
        if (read.refused) return { reply: "refused", ...read.refused };
        if (read.task)
          return this.#list(
            [...this.#tasks, newTask(this.#tasks, read.title, read.category)],
            `Added ${read.title}`,
          );
        break;
      }
      case "set_settings":
      case "welcome":
        this.#settings = { ...op.settings };
        this.#undo.push(this.#now("change settings"));
        return this.#outcome({ reload: true, said: "Settings changed." });
      case "set_target":
        if (op.week_minutes > 10_080)
          return {
            reply: "refused",
            ...fault("A week has 168 hours.", "Give fewer.", "week_minutes"),
          };
        return this.#outcome({ reload: true, said: "Target changed." });
      case "set_season":
        this.#seasons = [...this.#seasons, sample.seasonLine(90 + this.#seasons.length, op)];
        return this.#outcome({ reload: true, said: `Season ${op.name} saved.` });
      case "edit_season":
        this.#seasons = this.#seasons.map((one) =>
          one.id === op.season ? { ...one, season: op.draft } : one,
        );
        return this.#outcome({ reload: true, said: `Season ${op.draft.name} saved.` });
      case "remove_season":
        this.#seasons = this.#seasons.filter((one) => one.id !== op.season);
        return this.#outcome({ reload: true, said: "Season removed." });
      case "start_crisis":
      case "end_crisis":
        return this.#outcome({ reload: true, said: "Crisis mode changed." });
      case "set_attention":
        this.#attention = op.attention;
        return this.#outcome({ reload: true, said: "Settings saved." });
      case "set_boundaries":
        this.#boundaries = op.boundaries;
        return this.#outcome({ reload: true, said: "Boundaries saved." });
      case "add_decline":
        this.#declines = [op, ...this.#declines];
        return this.#outcome({ reload: true, said: `No to ${op.what}.` });
      case "edit_decline":
      case "remove_decline":
        return this.#outcome({ reload: true, said: "Log changed." });
      case "save_template":
        if (op.name.trim() === "")
          return {
            reply: "refused",
            ...fault("The template needs a name.", "Type one.", "name"),
          };
        return this.#outcome({ reload: true, said: `${op.name} is a template now.` });
      case "rename_template":
      case "remove_template":
        return this.#outcome({ reload: true, said: "Templates changed." });
      case "set_rules":
        this.#rules = op.rules;
        return this.#outcome({ reload: true, said: "Rules changed." });
      case "import":
        return this.#outcome({ reload: true, said: "Imported 127 events." });
      case "subscribe":
        return this.#outcome({ reload: true, said: "Subscribed to Team with 12 events." });
      case "set_subscription":
        return this.#outcome({ reload: true, said: "Team is read every day now." });
      case "set_event_category": {
        const put = this.#blocks
          .filter((o) => o.event === op.event)
          .map((o) => ({ ...o, category: op.category ?? "management", guessed: !op.category }));
        return this.#keep(put, [], `category of ${put[0]?.title}`, `${put[0]?.title} changed.`);
      }
      case "commit":
      case "uncommit":
        this.#committed = op.op === "commit" ? this.#blocks : null;
        this.#undo.push(this.#now(`${op.op} the week`));
        return this.#outcome({ reload: true, said: "Committed the week." });
      case "give_reason":
        return this.#outcome({ said: "Noted: your own choice." });
      case "because": {
        this.#said = true;
        const answer = this.#apply(op.what);
        this.#said = false;
        return answer;
      }
      case "delete": {
        const held = this.#blocks.filter((o) => op.blocks.includes(o.block ?? ""));
        if (held.some((o) => o.facets.protected) && !this.#said)
          return {
            reply: "refused",
            ...fault(`“${held[0]?.title}” is protected time.`, "Say why to change it."),
            code: "needs_reason",
          };
        break;
      }
    }
    const to = this.#preview(op);
    if (to.refused) return { reply: "refused", ...to.refused };
    const label = `${op.op.replace("_", " ").replace("gesture", "move")} ${to.put[0]?.title ?? ""}`;
    const put = to.put.map((o) =>
      o.key.startsWith("new")
        ? { ...o, key: `b${900 + this.#rev}`, block: `b${900 + this.#rev}` }
        : o,
    );
    return this.#keep(put, to.removed, label.trim(), to.said);
  }

  #preview(op: Op): Preview {
    if (op.op === "lay_template" || op.op === "copy_week") return this.#laid(op.collisions);
    const { put, removed, refused } = this.#changed(op);
    const gone = new Set([...removed, ...put.map((o) => o.key)]);
    const figures = this.#figures(this.#blocks.filter((o) => !gone.has(o.key)).concat(put));
    const first = put[0];
    const said = first
      ? `${first.title || "New block"}, ${weekday(dateOf(first.start))} ${clockOf(first.start)} to ${clockOf(first.end)}, ${first.category}.`
      : "Deleted.";
    return { put, removed, figures, refused, said };
  }

  #laid(collisions: string): Preview {
    const made = [
      sample.occurrence("Read", "growth", [1, "13:00", "13:40"]),
      sample.occurrence("Look back on the week", "growth", [4, "16:00", "16:30"]),
    ].map((o, at) => ({ ...o, key: `new${at + 1}`, block: null }));
    const beside = collisions === "keep_both";
    const put = beside ? made : made.slice(0, 1);
    const there = this.#blocks.some((o) => o.title === "Read");
    const { title, category, start, end } = made[1]!;
    const words = beside
      ? "1 of 2 blocks fits. 1 collides and is laid beside."
      : "1 of 2 blocks fits. 1 collides and is left out.";
    return {
      put: there ? [] : put,
      removed: [],
      figures: this.#figures(this.#blocks.concat(there ? [] : put)),
      refused: there ? fault("Everything is there already.", "Choose another one.") : null,
      said: words,
      laid: {
        made: there ? 0 : put.length,
        left_out: beside ? 0 : 1,
        words,
        lines: [
          {
            kind: "collides",
            made: beside,
            title,
            category,
            start,
            end,
            words: "Retro is there, 16:00 to 17:00",
          },
        ],
      },
    };
  }

  #changed(op: Op): { put: Occurrence[]; removed: string[]; refused: Fault | null } {
    const of = (ids: string[]) => this.#blocks.filter((o) => o.block && ids.includes(o.block));
    const done = (put: Occurrence[], removed: string[] = [], refused: Fault | null = null) => ({
      put: put.map((o) => {
        const minutes = wallMinutes(o.start, o.end);
        return { ...o, minutes, length_words: writeLength(minutes) };
      }),
      removed,
      refused,
    });
    switch (op.op) {
      case "create":
        return done([
          {
            ...sample.occurrence(op.title, op.category, [0, "09:00", "10:00"]),
            key: "new1",
            start: op.start,
            end: op.end,
          },
        ]);
      case "plan_task": {
        const line = this.#tasks.find((one) => one.task === op.task);
        const start = op.start ?? "2026-11-19T15:30:00";
        return done([
          {
            ...sample.occurrence(line?.title ?? "", line?.category ?? "technical", [
              0,
              "09:00",
              "10:00",
            ]),
            key: "new1",
            task: op.task,
            start,
            end: shift(start, op.minutes ?? 60),
          },
        ]);
      }
      case "to_backlog":
        return done(
          [],
          of(op.blocks).map((o) => o.key),
        );
      case "add_in_words": {
        const read = readWords(op);
        if (!read.start) return done([]);
        const hours = /-(\d{1,2})/.exec(op.text)?.[1] ?? "0";
        return done([
          {
            ...sample.occurrence(read.title, read.category, [0, "09:00", "10:00"]),
            key: "new1",
            start: read.start,
            end: `2026-11-19T${hours.padStart(2, "0")}:00:00`,
          },
        ]);
      }
      case "gesture": {
        const held = of(op.blocks);
        const main = held.find((o) => o.block === op.blocks[0]);
        if (!main) return done([]);
        const by = wallMinutes(op.grip === "end" ? main.end : main.start, op.to);
        return done(
          held.map((o, at) => ({
            ...o,
            key: op.carry === "copy" ? `new${at + 1}` : o.key,
            start: op.grip === "end" ? o.start : shift(o.start, by),
            end: op.grip === "start" ? o.end : shift(o.end, by),
          })),
        );
      }
      case "set_category":
        return done(of(op.blocks).map((o) => ({ ...o, category: op.category })));
      case "set_facets": {
        const { add_tags, remove_tags, locked, ...said } = op.patch;
        return done(
          of(op.blocks).map((o) => ({
            ...o,
            locked: locked ?? o.locked,
            facets: {
              ...o.facets,
              ...said,
              tags: [
                ...o.facets.tags.filter((tag) => !remove_tags?.includes(tag)),
                ...(add_tags ?? []),
              ],
            },
          })),
        );
      }
      case "delete":
        return done(
          [],
          of(op.blocks).map((o) => o.key),
        );
      case "duplicate":
        return done(of(op.blocks).map((o, at) => ({ ...o, key: `new${at + 1}` })));
      case "split":
        return done(
          of([op.block]).flatMap((o) => [
            { ...o, end: op.at },
            { ...o, key: "new1", start: op.at },
          ]),
        );
      case "edit": {
        const changed = of([op.block]).map((o) => ({
          ...o,
          ...Object.fromEntries(
            Object.entries(op.patch).filter(([name]) => name in o && name !== "zone"),
          ),
        }));
        const backwards = changed.some((o) => o.end <= o.start);
        return done(
          changed,
          [],
          backwards ? fault("It would end before it begins.", "Choose a later end.", "end") : null,
        );
      }
      default:
        return done([]);
    }
  }

  #details(key: string) {
    const found = this.#blocks.find((o) => o.key === key);
    if (!found) throw { ...fault("This block is gone.", ""), code: "gone" };
    const feed = found.layer === "feed";
    return {
      occurrence: found,
      own_start: found.start,
      own_end: found.end,
      own_zone: "Europe/Berlin",
      notes: found.has_link
        ? "What happened on Tuesday night, in order.\n\nBring the timeline and the two graphs."
        : "",
      link: found.has_link ? "https://meet.example.org/incident-review" : null,
      organizer: feed ? "Ada Moreno" : "",
      calendar: feed ? "Work" : "",
      repeats: found.title === "Stand-up" ? "Every weekday" : "",
      series: null,
      goal: "",
      checklist: [],
      category_because: feed
        ? found.guessed
          ? "No rule knows this event, so management is assumed."
          : "A rule looks for “1:1”."
        : "",
    };
  }
}

const feed = {
  feed: 1,
  name: "Work",
  source: "/home/me/Downloads/work.ics",
  read: "2026-11-16T08:40:00",
  events: 127,
  guessed: 9,
  partly: [],
  subscription: null,
};
const team: FeedLine = {
  feed: 2,
  name: "Team",
  source: "calendar.example.org",
  read: "2026-11-19T09:05:00",
  events: 12,
  guessed: 0,
  partly: ["Ping"],
  subscription: {
    host: "calendar.example.org",
    every_minutes: 60,
    often: "every hour",
    checked: "2026-11-19T09:05:00",
    next: "2026-11-19T10:15:00",
    problem: "calendar.example.org could not be reached. The last copy is kept.",
    changed: [
      {
        read: "2026-11-19T08:05:00",
        changes: [
          {
            kind: "moved",
            title: "Architecture review",
            start: "2026-12-03T15:00:00",
            before: "2026-12-02T15:00:00",
            all_day: false,
            times: 1,
          },
          {
            kind: "gone",
            title: "Standup",
            start: "2026-11-20T09:00:00",
            before: null,
            all_day: false,
            times: 3,
          },
        ],
        more: 4,
      },
    ],
    problems: [{ line: 40, what: "The event has no UID; one was made from its content." }],
  },
};
const offer = {
  path: "/home/me/Downloads/work.ics",
  name: "Work",
  events: 127,
  added: 12,
  changed: 3,
  vanished: ["Design sync", "Lunch talk"],
  own: 2,
  occurrences_this_week: 18,
  categories: [
    { category: "technical", events: 21 },
    { category: "management", events: 92 },
    { category: "growth", events: 9 },
    { category: "personal", events: 5 },
  ],
  guessed: 34,
  problems: [
    { line: 412, what: "“Retro” ends before it begins; its end was left out." },
    { line: 988, what: "An event without a start was left out." },
  ],
};
const backup = (taken: string, reason: string) => ({
  name: `${taken}.db`,
  taken,
  reason,
  kilobytes: 412,
  blocks: 27,
});
const backups = [
  backup("2026-11-19T12:00:00", "every half hour"),
  backup("2026-11-19T08:41:00", "before an import"),
  backup("2026-11-18T17:30:00", "every half hour"),
  backup("2026-11-17T17:12:00", "kept for the day"),
];
