// Gestures on a week of 16 November 2026, in words: what is in hand, what is done to it, where it
// would go. "pt" is the pointer, "Thu 10:05" a place on the ground.

import { describe, expect, test } from "vitest";
import { walls } from "./fixtures";
import { isIdle, opOf, reduce, type Ground, type Input, type Next, type Step } from "./gesture";
import { DAY, dayOfDate, momentOf, spanOf, wallOf, type Moment } from "./moment";

const MONDAY = dayOfDate("2026-11-16");
const week: Ground = {
  days: Array.from({ length: 7 }, (_, at) => MONDAY + at),
  hours: { from: 480, until: 1200 },
  snap: 15,
};
const workdays: Ground = { ...week, days: week.days.slice(0, 5) };

const at = (words: string): Moment => momentOf(walls(`${words}-24:00`).start);
const block = (words: string, id = 1) => ({
  keys: [`b${id}`],
  blocks: [`b${id}`],
  span: spanOf(walls(words)),
});
const NAMES = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const name = (moment: Moment) => {
  const day = Math.floor(moment / DAY) - MONDAY;
  return `${NAMES[(day + 7) % 7]} ${wallOf(moment).slice(11, 16)}`;
};

type Grip = "whole" | "start" | "end";
const take = (words: string, grip: Grip, where: string, more = {}): Input => ({
  on: "take",
  held: block(words),
  grip,
  at: at(where),
  fine: false,
  copy: false,
  ...more,
});
const move = (where: string, more = {}): Input => ({
  on: "move",
  at: at(where),
  far: true,
  fine: false,
  copy: false,
  ...more,
});
const arrow = (words: string, grip: Grip, by: Step, fine = false): Input => ({
  on: "step",
  held: block(words),
  span: spanOf(walls(words)),
  grip,
  by,
  fine,
});
const up: Step = { unit: "snap", way: -1 };
const down: Step = { unit: "snap", way: 1 };
const left: Step = { unit: "day", way: -1 };
const right: Step = { unit: "day", way: 1 };

function play(inputs: Input[], ground = week): Next {
  let next: Next = { open: null, then: "nothing", closed: null };
  for (const input of inputs) next = reduce(next.open, input, ground);
  return next;
}

/** Where the block would be after the inputs. */
function check(inputs: Input[], expected: string, ground = week): void {
  const { open, closed } = play(inputs, ground);
  const span = (open ?? closed)!.span;
  expect(`${name(span.start)} to ${name(span.end)}`).toBe(expected);
}

describe("the pointer moves a block", () => {
  const held = (where: string) => take("Thu 10:00-12:00", "whole", where);

  test("by the place it was taken at, not by its start", () =>
    check([held("Thu 11:10"), move("Thu 12:10")], "Thu 11:00 to Thu 13:00"));
  test("to lines of fifteen minutes", () =>
    check([held("Thu 10:00"), move("Thu 10:40")], "Thu 10:45 to Thu 12:45"));
  test("to lines of five with Alt", () =>
    check([held("Thu 10:00"), move("Thu 10:41", { fine: true })], "Thu 10:40 to Thu 12:40"));
  test("to another day", () =>
    check([held("Thu 10:30"), move("Tue 14:30")], "Tue 14:00 to Tue 16:00"));
  test("not above the hours that are shown", () =>
    check([held("Thu 11:30"), move("Thu 08:00")], "Thu 08:00 to Thu 10:00"));
  test("over midnight by its lower part", () =>
    check([held("Thu 10:00"), move("Thu 23:00")], "Thu 23:00 to Fri 01:00", {
      ...week,
      hours: { from: 0, until: DAY },
    }));
  test("held by the part after midnight", () =>
    check(
      [take("Thu 23:00-02:00", "whole", "Fri 01:00"), move("Fri 00:00")],
      "Thu 22:00 to Fri 01:00",
      { ...week, hours: { from: 0, until: DAY } },
    ));
  test("and keeps its length off the lines", () =>
    check(
      [take("Thu 10:10-11:00", "whole", "Thu 10:10"), move("Thu 11:10")],
      "Thu 11:15 to Thu 12:05",
    ));

  test("only once it went far enough: a trembling hand clicks", () => {
    const next = play([held("Thu 11:00"), move("Thu 11:05", { far: false }), { on: "release" }]);
    expect(next.then).toBe("click");
  });
  test("asks once for a snap step, not for every pixel", () => {
    const begun = play([held("Thu 10:00"), move("Thu 10:20")]);
    expect(begun.then).toBe("ask");
    expect(reduce(begun.open, move("Thu 10:21"), week).then).toBe("nothing");
    expect(reduce(begun.open, move("Thu 10:25"), week).then).toBe("ask");
  });
  test("is kept once when it lets go", () => {
    const next = play([held("Thu 10:00"), move("Fri 13:00"), { on: "release" }]);
    expect(next.then).toBe("keep");
    expect(next.open).toBeNull();
    expect(opOf(next.closed!, "technical")).toEqual({
      op: "gesture",
      blocks: ["b1"],
      grip: "whole",
      others: "stay",
      carry: "move",
      to: "2026-11-20T13:00:00",
    });
  });
  test("carries a copy while Ctrl is held, and the block again without", () => {
    const ctrl = play([held("Thu 10:00"), move("Thu 13:00", { copy: true })]);
    expect(ctrl.open!.carry).toBe("copy");
    const free = reduce(ctrl.open, { on: "modify", fine: false, copy: false }, week);
    expect(free.open!.carry).toBe("move");
    expect(free.then).toBe("ask");
  });
  test("a copy dropped where it was is not idle", () => {
    const { open } = play([held("Thu 10:00"), move("Thu 10:00", { copy: true })]);
    expect(isIdle(open!)).toBe(false);
  });
  test("is idle when brought back", () => {
    const { open } = play([held("Thu 10:00"), move("Fri 10:00"), move("Thu 10:00")]);
    expect(isIdle(open!)).toBe(true);
  });
});

