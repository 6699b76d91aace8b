// Settings that are kept as a whole: changes made from what is there by then, and none is lost.

import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { HeldAttention } from "../attention/attention.svelte";
import { done, week } from "../grid/fixtures";
import * as ipc from "../ipc";
import type { Attention } from "../messages/Attention";
import { store } from "../store.svelte";

vi.mock("../ipc");

const rounds = { work: 25, short: 5, long: 15, every: 4 };
const before = { rounds, before: [5, 5, 5, null] } as unknown as Attention;
const stop: (() => void)[] = [];

beforeEach(() => {
  store.week = week([]);
  let rev = 1;
  vi.mocked(ipc.apply).mockImplementation(async (op) => done(op, ++rev));
});
afterEach(() => {
  stop.splice(0).forEach((end) => end());
  vi.clearAllMocks();
  store.week = null;
});

async function held(): Promise<HeldAttention> {
  vi.mocked(ipc.attention).mockResolvedValue(before);
  let made!: HeldAttention;
  stop.push($effect.root(() => void (made = new HeldAttention())));
  flushSync();
  await vi.waitFor(() => expect(made.all).not.toBeNull());
  return made;
}

test("two quick changes of the same list are both kept", async () => {
  const one = await held();
  // What is stored is told late: neither change may wait for it, or be undone by it.
  vi.mocked(ipc.attention).mockReturnValue(new Promise(() => {}));
  await Promise.all([one.keepRounds({ work: 50 }), one.keepRounds({ short: 10 })]);
  const kept = { ...before, rounds: { ...rounds, work: 50, short: 10 } };
  expect(one.all).toEqual(kept);
  const ops = vi.mocked(ipc.apply).mock.calls.map(([op]) => op);
  expect(ops.at(-1)).toEqual({ op: "set_attention", attention: kept });
});

test("what was read before a change does not undo it", async () => {
  const one = await held();
  let tell!: (all: Attention) => void;
  vi.mocked(ipc.attention).mockReturnValue(new Promise((answer) => (tell = answer)));
  store.week = week([], { rev: 0 });
  flushSync();
  vi.mocked(ipc.attention).mockReturnValue(new Promise(() => {}));
  await one.keepRounds({ work: 50 });
  tell(before);
  await Promise.resolve();
  expect(one.all?.rounds.work).toBe(50);
});
