// A drag and its keyboard twin as one value, and the pure step from one to the next. Knows neither
// pixels nor the shell: what becomes of the blocks in the way is decided in Rust.

import type { Handle } from "../messages/Handle";
import type { Carry } from "../messages/Carry";
import type { Category } from "../messages/Category";
import type { EntryId } from "../messages/EntryId";
import type { Grip } from "../messages/Grip";
import type { Op } from "../messages/Op";
import type { Others } from "../messages/Others";
import type { Hours } from "./layout";
import type { Brought, Over } from "./lend.svelte";
import { DAY, dayOf, minuteIn, wallOf, type Moment, type Span } from "./moment";

/** What is in hand: the block gripped first, then those that go along. */
export interface Held {
  keys: string[];
  blocks: Handle[];
  /** An entry of what happened instead of blocks. */
  entry?: EntryId;
  /** Where the first one stood. */
  span: Span;
}

/** The days a gesture can reach and the lines it snaps to. */
export interface Ground {
  days: number[];
  hours: Hours;
  snap: number;
}

/** A gesture that has begun and is neither kept nor dropped. */
export interface OpenGesture {
  by: "pointer" | "keys";
  /** None: a new block is being drawn on the ground, or a task is brought from the backlog. */
  held: Held | null;
  brought: Brought | null;
  /** Where the pointer is; only a whole block can go to the backlog. */
  over: Over;
  /** Time that was spent, in the lane of what happened, rather than time that is planned. */
  actual?: boolean;
  grip: Grip;
  others: Others;
  carry: Carry;
  /** Where the first block is now, snapped. */
  span: Span;
  /** From the gripped edge to the point where it was taken; on the ground the point itself. */
  pin: number;
  /** Where the pointer was last. */
  at: Moment;
  /** Whether the pointer went far enough to mean a drag. */
  lifted: boolean;
}

export interface Modifiers {
  /** Alt: steps of five minutes. */
  fine: boolean;
  /** Ctrl: a copy goes, the block stays. */
  copy: boolean;
}

export type Input =
  | ({ on: "take"; held: Held; grip: Grip; at: Moment } & Modifiers)
  | { on: "draw"; at: Moment; fine: boolean; actual?: boolean }
  | { on: "bring"; brought: Brought; at: Moment; over: Over; fine: boolean }
  | { on: "hold"; brought: Brought; span: Span }
  | ({ on: "move"; at: Moment; far: boolean; over?: Over } & Modifiers)
  | ({ on: "modify" } & Modifiers)
  | { on: "release" }
  | { on: "lose" }
  | {
      on: "step";
      held: Held | null;
      span: Span;
      grip: Grip;
      by: Step;
      fine: boolean;
      actual?: boolean;
    }
  | { on: "cycle" }
  | { on: "keep" }
  | { on: "drop" };

/** One press of an arrow: a snap step, or a day, which only a whole block can go. */
export type Step = { unit: "snap" | "day"; way: -1 | 1 };

/** What the reducer's owner has to do now, and with which gesture. */
export interface Next {
  open: OpenGesture | null;
  then: "nothing" | "ask" | "keep" | "drop" | "click" | "edge";
  /** The gesture that was kept, dropped or was but a click. */
  closed: OpenGesture | null;
}

/** Minutes of a fine step of the hand; how short a block may be, Rust decides. */
const FINE = 5;
const OTHERS: Others[] = ["stay", "push", "shrink"];

