// A task that is brought into the week, and a block that is carried to the backlog.

import { expect, test } from "vitest";
import { isIdle, opOf, reduce, type Ground, type Input, type Next } from "./gesture";
import { ghostsOf } from "./ghosts";
import { overAt } from "./lend.svelte";
import { DAY, dayOfDate, wallOf, type Moment } from "./moment";

const THURSDAY = dayOfDate("2026-11-19");
const ground: Ground = {
  days: [THURSDAY - 1, THURSDAY, THURSDAY + 1],
  hours: { from: 480, until: 1200 },
  snap: 15,
};
const at = (hour: number): Moment => THURSDAY * DAY + hour * 60;
const brought = { task: 7, title: "Report", category: "growth" as const, minutes: 90 };
const bring: Input = { on: "bring", brought, at: at(9), over: "backlog", fine: false };
const move = (hour: number, over: "grid" | "backlog" | "away"): Input => ({
  on: "move",
  at: at(hour),
  far: true,
  over,
  fine: false,
  copy: false,
});

function play(inputs: Input[]): Next {
  let next: Next = { open: null, then: "nothing", closed: null };
  for (const input of inputs) next = reduce(next.open, input, ground);
  return next;
}

test("a task lands where the pointer is, on a snap line, as long as is left of it", () => {
  const { open, then } = play([bring, move(10.1, "grid")]);
  expect(then).toBe("ask");
  expect(opOf(open!, "technical")).toEqual({
    op: "plan_task",
    task: 7,
    start: "2026-11-19T10:00:00",
    minutes: 90,
    others: "stay",
  });
  expect(ghostsOf(open!, "technical", new Map())[0]).toMatchObject({ title: "Report" });
});

test("let go outside the week it is dropped, inside it is kept, and a press alone is a click", () => {
  expect(play([bring, move(10, "away"), { on: "release" }]).then).toBe("drop");
  expect(play([bring, move(10, "backlog"), { on: "release" }]).then).toBe("drop");
  expect(play([bring, move(10, "grid"), { on: "release" }]).then).toBe("keep");
  expect(play([bring, { on: "release" }]).then).toBe("click");
  expect(ghostsOf(play([bring, move(10, "away")]).open!, "technical", new Map())).toEqual([]);
});

test("a task stays within the hours that are shown", () => {
  const last = play([bring, move(23, "grid")]).open!;
  expect(wallOf(last.span.start).slice(11)).toBe("19:45:00");
  expect(last.span.end - last.span.start).toBe(90);
});

test("others make way for a task as for a block", () => {
  const { open } = play([bring, move(10, "grid"), { on: "cycle" }]);
  expect(opOf(open!, "technical")).toMatchObject({ others: "push" });
});

test("a task in hand by key is moved by steps and by days, and dropped", () => {
  const span = { start: at(9), end: at(10.5) };
  const hold: Input = { on: "hold", brought, span };
  expect(play([hold]).then).toBe("ask");
  const step = (unit: "snap" | "day", way: -1 | 1): Input => ({
    on: "step",
    held: null,
    span,
    grip: "whole",
    by: { unit, way },
    fine: false,
  });
  const { open } = play([hold, step("snap", 1), step("day", 1)]);
  expect(opOf(open!, "technical")).toMatchObject({ op: "plan_task", start: "2026-11-20T09:15:00" });
  expect(play([hold, step("snap", 1), { on: "keep" }]).then).toBe("keep");
  expect(play([hold, { on: "drop" }]).then).toBe("drop");
});

const held = { keys: ["b1"], blocks: ["b1"], span: { start: at(9), end: at(10) } };
const take = (grip: "whole" | "end"): Input => ({
  on: "take",
  held,
  grip,
  at: at(9.5),
  fine: false,
  copy: false,
});

test("a whole block over the backlog goes there, wherever it stood", () => {
  const { open } = play([take("whole"), move(9.5, "backlog")]);
  expect(isIdle(open!)).toBe(false);
  expect(opOf(open!, "technical")).toEqual({ op: "to_backlog", blocks: ["b1"] });
  expect(ghostsOf(open!, "technical", new Map())).toEqual([]);
  const again = play([take("whole"), move(9.5, "backlog"), move(11, "grid")]).open!;
  expect(opOf(again, "technical")).toMatchObject({ op: "gesture" });
});

test("an edge, and a block that is anywhere else outside, stay with the grid", () => {
  const edge = play([take("end"), move(11, "backlog")]).open!;
  expect(opOf(edge, "technical")).toMatchObject({ op: "gesture", grip: "end" });
  const away = play([take("whole"), move(11, "away")]).open!;
  expect(opOf(away, "technical")).toMatchObject({ op: "gesture" });
});

test("where a point is depends on what stands there", () => {
  const box = (left: number, right: number, mark = "") => {
    const element = document.createElement("div");
    if (mark) element.setAttribute(mark, "");
    element.getBoundingClientRect = () => ({ left, right, top: 0, bottom: 100 }) as DOMRect;
    document.body.append(element);
    return element;
  };
  const grid = box(0, 100);
  box(90, 200, "data-backlog");
  expect(overAt(50, 50, grid)).toBe("grid");
  expect(overAt(95, 50, grid)).toBe("backlog");
  expect(overAt(300, 50, grid)).toBe("away");
});
