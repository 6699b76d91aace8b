// A planner of a few lines that answers like the real one, so that the grid can be looked at alone.

import { mockIPC } from "@tauri-apps/api/mocks";
import type { Category } from "../src/messages/Category";
import type { Gesture } from "../src/messages/Gesture";
import type { Occurrence } from "../src/messages/Occurrence";
import type { Op } from "../src/messages/Op";
import type { Range } from "../src/messages/Range";
import type { Settings } from "../src/messages/Settings";
import { plusDays, wallAt, wallMinutes } from "../src/time";

const work = { start: 9 * 60, end: 17 * 60 + 30 };
let settings: Settings = {
  home_zone: "Europe/Berlin",
  work_hours: [work, work, work, work, work, null, null],
  week_starts_on: 0,
  day_starts_at: 240,
  snap_minutes: 15,
  growth_minimum: 120,
  switches_hint: 6,
  theme: "system",
  letter_keys: true,
  show_weekend: true,
  show_all_hours: false,
  hour_height: 43,
  role: null,
  first_run_done: true,
};

const CATEGORIES: Record<string, Category> = {
  t: "technical",
  m: "management",
  g: "growth",
  p: "personal",
};
let ids = 0;
let rev = 1;
let all: Occurrence[] = [];

function row(
  day: number,
  times: string,
  what: string,
  title: string,
  more: Partial<Occurrence> = {},
) {
  const [from, to] = times.split("-").map((t) => `2026-11-${16 + day}T${t.padStart(5, "0")}:00`);
  const live = !what.includes("f");
  const id = ++ids;
  all.push({
    key: live ? `b${id}` : `e${id}@${from}`,
    layer: live ? "live" : "feed",
    block: live ? id : null,
    event: live ? null : id,
    feed: live ? null : 1,
    uid: `uid-${id}`,
    title,
    category: CATEGORIES[what[0]!]!,
    guessed: what.includes("?"),
    start: from!,
    end: to!,
    minutes: wallMinutes(from!, to!),
    all_day: false,
    status: "confirmed",
    free: false,
    counts: true,
    locked: false,
    zone: null,
    location: "",
    has_link: false,
    ...more,
  });
}

function week() {
  for (let day = 0; day < 5; day++) row(day, "09:30-09:45", "mf", "Stand-up");
  row(0, "10:00-12:00", "t", "Storage engine", { location: "focus" });
  row(0, "13:00-14:30", "mf", "Sprint planning");
  row(0, "14:45-15:15", "mf", "1:1 – Report A");
  row(0, "16:00-17:00", "mf?", "Staff meeting", { location: "Room Ada" });
  row(1, "8:00-9:30", "p", "Run");
  row(1, "10:00-12:30", "t", "Storage engine", { location: "focus room" });
  row(1, "13:30-14:30", "mf", "Interview: backend candidate");
  row(1, "14:30-15:30", "mf", "Hiring debrief");
  row(1, "15:45-17:15", "g", "Course: distributed protocols");
  row(2, "8:30-9:30", "t", "Code review");
  row(2, "10:00-11:00", "t", "Storage engine", { locked: true });
  row(2, "11:00-12:00", "mf", "Architecture review", { status: "tentative" });
  row(2, "13:00-14:00", "m", "Roadmap Q1");
  row(2, "14:00-14:30", "mf", "1:1 – Report B");
  row(2, "15:00-17:00", "t", "Ingest design");
  row(3, "10:00-12:00", "t", "Ingest design");
  row(3, "10:00-11:00", "mf", "Incident review");
  row(3, "11:15-11:45", "mf", "1:1 – Report C");
  row(3, "14:00-15:00", "mf", "Vendor call", { status: "cancelled", counts: false });
  row(3, "16:30-17:30", "m", "Budget draft");
  row(4, "10:00-12:30", "t", "Storage engine");
  row(4, "13:00-13:30", "mf", "1:1 – Report E");
  row(4, "13:30-14:30", "g", "Mentor call", { location: "Video" });
  row(4, "16:00-16:30", "g", "");
  row(4, "19:00-20:00", "p", "Choir");
  row(5, "9:00-10:30", "p", "Long walk");
  const days = { all_day: true, counts: false };
  row(2, "00:00-00:00", "mf", "Team offsite", { ...days, end: "2026-11-20T00:00:00" });
  row(0, "00:00-00:00", "pf", "Bank holiday abroad", {
    ...days,
    free: true,
    end: "2026-11-17T00:00:00",
  });
  row(4, "15:00-16:00", "mf", "Office hours", { free: true, counts: false });
}

const figures = {
  week: "2026-11-16",
  categories: [],
  personal_minutes: 0,
  personal_words: "0 h",
  work_minutes: 0,
  work_words: "",
  target_minutes: 0,
  distance: null,
  minutes_to_move: null,
  mix_words: "",
  longest_focus: 0,
  hints: [],
};