describe("the pointer moves an edge", () => {
  const end = take("Thu 10:00-12:00", "end", "Thu 11:57");
  const start = take("Thu 10:00-12:00", "start", "Thu 10:02");

  test("the end goes down", () => check([end, move("Thu 12:57")], "Thu 10:00 to Thu 13:00"));
  test("the end stops one step below the start", () =>
    check([end, move("Thu 08:00")], "Thu 10:00 to Thu 10:15"));
  test("with Alt it stops at five minutes", () =>
    check([end, move("Thu 08:00", { fine: true })], "Thu 10:00 to Thu 10:05"));
  test("the start goes up", () => check([start, move("Thu 09:02")], "Thu 09:00 to Thu 12:00"));
  test("the start stops one step above the end", () =>
    check([start, move("Thu 17:00")], "Thu 11:45 to Thu 12:00"));
  test("a hand that drifts to the next day changes the hour alone", () =>
    check([end, move("Fri 12:57")], "Thu 10:00 to Thu 13:00"));
  test("a hand that drifts to the day before does so too", () => {
    check([end, move("Wed 12:57")], "Thu 10:00 to Thu 13:00");
    check([start, move("Wed 09:02")], "Thu 09:00 to Thu 12:00");
  });
  test("an end after midnight is reached in the next column", () =>
    check(
      [take("Thu 22:00-23:30", "end", "Thu 23:30"), move("Fri 01:00")],
      "Thu 22:00 to Fri 01:00",
      { ...week, hours: { from: 0, until: DAY } },
    ));
  test("Ctrl makes no copy of an edge", () =>
    expect(play([end, move("Thu 13:00", { copy: true })]).open!.carry).toBe("move"));
});

describe("the pointer draws on the ground", () => {
  const draw: Input = { on: "draw", at: at("Thu 10:07"), fine: false };

  test("downwards", () => check([draw, move("Thu 11:50")], "Thu 10:00 to Thu 11:45"));
  test("upwards", () => check([draw, move("Thu 09:00")], "Thu 09:00 to Thu 10:15"));
  test("one step at least", () => check([draw, move("Thu 10:08")], "Thu 10:00 to Thu 10:15"));
  test("within the day it began in", () =>
    check([draw, move("Sat 11:30")], "Thu 10:00 to Thu 11:30"));
  test("and what it makes is a new block", () => {
    const { closed } = play([draw, move("Thu 11:00"), { on: "release" }]);
    expect(opOf(closed!, "growth")).toMatchObject({
      op: "create",
      category: "growth",
      start: "2026-11-19T10:00:00",
      end: "2026-11-19T11:00:00",
    });
  });
  test("P means nothing there", () =>
    expect(play([draw, move("Thu 11:00"), { on: "cycle" }]).open!.others).toBe("stay"));
});

describe("a pointer gesture ends without a trace", () => {
  const dragged = [take("Thu 10:00-12:00", "whole", "Thu 10:00"), move("Fri 14:00")];

  test("by Escape", () =>
    expect(play([...dragged, { on: "drop" }])).toMatchObject({ open: null, then: "drop" }));
  test("by losing the pointer", () =>
    expect(play([...dragged, { on: "lose" }])).toMatchObject({ open: null, then: "drop" }));
  test("and moves and releases after that are nothing", () => {
    expect(play([...dragged, { on: "lose" }, move("Fri 15:00"), { on: "release" }])).toEqual({
      open: null,
      then: "nothing",
      closed: null,
    });
  });
  test("arrows, Enter and a second pointer do nothing to it", () => {
    const { open } = play(dragged);
    for (const input of [
      arrow("Thu 10:00-12:00", "whole", down),
      { on: "keep" } as const,
      take("Mon 10:00-11:00", "whole", "Mon 10:00"),
      { on: "draw", at: at("Mon 10:00"), fine: false } as const,
    ]) {
      expect(reduce(open, input, week)).toEqual({ open, then: "nothing", closed: null });
    }
  });
});

