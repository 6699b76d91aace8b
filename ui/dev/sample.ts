// A made-up week, for the pretended planner and for tests: 16 to 22 November 2026.

import { plain } from "../src/facets";
import { writeLength } from "../src/fields";
import type { Attention } from "../src/messages/Attention";
import type { Boundaries } from "../src/messages/Boundaries";
import type { Category } from "../src/messages/Category";
import type { Day } from "../src/messages/Day";
import type { DeclineDraft } from "../src/messages/DeclineDraft";
import type { Declines } from "../src/messages/Declines";
import type { CommitmentFigure } from "../src/messages/CommitmentFigure";
import type { Figures } from "../src/messages/Figures";
import type { Occurrence } from "../src/messages/Occurrence";
import type { Outline } from "../src/messages/Outline";
import type { Opening } from "../src/messages/Opening";
import type { Range } from "../src/messages/Range";
import type { RoleChoice } from "../src/messages/RoleChoice";
import type { SeasonAdvice } from "../src/messages/SeasonAdvice";
import type { SeasonDraft } from "../src/messages/SeasonDraft";
import type { SeasonLine } from "../src/messages/SeasonLine";
import type { Seasons } from "../src/messages/Seasons";
import type { Settings } from "../src/messages/Settings";
import type { TemplateLine } from "../src/messages/TemplateLine";
import type { Vocabulary } from "../src/messages/Vocabulary";
import type { Week } from "../src/messages/Week";
import { plusDays, wallMinutes } from "../src/time";

export const MONDAY = "2026-11-16";
export const NOW = "2026-11-19T12:17:00";
export const TODAY = NOW.slice(0, 10);
const hours = { start: 540, end: 1050 };

export const settings: Settings = {
  home_zone: null,
  work_hours: [hours, hours, hours, hours, hours, null, null],
  week_starts_on: 0,
  day_starts_at: 240,
  snap_minutes: 15,
  growth_minimum: 240,
  switches_hint: 6,
  theme: "light",
  letter_keys: true,
  show_weekend: true,
  show_all_hours: false,
  hour_height: 43,
  layers: { committed: false, live: true, actual: true, beside: false },
  role: "tech_lead",
  own_rules: false,
  first_run_done: true,
  suggest_weights: { mix: 2, switches: 2, runs: 2, stability: 2, peak: 2 },
  peak_hours: null,
};

const role = (label: string, about: string, technical: number, management: number): RoleChoice => ({
  name: label.toLowerCase().replaceAll(" ", "_"),
  label,
  about,
  technical,
  management,
  growth: 100 - technical - management,
});

const roles: RoleChoice[] = [
  role("Tech lead", "Builds most of the week and keeps a team pointed the same way.", 60, 30),
  role("Player-coach", "Leads three to five people and still ships.", 40, 50),
  role("Manager who still codes", "Leads a team first and keeps a hand in the code.", 20, 70),
  role("Staff engineer leading", "Leads through the work itself, across teams.", 50, 35),
];

export const opening: Opening = {
  opening: "ready",
  settings,
  demo: false,
  roles,
  zones: ["Europe/Berlin", "Europe/London", "America/New_York", "Asia/Tokyo", "Australia/Sydney"],
  system_zone: "Europe/Berlin",
  warnings: [],
};

let made = 0;
/** An occurrence; `[day, from, to]` with day 0 = Monday and times such as "10:00". */
export function occurrence(
  title: string,
  category: Category,
  [day, from, to]: [number, string, string],
  change: Partial<Occurrence> = {},
): Occurrence {
  const date = plusDays(MONDAY, day);
  const [start, end] = [`${date}T${from}:00`, `${date}T${to}:00`];
  const id = ++made;
  return {
    key: `b${id}`,
    layer: "live",
    block: `b${id}`,
    event: null,
    feed: null,
    uid: `${id}@sample`,
    title,
    category,
    guessed: false,
    start,
    end,
    minutes: wallMinutes(start, end),
    length_words: writeLength(wallMinutes(start, end)),
    all_day: false,
    status: "confirmed",
    free: false,
    counts: true,
    locked: false,
    zone: null,
    location: "",
    has_link: false,
    repeats: false,
    facets: plain(),
    task: null,
    ...change,
  };
}

let events = 0;
const imported = (
  title: string,
  at: [number, string, string],
  change: Partial<Occurrence> = {},
): Occurrence => {
  const event = ++events;
  return occurrence(title, "management", at, {
    key: `e${event}`,
    layer: "feed",
    block: null,
    event,
    feed: 1,
    locked: true,
    ...change,
  });
};