function moved(gesture: Gesture): Occurrence[] {
  const first = all.find((o) => o.block === gesture.blocks[0])!;
  const edge = gesture.grip === "end" ? first.end : first.start;
  const by = wallMinutes(edge, gesture.to);
  const shift = (wall: string) =>
    wallAt("1970-01-01", wallMinutes("1970-01-01T00:00:00", wall) + by);
  const mine = all.filter((o) => o.block !== null && gesture.blocks.includes(o.block));
  const put = mine.map((o) => ({
    ...o,
    start: gesture.grip === "end" ? o.start : shift(o.start),
    end: gesture.grip === "start" ? o.end : shift(o.end),
  }));
  if (gesture.carry === "copy") {
    return put.map((o, at) => ({ ...o, key: `new${at + 1}`, block: null, uid: `copy-${at}` }));
  }
  if (gesture.others === "push") {
    for (const o of all) {
      const hit = put[0]!;
      if (o.block === null || mine.includes(o)) continue;
      if (o.start < hit.end && hit.start < o.end) {
        const length = wallMinutes(o.start, o.end);
        const end = wallAt("1970-01-01", wallMinutes("1970-01-01T00:00:00", hit.end) + length);
        put.push({ ...o, start: hit.end, end });
      }
    }
  }
  return put;
}

function carriedOut(op: Op): {
  put: Occurrence[];
  removed: string[];
  said: string;
  reload?: boolean;
} {
  switch (op.op) {
    case "gesture":
      return { put: moved(op), removed: [], said: op.carry === "copy" ? "Copied." : "Moved." };
    case "create": {
      const { title, category, start, end } = op;
      const before = all.length;
      row(0, "00:00-01:00", "t", title);
      const made = { ...all.pop()!, category, start, end, minutes: wallMinutes(start, end) };
      console.assert(before === all.length);
      return { put: [made], removed: [], said: "Made." };
    }
    case "edit":
      return {
        put: all
          .filter((o) => o.block === op.block)
          .map((o) => ({ ...o, ...(op.patch as object) })),
        removed: [],
        said: "Changed.",
      };
    case "set_category":
      return {
        put: all
          .filter((o) => o.block !== null && op.blocks.includes(o.block))
          .map((o) => ({ ...o, category: op.category })),
        removed: [],
        said: `Now ${op.category}.`,
      };
    case "delete":
      return {
        put: [],
        removed: all
          .filter((o) => o.block !== null && op.blocks.includes(o.block))
          .map((o) => o.key),
        said: "Deleted.",
      };
    case "set_settings":
      settings = op.settings;
      return { put: [], removed: [], said: "", reload: true };
    default:
      return { put: [], removed: [], said: "" };
  }
}

/** Answers everything the grid asks. Returns the list of writes, as they come. */
export function fake(many: number): Op[] {
  const calls: Op[] = [];
  week();
  const words = ["Design", "Review", "Call", "Reading"];
  for (let n = 0; n < many; n++) {
    const start = 7 * 60 + ((n * 37) % (12 * 60));
    const time = (minute: number) => wallAt("2026-11-16", minute).slice(11, 16);
    row(n % 7, `${time(start)}-${time(start + 30)}`, "tmgp"[n % 4]!, words[n % 4]!);
  }
  mockIPC((command, payload) => {
    const { range, op } = payload as { range: Range; op: Op };
    if (command === "week") {
      const dates: string[] = [];
      for (let day = range.from; day < range.until; day = plusDays(day, 1)) dates.push(day);
      return {
        rev,
        range,
        today: "2026-11-19",
        now: "2026-11-19T12:17:00",
        zone: "Europe/Berlin",
        days: dates.map((date) => {
          const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
          return {
            date,
            minutes: 1440,
            skipped: null,
            repeated: null,
            work: settings.work_hours[weekday],
          };
        }),
        occurrences: all.filter((o) => o.start.slice(0, 10) < range.until && o.end >= range.from),
        figures,
        undo: null,
        redo: null,
        settings,
      };
    }
    if (command === "preview") {
      const { put, removed } = carriedOut(op);
      return { put, removed, figures, refused: null, said: "" };
    }
    calls.push(op);
    const done = carriedOut(op);
    const put = done.put.map((o) =>
      o.block === null && o.layer === "live"
        ? { ...o, block: ++ids, key: `b${ids}`, uid: `uid-${ids}` }
        : o,
    );
    const gone = new Set([...done.removed, ...put.map((o) => o.key)]);
    all = all.filter((o) => !gone.has(o.key)).concat(put);
    return {
      reply: "done",
      rev: ++rev,
      reload: done.reload ?? false,
      put,
      removed: done.removed,
      figures,
      undo: "it",
      redo: null,
      said: done.said,
      focus: put[0]?.key ?? null,
    };
  });
  return calls;
}