export function reduce(open: OpenGesture | null, input: Input, ground: Ground): Next {
  switch (input.on) {
    case "take":
    case "draw":
      if (open?.by === "pointer") return stay(open);
      return begin(open, input.on === "take" ? take(input) : draw(input, ground));
    case "bring":
      return open?.by === "pointer" ? stay(open) : begin(open, bring(input));
    case "hold":
      if (open?.by === "pointer") return stay(open);
      return { ...begin(open, hold(input)), then: open ? "keep" : "ask" };
    case "move":
    case "modify":
      return open?.by === "pointer" ? follow(open, input, ground) : stay(open);
    case "release":
      if (open?.by !== "pointer") return stay(open);
      if (open.lifted && open.brought && open.over !== "grid") return close(open, "drop");
      return { open: null, then: open.lifted ? "keep" : "click", closed: open };
    case "lose":
      return open?.by === "pointer" ? close(open, "drop") : stay(open);
    case "step":
      return open?.by === "pointer" ? stay(open) : step(open, input, ground);
    case "cycle": {
      if (!(open?.held || open?.brought) || !open.lifted || open.actual) return stay(open);
      const others = OTHERS[(OTHERS.indexOf(open.others) + 1) % OTHERS.length]!;
      return { open: { ...open, others }, then: "ask", closed: null };
    }
    case "keep":
      return open?.by === "keys" ? close(open, "keep") : stay(open);
    case "drop":
      return close(open, "drop");
  }
}

/** Whether keeping it would change nothing. */
export const isIdle = (open: OpenGesture): boolean =>
  open.held !== null &&
  open.over !== "backlog" &&
  open.carry === "move" &&
  open.span.start === open.held.span.start &&
  open.span.end === open.held.span.end;

/** The write that a gesture stands for. */
export function opOf(open: OpenGesture, category: Category): Op {
  const { held, brought, grip, others, carry, span } = open;
  if (brought) {
    const minutes = span.end - span.start;
    return { op: "plan_task", task: brought.task, start: wallOf(span.start), minutes, others };
  }
  if (held?.entry !== undefined) {
    const [start, end] = [wallOf(span.start), wallOf(span.end)];
    const patch = grip === "start" ? { start } : grip === "end" ? { end } : { start, end };
    return { op: "edit_entry", entry: held.entry, patch };
  }
  if (!held) return open.actual ? recordOp(span, category) : createOp(span, category);
  if (open.over === "backlog") return { op: "to_backlog", blocks: held.blocks };
  const to = wallOf(grip === "end" ? span.end : span.start);
  return { op: "gesture", blocks: held.blocks, grip, others, carry, to };
}

export const createOp = (span: Span, category: Category): Op => ({
  op: "create",
  title: "",
  category,
  start: wallOf(span.start),
  end: wallOf(span.end),
  zone: null,
  notes: "",
  location: "",
});

/** Time that was spent, on something not known yet. */
export const recordOp = (span: Span, category: Category): Extract<Op, { op: "add_entry" }> => ({
  op: "add_entry",
  title: "",
  category,
  start: wallOf(span.start),
  end: wallOf(span.end),
});

const stay = (open: OpenGesture | null): Next => ({ open, then: "nothing", closed: null });
const close = (open: OpenGesture | null, then: "keep" | "drop"): Next =>
  open ? { open: null, then, closed: open } : stay(open);

/** Starting something else keeps what was open by key. */
const begin = (before: OpenGesture | null, open: OpenGesture): Next => ({
  open,
  then: before ? "keep" : "nothing",
  closed: before,
});

function take(input: Extract<Input, { on: "take" }>): OpenGesture {
  const { held, grip, at } = input;
  return {
    by: "pointer",
    held,
    brought: null,
    over: "grid",
    actual: held.entry !== undefined,
    grip,
    others: "stay",
    carry: "move",
    span: held.span,
    pin: at - (grip === "end" ? held.span.end : held.span.start),
    at,
    lifted: false,
  };
}

function draw(input: Extract<Input, { on: "draw" }>, ground: Ground): OpenGesture {
  const size = input.fine ? FINE : ground.snap;
  const last = (dayOf(input.at) + 1) * DAY - size;
  const start = Math.min(Math.floor(input.at / size) * size, last);
  return {
    by: "pointer",
    held: null,
    brought: null,
    over: "grid",
    actual: input.actual ?? false,
    grip: "end",
    others: "stay",
    carry: "move",
    span: { start, end: start + size },
    pin: start,
    at: input.at,
    lifted: false,
  };
}