export const sampleOccurrences = (): Occurrence[] => [
  occurrence("Run", "personal", [1, "08:00", "09:30"]),
  occurrence("Code review", "technical", [2, "08:30", "09:30"]),
  ...[0, 1, 2, 3, 4].map((day) => imported("Stand-up", [day, "09:30", "09:45"])),
  occurrence("Storage engine", "technical", [0, "10:00", "12:00"]),
  occurrence("Storage engine", "technical", [1, "10:00", "12:30"]),
  occurrence("Storage engine", "technical", [2, "10:00", "11:00"]),
  imported("Architecture review", [2, "11:00", "12:00"], { guessed: true }),
  imported("Incident review", [3, "10:00", "11:00"], { has_link: true }),
  imported("1:1 – Report C", [3, "11:15", "11:45"]),
  occurrence("Storage engine", "technical", [4, "10:00", "12:30"]),
  imported("Sprint planning", [0, "13:00", "14:30"], { location: "Room Baltic" }),
  imported("1:1 – Report A", [0, "14:45", "15:15"]),
  imported("Staff meeting", [0, "16:00", "17:00"]),
  imported("Interview: backend", [1, "13:30", "14:30"], { guessed: true }),
  imported("Hiring debrief", [1, "14:30", "15:30"]),
  occurrence("Course: distributed systems", "growth", [1, "15:45", "17:15"]),
  occurrence("Roadmap Q1", "management", [2, "13:00", "14:00"]),
  imported("1:1 – Report B", [2, "14:00", "14:30"]),
  occurrence("Ingest design", "technical", [2, "15:00", "17:00"]),
  occurrence("Ingest design", "technical", [3, "13:30", "15:30"], {
    location: "Room Baltic",
  }),
  occurrence("Budget draft", "management", [3, "16:30", "17:30"]),
  imported("1:1 – Report E", [4, "13:00", "13:30"]),
  occurrence("Mentor call", "growth", [4, "13:30", "14:30"]),
  occurrence("Weekly review", "growth", [4, "16:00", "16:30"]),
  occurrence("Choir", "personal", [4, "19:00", "20:00"]),
  occurrence("Long walk", "personal", [5, "09:00", "10:30"]),
  imported("Offsite planning week", [0, "00:00", "00:00"], {
    all_day: true,
    end: "2026-11-18T00:00:00",
    counts: false,
  }),
];

const target = { technical: 1200, management: 840, growth: 240 };

/** The figures of some occurrences, simply added up. */
export function figuresOf(occurrences: Occurrence[]): Figures {
  const sum = (category: Category) =>
    occurrences
      .filter((o) => o.counts && o.category === category)
      .reduce((total, o) => total + o.minutes, 0);
  const categories = (["technical", "management", "growth"] as const).map((category) => {
    const minutes = sum(category);
    const rest = target[category] - minutes;
    const rest_words =
      rest > 0
        ? `${writeLength(rest)} to go`
        : rest < 0
          ? `${writeLength(-rest)} over`
          : "as wanted";
    const [planned_words, target_words] = [writeLength(minutes), writeLength(target[category])];
    return {
      category,
      minutes,
      target: target[category],
      share: null,
      planned_words,
      target_words,
      rest_words,
      words: `${planned_words} of ${target_words} planned, ${rest_words}`,
    };
  });
  const work = categories.reduce((total, one) => total + one.minutes, 0);
  const off = categories.reduce((total, c) => total + Math.abs(c.minutes - c.target), 0) / 3;
  return {
    week: MONDAY,
    categories,
    personal_minutes: sum("personal"),
    personal_words: writeLength(sum("personal")),
    work_minutes: work,
    target_minutes: 2280,
    work_words: `${writeLength(work)} of 38 h planned`,
    distance: null,
    minutes_to_move: Math.round(off),
    mix_words: work === 0 ? "Nothing planned yet" : `${writeLength(Math.round(off))} off your mix`,
    longest_focus: 150,
    hints: [
      { kind: "growth", lead: "Growth", text: "1 h under your minimum", day: null, keys: [] },
      {
        kind: "hours",
        lead: "Wednesday",
        text: "starts before your hours",
        day: "2026-11-18",
        keys: [],
      },
    ],
    kept_free_minutes: 0,
    kept_free_words: "",
    lead: null,
    commitment: null,
    given_up_minutes: 0,
  };
}

