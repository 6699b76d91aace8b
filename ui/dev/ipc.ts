// Stands in for src/ipc.ts in tests: the same functions over a pretended planner. A test puts its own
// planner in place, looks at what was asked of it, and sends what the shell would send.

import type * as real from "../src/ipc";
import type { Fault } from "../src/messages/Fault";
import { Planner } from "./planner";

export const desk = {
  planner: new Planner("week", "light"),
  /** Everything asked so far. */
  asked: [] as { command: string; args: Record<string, unknown> }[],
  /** Answers given instead of the planner's. */
  instead: new Map<string, () => unknown>(),
  listeners: new Map<string, (payload: never) => void>(),

  reset(state = "week") {
    desk.planner = new Planner(state, "light");
    desk.asked = [];
    desk.instead.clear();
  },
  /** The writes asked for. */
  ops: () => desk.asked.filter((one) => one.command === "apply").map((one) => one.args["op"]),
  /** Refuses the next writes. */
  refuse(fault: Partial<Fault>) {
    const whole = { code: "refused", message: "No.", hint: "", field: null, ...fault };
    desk.instead.set("apply", () => ({ reply: "refused", ...whole }));
  },
};

const ask = (command: string, args: Record<string, unknown> = {}) => {
  desk.asked.push({ command, args });
  const instead = desk.instead.get(command);
  return Promise.resolve().then(() => (instead ? instead() : desk.planner.answer(command, args)));
};
const hear = (event: string) => (then: (payload: never) => void) => {
  desk.listeners.set(event, then);
  return Promise.resolve(() => desk.listeners.delete(event));
};

const stand: Record<keyof typeof real, unknown> = {
  opening: () => ask("opening"),
  painted: () => ask("painted"),
  week: (range: unknown) => ask("week", { range }),
  day: (day: unknown) => ask("day", { day }),
  month: (day: unknown) => ask("month", { day }),
  howItWent: (day: unknown) => ask("how_it_went", { day }),
  search: (typed: unknown) => ask("search", { typed }),
  vocabulary: () => ask("vocabulary"),
  print: () => ask("print"),
  apply: (op: unknown, seen: unknown) => ask("apply", { op, seen }),
  preview: (op: unknown, seen: unknown) => ask("preview", { op, seen }),
  undo: (seen: unknown) => ask("undo", { seen }),
  redo: (seen: unknown) => ask("redo", { seen }),
  readWords: (words: unknown) => ask("read_words", { words }),
  backlog: () => ask("backlog"),
  suggest: (request: unknown) => ask("suggest", { request }),
  details: (key: unknown) => ask("details", { key }),
  repeatFacts: (key: unknown, repeat: unknown) => ask("repeat_facts", { key, repeat }),
  target: (day: unknown) => ask("target", { day }),
  rules: () => ask("rules"),
  seasons: (range: unknown) => ask("seasons", { range }),
  seasonAdvice: (asked: unknown) => ask("season_advice", { asked }),
  attention: () => ask("attention"),
  away: () => ask("away"),
  desktop: () => ask("desktop"),
  startWithDesktop: (on: unknown) => ask("start_with_desktop", { on }),
  boundaries: () => ask("boundaries"),
  declines: () => ask("declines"),
  calendars: () => ask("calendars"),
  templates: () => ask("templates"),
  refresh: (feed: unknown, seen: unknown) => ask("refresh", { feed, seen }),
  chooseCalendar: () => ask("choose_calendar"),
  readCalendar: (path: unknown) => ask("read_calendar", { path }),
  exportCalendar: (choice: unknown) => ask("export_calendar", { choice }),
  openLink: (key: unknown) => ask("open_link", { key }),
  backups: () => ask("backups"),
  backUp: () => ask("back_up"),
  restore: (name: unknown) => ask("restore", { name }),
  check: () => ask("check"),
  startAnew: () => ask("start_anew"),
  acceptOlder: () => ask("accept_older"),
  openDemo: () => ask("open_demo"),
  leaveDemo: () => ask("leave_demo"),
  onOutcome: hear("outcome"),
  onOffered: hear("offered"),
  onHover: hear("hover"),
  onFault: hear("fault"),
  onRecovery: hear("recovery"),
  onCalendars: hear("calendars"),
  onAway: hear("away"),
  onReminded: hear("reminded"),
};
export const {
  opening,
  painted,
  week,
  day,
  month,
  howItWent,
  search,
  vocabulary,
  print,
  apply,
  preview,
  undo,
  redo,
  readWords,
  backlog,
  suggest,
  details,
  repeatFacts,
  target,
  rules,
  seasons,
  seasonAdvice,
  attention,
  away,
  desktop,
  startWithDesktop,
  boundaries,
  declines,
  calendars,
  templates,
  refresh,
  chooseCalendar,
  readCalendar,
  exportCalendar,
  openLink,
  backups,
  backUp,
  restore,
  check,
  startAnew,
  acceptOlder,
  openDemo,
  leaveDemo,
  onOutcome,
  onOffered,
  onHover,
  onFault,
  onRecovery,
  onCalendars,
  onAway,
  onReminded,
} = stand;