/** A task taken by the pointer: its block hangs a little below the point, where it can be seen. */
function bring({ brought, at, over }: Extract<Input, { on: "bring" }>): OpenGesture {
  return {
    by: "pointer",
    held: null,
    brought,
    over,
    grip: "whole",
    others: "stay",
    carry: "move",
    span: { start: at, end: at + brought.minutes },
    pin: 0,
    at,
    lifted: false,
  };
}

/** A stretch by keys that holds nothing yet: what is made where the cursor stands. */
export const stretch = (span: Span, actual = false): OpenGesture => ({
  by: "keys",
  held: null,
  brought: null,
  over: "grid",
  actual,
  grip: "end",
  others: "stay",
  carry: "move",
  span,
  pin: 0,
  at: span.start,
  lifted: true,
});

/** A task taken by key, at a place of the grid. */
const hold = ({ brought, span }: Extract<Input, { on: "hold" }>): OpenGesture => ({
  ...stretch(span),
  brought,
  grip: "whole",
});

/** The pointer went somewhere, or Alt or Ctrl changed under it. */
function follow(
  open: OpenGesture,
  input: Extract<Input, { on: "move" | "modify" }>,
  ground: Ground,
): Next {
  const at = input.on === "move" ? input.at : open.at;
  const lifted = open.lifted || (input.on === "move" && input.far);
  if (!lifted) return stay({ ...open, at });
  const copies = open.held !== null && !open.actual && open.grip === "whole" && input.copy;
  const carry: Carry = copies ? "copy" : "move";
  const size = input.fine ? FINE : ground.snap;
  const span = open.brought
    ? placed(open.brought, at, size, ground)
    : open.held
      ? gripped(open, open.held, at, size, ground)
      : drawn(open.pin, at, size);
  const over = (input.on === "move" && overOf(open, input.over)) || open.over;
  const changed =
    !open.lifted ||
    over !== open.over ||
    carry !== open.carry ||
    span.start !== open.span.start ||
    span.end !== open.span.end;
  return {
    open: { ...open, at, lifted, carry, over, span },
    then: changed ? "ask" : "nothing",
    closed: null,
  };
}

/** Where a gesture counts as being: a block leaves the grid for nowhere but the backlog. */
function overOf(open: OpenGesture, over: Over | undefined): Over | undefined {
  if (open.brought || over === undefined) return over;
  const carried = open.held !== null && !open.actual && open.grip === "whole";
  return over === "backlog" && carried ? "backlog" : "grid";
}

/** The block of a task under the pointer, within its day. */
function placed({ minutes }: Brought, at: Moment, size: number, { hours }: Ground): Span {
  const day = dayOf(at) * DAY;
  const start = clamp(snapTo(at, size), day + hours.from, day + hours.until - size);
  return { start, end: start + minutes };
}

/** From the anchor to the pointer, at least one step, within the anchor's day. */
function drawn(anchor: Moment, at: Moment, size: number): Span {
  const day = dayOf(anchor) * DAY;
  const minute = Math.min(Math.max(minuteIn(at), 0), DAY);
  const to = snapTo(day + minute, size);
  if (anchor < to) return { start: anchor, end: to };
  return { start: Math.min(to, anchor), end: anchor + size };
}