describe("P goes through what becomes of the others", () => {
  test("stay, push, shrink, and stay again, asking each time", () => {
    let next = play([take("Thu 10:00-12:00", "whole", "Thu 10:00"), move("Fri 14:00")]);
    const seen = [next.open!.others];
    for (let press = 0; press < 3; press++) {
      next = reduce(next.open, { on: "cycle" }, week);
      expect(next.then).toBe("ask");
      seen.push(next.open!.others);
    }
    expect(seen).toEqual(["stay", "push", "shrink", "stay"]);
  });
});

describe("the keys move a block", () => {
  const whole = (by: Step, fine = false) => arrow("Thu 10:00-12:00", "whole", by, fine);

  test("by a step", () => check([whole(down), whole(down)], "Thu 10:30 to Thu 12:30"));
  test("by five minutes with Alt", () => check([whole(up, true)], "Thu 09:55 to Thu 11:55"));
  test("by a day", () => check([whole(left), whole(left)], "Tue 10:00 to Tue 12:00"));
  test("off the lines onto the next one", () =>
    check([arrow("Thu 10:10-11:00", "whole", down)], "Thu 10:15 to Thu 11:05"));
  test("past the hours that are shown, for those can be widened", () =>
    check([arrow("Thu 08:00-09:00", "whole", up)], "Thu 07:45 to Thu 08:45"));
  test("over days that are hidden", () =>
    check([arrow("Fri 10:00-11:00", "whole", left)], "Thu 10:00 to Thu 11:00", workdays));
  test("not out of the days that are shown, and says so", () => {
    const next = play([arrow("Fri 10:00-11:00", "whole", right)], workdays);
    expect(next).toEqual({ open: null, then: "edge", closed: null });
  });

  test("the end with Ctrl", () =>
    check([arrow("Thu 10:00-12:00", "end", up)], "Thu 10:00 to Thu 11:45"));
  test("the start with Ctrl and Shift", () =>
    check([arrow("Thu 10:00-12:00", "start", up)], "Thu 09:45 to Thu 12:00"));
  test("never one edge over the other", () => {
    const next = play([arrow("Thu 10:00-10:15", "end", up)]);
    expect(next.then).toBe("edge");
  });

  test("stay open until Enter keeps them", () => {
    const begun = play([whole(down)]);
    expect(begun.then).toBe("ask");
    expect(begun.open!.by).toBe("keys");
    const kept = reduce(begun.open, { on: "keep" }, week);
    expect(kept).toMatchObject({ open: null, then: "keep" });
  });
  test("go back with Escape", () =>
    expect(play([whole(down), { on: "drop" }])).toMatchObject({ open: null, then: "drop" }));
  test("are not lost with the pointer, which they do not use", () =>
    expect(play([whole(down), { on: "lose" }]).open).not.toBeNull());

  test("another edge keeps the first gesture and goes on from there", () => {
    const moved = play([whole(down)]);
    const held = block("Thu 10:00-12:00");
    const next = reduce(
      moved.open,
      { on: "step", held, span: moved.open!.span, grip: "end", by: down, fine: false },
      week,
    );
    expect(next.then).toBe("keep");
    expect(next.closed!.grip).toBe("whole");
    expect(next.open!.held!.span).toEqual(moved.open!.span);
    expect(name(next.open!.span.end)).toBe("Thu 12:30");
  });
  test("the pointer on something keeps them", () => {
    const next = play([whole(down), take("Mon 10:00-11:00", "whole", "Mon 10:00")]);
    expect(next.then).toBe("keep");
    expect(next.open!.by).toBe("pointer");
  });
  test("draw a new block, both edges of it", () => {
    const span = spanOf(walls("Thu 10:00-11:00"));
    const step = (grip: Grip, by: Step): Input => ({
      on: "step",
      held: null,
      span,
      grip,
      by,
      fine: false,
    });
    check([step("end", down), step("start", up), step("whole", right)], "Fri 09:45 to Fri 11:15");
  });
});

test("pointer and keys end in the same write", () => {
  const dragged = play([
    take("Thu 10:00-12:00", "whole", "Thu 10:00"),
    move("Fri 10:15"),
    { on: "release" },
  ]);
  const typed = play([
    arrow("Thu 10:00-12:00", "whole", down),
    arrow("Thu 10:00-12:00", "whole", right),
    { on: "keep" },
  ]);
  expect(opOf(typed.closed!, "technical")).toEqual(opOf(dragged.closed!, "technical"));
});

test("no sequence of moves leaves a block without five minutes, or off its days", () => {
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 16807) % 2147483647;
    return seed % below;
  };
  for (let round = 0; round < 400; round++) {
    const grip = (["whole", "start", "end"] as const)[random(3)]!;
    const inputs: Input[] = [take("Thu 10:10-10:50", grip, "Thu 10:20")];
    for (let n = 0; n < 5; n++) {
      const to = (MONDAY + random(7)) * DAY + 480 + random(720);
      inputs.push({ on: "move", at: to, far: true, fine: random(2) === 0, copy: random(2) === 0 });
    }
    const { span } = play(inputs).open!;
    expect(span.end - span.start).toBeGreaterThanOrEqual(5);
    expect(span.start).toBeGreaterThanOrEqual((MONDAY - 1) * DAY);
    expect(span.end).toBeLessThanOrEqual((MONDAY + 8) * DAY);
  }
});