export const days = (from: string, count: number): Day[] =>
  Array.from({ length: count }, (_, at) => {
    const date = plusDays(from, at);
    const weekday = (new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7;
    const work = settings.work_hours[weekday] ?? null;
    return { date, minutes: 1440, skipped: null, repeated: null, work, off: null, closed: null };
  });

export const weekOfSample = (occurrences = sampleOccurrences()): Week => ({
  rev: 1,
  range: { from: MONDAY, until: plusDays(MONDAY, 7) },
  today: TODAY,
  now: NOW,
  zone: "Europe/Berlin",
  days: days(MONDAY, 7),
  occurrences,
  entries: [],
  ticked: [],
  running: null,
  figures: figuresOf(occurrences),
  undo: "move Ingest design",
  redo: null,
  settings,
});

const season = (name: string, from: string, until: string, lead: number | null): SeasonDraft => ({
  name,
  from,
  until,
  technical: 60,
  management: 30,
  growth: 10,
  week_minutes: 2280,
  lead,
  context: null,
  preset: null,
});

export const seasonLine = (id: number, draft: SeasonDraft): SeasonLine => ({
  id,
  season: draft,
  state: draft.from <= "2026-11-19" ? "now" : "coming",
  crisis: false,
  words: `${draft.technical} technical, ${draft.management} management, ${draft.growth} growth of 38 h`,
  preset_label: null,
  meets: [],
});

export const seasonLines = (): SeasonLine[] => [
  seasonLine(1, season("Launch", "2026-11-02", "2026-12-14", 40)),
  {
    ...seasonLine(2, season("Hiring round", "2026-12-07", "2027-02-01", null)),
    meets: ["It counts instead of Launch from 7 to 13 December, because it begins later."],
  },
];

const context = (name: string, label: string, lead: number, origin: string) => ({
  name,
  label,
  about: `When it is ${label.toLowerCase()}.`,
  lead,
  origin,
});
const guided = "from the guidance we built on";

export const advice: SeasonAdvice = {
  lead: 42,
  words: "42 % why and where, 58 % how and when. Anything from 27 to 57 % is near enough.",
  because: "Both ends start at 50. 1 answer for why and where adds 8, 2 for how and when take 16.",
  nearest: [context("startup_scaling", "Growing what works", 40, guided)],
};

/** A line of seasons; what counts when is rounded off to the first that holds. */
export function seasons(lines: SeasonLine[], range: Range): Seasons {
  const usual = { technical: 53, management: 37, growth: 10 };
  const part = (from: string, until: string, one: SeasonLine | null) => ({
    from,
    until,
    season: one?.id ?? null,
    name: one?.season.name ?? "Usual mix",
    ...(one
      ? {
          technical: one.season.technical,
          management: one.season.management,
          growth: one.season.growth,
        }
      : usual),
    lead: one?.season.lead ?? null,
    words: one?.words ?? "53 technical, 37 management, 10 growth of 38 h",
  });
  const [first, second] = lines;
  const line =
    first && second
      ? [
          part(range.from, first.season.from, null),
          part(first.season.from, second.season.from, first),
          part(second.season.from, second.season.until ?? range.until, second),
          part(second.season.until ?? range.until, range.until, null),
        ]
      : [part(range.from, range.until, null)];
  return {
    ...range,
    today: NOW.slice(0, 10),
    line,
    seasons: lines,
    usual: { from: null, ...usual, week_minutes: 2280 },
    crisis: null,
    choices: {
      contexts: [
        context("startup_scaling", "Growing what works", 40, guided),
        context("acute_incident", "An incident right now", 20, "our convention"),
      ],
      shapes: [
        {
          name: "launch",
          label: "Launch",
          about: "Something has to go out.",
          technical: 63,
          management: 32,
          growth: 5,
          origin: "our convention",
        },
      ],
      questions: ["How clear is the way ahead?", "How quickly do the surroundings change?"].map(
        (asks) => ({ asks, answers: ["Clear", "In parts", "Not at all"] }),
      ),
      phases: [
        { label: "Day 1", about: "Who does what, and by when.", from_day: 0, lead: 20 },
        { label: "From month 2 on", about: "Both weigh the same.", from_day: 28, lead: 50 },
      ],
      blocks: [
        {
          name: "communicate",
          title: "Say what is known",
          about: "What happened, what is being done.",
          category: "management",
          length_words: "30 min",
          from_day: 0,
        },
      ],
    },
  };
}

export const attention: Attention = {
  before: [5, 5, 5, null],
  break_after: 120,
  end_of_work: true,
  commit_week: 570,
  close_day: 15,
  quiet_focus: true,
  rounds: { work: 25, short: 5, long: 15, every: 4 },
  next_round_by_itself: false,
  ask_after_idle: 10,
  stay_in_tray: false,
};

export const boundaries: Boundaries = {
  hours: [],
  lunch: { start: 720, end: 780 },
  days_off: [{ from: "2026-12-24", until: "2027-01-02", kind: "vacation", name: "Winter break" }],
  rules: [
    {
      no: "management",
      days: [true, true, true, true, true, false, false],
      start: 0,
      end: 660,
    },
  ],
  limits: [{ category: "management", least: null, most: 1200 }],
};

export const declined: DeclineDraft[] = [
  {
    on: "2026-11-18",
    what: "Vendor comparison",
    goal: "Ship ingest",
    to: "Ada",
    minutes: 90,
    uid: null,
    note: "",
  },
];

export const declines = (drafts: DeclineDraft[]): Declines => ({
  today: NOW.slice(0, 10),
  lines: drafts.map((decline, at) => ({
    id: at + 1,
    decline,
    length_words: writeLength(decline.minutes),
  })),
  sums: [{ label: "Altogether", count: 1, minutes: 90, words: "1 h 30 saved, once, 1 handed on" }],
  goals: ["Ship ingest"],
  people: ["Ada"],
});
const template = (line: Partial<TemplateLine>): TemplateLine => ({
  key: "weekly-practice",
  name: "Weekly practice",
  about: "Read a little, use one thing a day, look back on Friday.",
  reach: "week",
  own: false,
  words: "9 blocks, 3 h 10",
  parts: [{ category: "growth", minutes: 190 }],
  ...line,
});

export const templates: TemplateLine[] = [
  template({
    key: "t1",
    name: "A steady week",
    about: "",
    own: true,
    words: "27 blocks, 36 h 15",
    parts: [
      { category: "technical", minutes: 1200 },
      { category: "management", minutes: 700 },
      { category: "growth", minutes: 275 },
    ],
  }),
  template({}),
  template({
    key: "hard-news",
    name: "Hard news",
    about: "Telling people something they will not like.",
    reach: "day",
    words: "1 block, 45 min",
    parts: [{ category: "management", minutes: 45 }],
  }),
];
/** Words to choose from, a few of them. */
export const vocabulary: Vocabulary = {
  activities: [
    { name: "building", label: "Building", category: "technical", lead: null },
    { name: "reviewing", label: "Reviewing work", category: "technical", lead: null },
    { name: "planning", label: "Planning", category: "management", lead: 15 },
    { name: "people", label: "Developing people", category: "management", lead: 80 },
    { name: "reading", label: "Reading", category: "growth", lead: null },
  ],
  tags: ["hobby", "exercise", "peer", "stretch", "hard conversation", "on call"],
  goals: ["Storage 2.0", "Two seniors hired"],
};

/** What was committed and what differs from it, without minutes. */
export function commitmentOf(committed: Occurrence[], now: Occurrence[]): CommitmentFigure {
  const outlines = committed.map((was): Outline => {
    const is = now.find((o) => o.key === was.key);
    const changed = !is
      ? ("removed" as const)
      : is.start !== was.start
        ? ("moved" as const)
        : is.end !== was.end
          ? ("resized" as const)
          : null;
    return {
      key: was.key,
      title: was.title,
      category: was.category,
      start: was.start,
      end: was.end,
      changed,
      why: null,
      note: "",
      protected: was.facets.protected,
      imported: was.block === null,
      was_words: `committed ${was.start.slice(11, 16)}`,
      words: changed ? `${changed}` : "",
    };
  });
  const changes = outlines.filter((one) => one.changed).length;
  const count = changes === 1 ? "1 change" : `${changes} changes`;
  return {
    at_words: "Mon 09:12",
    words: changes ? `Committed Mon 09:12 · ${count}` : "Committed Mon 09:12",
    changes,
    mine: 0,
    external: 0,
    contingency: 0,
    open: changes,
    reasons_words: changes ? `${changes} open` : "",
    stability: 1,
    own_stability: 1,
    stability_words: "100 % of the committed time stands",
    outlines,
    earlier: [],
  };
}