function gripped(open: OpenGesture, held: Held, at: Moment, size: number, ground: Ground): Span {
  const { start, end } = held.span;
  const to = at - open.pin;
  if (open.grip === "whole") {
    const moved = snapTo(to, size);
    const first = startBounds(held, open.pin, at, size, ground);
    const placed = clamp(moved, first.from, first.until);
    return { start: placed, end: placed + end - start };
  }
  const least = Math.max(FINE, Math.min(size, end - start));
  const most = Math.max(DAY, end - start);
  // An edge follows the pointer into the next day only where the block stays within a day's
  // length; a hand that merely drifts sideways changes the hour and not the day.
  const minute = to - dayOf(at) * DAY;
  if (open.grip === "end") {
    let edge = clamp(dayOf(at), dayOf(start), dayOf(start + most)) * DAY + minute;
    while (edge - start > most) edge -= DAY;
    return { start, end: clamp(snapTo(edge, size), start + least, start + most) };
  }
  let edge = clamp(dayOf(at), dayOf(end - most), dayOf(end - 1)) * DAY + minute;
  while (end - edge > most) edge += DAY;
  return { start: clamp(snapTo(edge, size), end - most, end - least), end };
}

/** Where the start of a block moved whole may lie: in the pointer's day when it is held by its first part. */
function startBounds(
  held: Held,
  pin: number,
  at: Moment,
  size: number,
  ground: Ground,
): { from: Moment; until: Moment } {
  const taken = held.span.start + pin;
  if (dayOf(taken) !== dayOf(held.span.start)) {
    const [first, last] = [ground.days[0]!, ground.days.at(-1)!];
    return { from: (first - 1) * DAY, until: (last + 1) * DAY - size };
  }
  const day = dayOf(at) * DAY;
  const from = Math.min(ground.hours.from, held.span.start - dayOf(held.span.start) * DAY);
  return { from: day + from, until: day + ground.hours.until - size };
}

/** One press of an arrow key, on what is open or on what it begins with. */
function step(
  before: OpenGesture | null,
  input: Extract<Input, { on: "step" }>,
  ground: Ground,
): Next {
  const same =
    before !== null &&
    before.held?.blocks[0] === input.held?.blocks[0] &&
    before.held?.entry === input.held?.entry &&
    (before.actual ?? false) === (input.actual ?? false) &&
    (before.held === null || before.grip === input.grip);
  const held = same ? before.held : input.held && { ...input.held, span: input.span };
  const open: OpenGesture = same
    ? { ...before, grip: input.grip }
    : {
        ...stretch(input.span, input.actual ?? false),
        held,
        grip: input.grip,
        others: before?.held && held ? before.others : "stay",
      };
  const span = stepped(open, input.by, input.fine ? FINE : ground.snap, ground);
  if (!span) return { open: before, then: "edge", closed: null };
  const closed = same ? null : before;
  return { open: { ...open, span }, then: closed ? "keep" : "ask", closed };
}

/** The span one step on, or null where there is no further to go. */
function stepped(open: OpenGesture, by: Step, size: number, ground: Ground): Span | null {
  const { start, end } = open.span;
  const length = end - start;
  if (open.grip === "whole") {
    const to = by.unit === "day" ? besideDay(start, by.way, ground) : nextLine(start, by.way, size);
    if (to === null || !ground.days.includes(dayOf(to))) return null;
    return { start: to, end: to + length };
  }
  const least = Math.max(FINE, Math.min(size, length));
  const most = Math.max(DAY, length);
  if (open.grip === "end") {
    const to = clamp(nextLine(end, by.way, size), start + least, start + most);
    return to === end ? null : { start, end: to };
  }
  const to = clamp(nextLine(start, by.way, size), end - most, end - least);
  return to === start ? null : { start: to, end };
}

function besideDay(start: Moment, way: -1 | 1, { days }: Ground): Moment | null {
  const day = dayOf(start);
  const to = way > 0 ? days.find((d) => day < d) : days.findLast((d) => d < day);
  return to === undefined ? null : start + (to - day) * DAY;
}

/** The next snap line in a direction: off the lines, the first press goes onto one. */
const nextLine = (at: Moment, way: -1 | 1, size: number): Moment =>
  way > 0 ? (Math.floor(at / size) + 1) * size : (Math.ceil(at / size) - 1) * size;

const snapTo = (at: Moment, size: number): Moment => Math.round(at / size) * size;
const clamp = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), most);
