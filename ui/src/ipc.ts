// The only place that talks to the shell: one function a command, one listener an event.
// Errors arrive as a Fault; everything here returns what Rust returned, untouched.

import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Attention } from "./messages/Attention";
import type { AwayQuestion } from "./messages/AwayQuestion";
import type { Backlog } from "./messages/Backlog";
import type { BackupLine } from "./messages/BackupLine";
import type { Boundaries } from "./messages/Boundaries";
import type { CheckReport } from "./messages/CheckReport";
import type { DayReview } from "./messages/DayReview";
import type { Declines } from "./messages/Declines";
import type { Desktop } from "./messages/Desktop";
import type { Details } from "./messages/Details";
import type { ExportChoice } from "./messages/ExportChoice";
import type { Exported } from "./messages/Exported";
import type { Fault } from "./messages/Fault";
import type { FeedLine } from "./messages/FeedLine";
import type { Found } from "./messages/Found";
import type { ImportPreview } from "./messages/ImportPreview";
import type { Month } from "./messages/Month";
import type { Op } from "./messages/Op";
import type { Opening } from "./messages/Opening";
import type { Outcome } from "./messages/Outcome";
import type { Preview } from "./messages/Preview";
import type { QuickReading } from "./messages/QuickReading";
import type { Range } from "./messages/Range";
import type { Reminded } from "./messages/Reminded";
import type { Repeat } from "./messages/Repeat";
import type { RepeatFacts } from "./messages/RepeatFacts";
import type { Reply } from "./messages/Reply";
import type { RuleDraft } from "./messages/RuleDraft";
import type { SeasonAdvice } from "./messages/SeasonAdvice";
import type { SeasonAnswers } from "./messages/SeasonAnswers";
import type { Seasons } from "./messages/Seasons";
import type { SuggestReply } from "./messages/SuggestReply";
import type { SuggestRequest } from "./messages/SuggestRequest";
import type { TargetDraft } from "./messages/TargetDraft";
import type { TemplateLine } from "./messages/TemplateLine";
import type { Vocabulary } from "./messages/Vocabulary";
import type { Week } from "./messages/Week";
import type { WeekActual } from "./messages/WeekActual";
import type { Words } from "./messages/Words";

export const opening = () => invoke<Opening>("opening");
export const painted = () => invoke<void>("painted");
export const week = (range: Range) => invoke<Week>("week", { range });
/** A logical day, planned and done; none: the one that goes on now. */
export const day = (day: string | null) => invoke<DayReview>("day", { day });
/** The weeks that touch the month of a day. */
export const month = (day: string) => invoke<Month>("month", { day });
/** How the week that holds a day went, beside what was planned. */
export const howItWent = (day: string) => invoke<WeekActual>("how_it_went", { day });
/** What fits words that were typed. */
export const search = (typed: string) => invoke<Found>("search", { typed });
/** Activities, tags and goals to choose from. */
export const vocabulary = () => invoke<Vocabulary>("vocabulary");
/** Opens the desktop's own dialog for printing. */
export const print = () => invoke<void>("print");
export const apply = (op: Op, seen: Range) => invoke<Reply>("apply", { op, seen });
export const preview = (op: Op, seen: Range) => invoke<Preview>("preview", { op, seen });
export const undo = (seen: Range) => invoke<Reply>("undo", { seen });
export const redo = (seen: Range) => invoke<Reply>("redo", { seen });
/** What a line of words would become, before it is kept. */
export const readWords = (words: Words) => invoke<QuickReading>("read_words", { words });
export const backlog = () => invoke<Backlog>("backlog");
/** What could be done with a week; nothing is changed. */
export const suggest = (request: SuggestRequest) => invoke<SuggestReply>("suggest", { request });
export const details = (key: string) => invoke<Details>("details", { key });
/** What a way to repeat comes to, in words and dates. */
export const repeatFacts = (key: string, repeat: Repeat) =>
  invoke<RepeatFacts>("repeat_facts", { key, repeat });
export const target = (day: string) => invoke<TargetDraft>("target", { day });
export const rules = () => invoke<RuleDraft[]>("rules");
export const seasons = (range: Range) => invoke<Seasons>("seasons", { range });
export const seasonAdvice = (asked: SeasonAnswers) =>
  invoke<SeasonAdvice>("season_advice", { asked });
export const attention = () => invoke<Attention>("attention");
/** What is asked about an absence; null when nothing is. */
export const away = () => invoke<AwayQuestion | null>("away");
export const desktop = () => invoke<Desktop>("desktop");
/** Whether the program starts with the desktop, from now on. */
export const startWithDesktop = (on: boolean) => invoke<Desktop>("start_with_desktop", { on });
export const boundaries = () => invoke<Boundaries>("boundaries");
export const declines = () => invoke<Declines>("declines");
export const calendars = () => invoke<FeedLine[]>("calendars");
/** All templates: one's own first, then those that come along. */
export const templates = () => invoke<TemplateLine[]>("templates");
/** Asks the server of a subscribed calendar now; refused where no calendar came. */
export const refresh = (feed: number, seen: Range) => invoke<Reply>("refresh", { feed, seen });

/** Asks for a file with the desktop's own dialog; null when none was chosen. */
export const chooseCalendar = () => invoke<ImportPreview | null>("choose_calendar");
/** Reads a file that was dropped on the window or that the program was opened with. */
export const readCalendar = (path: string) => invoke<ImportPreview>("read_calendar", { path });
/** Asks where to, then writes; null when no place was chosen. */
export const exportCalendar = (choice: ExportChoice) =>
  invoke<Exported | null>("export_calendar", { choice });
/** Asks the person, then opens the address of an occurrence outside the program. */
export const openLink = (key: string) => invoke<void>("open_link", { key });

export const backups = () => invoke<BackupLine[]>("backups");
export const backUp = () => invoke<BackupLine>("back_up");
export const restore = (name: string) => invoke<Opening>("restore", { name });
export const check = () => invoke<CheckReport>("check");
/** Puts damaged data aside, keeping it, and begins with an empty plan. */
export const startAnew = () => invoke<Opening>("start_anew");
/** Opens an older copy of the data, put back by hand, as it is. */
export const acceptOlder = () => invoke<Opening>("accept_older");
export const openDemo = () => invoke<Opening>("open_demo");
export const leaveDemo = () => invoke<Opening>("leave_demo");

/** Another window or the command line wrote something. */
export const onOutcome = (then: (outcome: Outcome) => void) =>
  listen<Outcome>("outcome", (event) => then(event.payload));
/** A calendar file was dropped on the window or opened with the program. */
export const onOffered = (then: (path: string) => void) =>
  listen<string>("offered", (event) => then(event.payload));
/** Whether a file hovers over the window. */
export const onHover = (then: (over: boolean) => void) =>
  listen<boolean>("hover", (event) => then(event.payload));
/** Something went wrong outside any request, such as a failed check at start. */
export const onFault = (then: (fault: Fault) => void) =>
  listen<Fault>("fault", (event) => then(event.payload));
/** The data turned out to be damaged after the start. */
export const onRecovery = (then: (opening: Opening) => void) =>
  listen<Opening>("recovery", (event) => then(event.payload));
/** A subscribed calendar was read by itself: what changed in a sentence, empty where nothing did. */
export const onCalendars = (then: (said: string) => void) =>
  listen<string>("calendars", (event) => then(event.payload));
/** There is something to ask about an absence. */
export const onAway = (then: () => void) => listen("away", () => then());
/** Reminders whose time has come; each is told once. */
export const onReminded = (then: (reminded: Reminded) => void) =>
  listen<Reminded>("reminded", (event) => then(event.payload));
