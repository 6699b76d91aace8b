// How the week went is fresh every minute in which somebody looks, and asked for in no other.

import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { week } from "../grid/fixtures";
import * as ipc from "../ipc";
import type { WeekActual } from "../messages/WeekActual";
import { store } from "../store.svelte";
import { Went } from "./went.svelte";

vi.mock("../ipc");

const asked = () => vi.mocked(ipc.howItWent).mock.calls.length;
let hidden = false;
let stop = () => {};

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime("2026-11-19T08:17:30Z");
  vi.spyOn(document, "hidden", "get").mockImplementation(() => hidden);
  store.week = week([]);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.clearAllMocks();
  hidden = false;
  store.week = null;
});

const turn = async (away: boolean) => {
  hidden = away;
  document.dispatchEvent(new Event("visibilitychange"));
  await settle();
};

/** Lets answers arrive and effects run. */
async function settle(ms = 0) {
  flushSync();
  await vi.advanceTimersByTimeAsync(ms);
  flushSync();
}

async function looked(state: WeekActual["state"]) {
  vi.mocked(ipc.howItWent).mockResolvedValue({ state } as WeekActual);
  stop = $effect.root(() => void new Went());
  await settle();
  expect(asked()).toBe(1);
}

test("it is read every minute while the week goes on", async () => {
  await looked("goes_on");
  await settle(60_000);
  expect(asked()).toBe(2);
  await settle(60_000);
  expect(asked()).toBe(3);
});

test("nothing wakes while the window is hidden, and it is fresh on return", async () => {
  await looked("goes_on");
  await turn(true);
  expect(vi.getTimerCount()).toBe(0);
  await settle(3_600_000);
  expect(asked()).toBe(1);
  await turn(false);
  expect(asked()).toBe(2);
});

test("a week that is over is read once", async () => {
  await looked("over");
  expect(vi.getTimerCount()).toBe(0);
  await settle(3_600_000);
  expect(asked()).toBe(1);
});
