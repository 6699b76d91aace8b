// Focus sessions and the question about an absence, in the window.

import { screen, waitFor, within } from "@testing-library/svelte";
import axe from "axe-core";
import { afterEach, expect, test, vi } from "vitest";
import { desk } from "../../dev/ipc";
import { away } from "../away/away.svelte";
import { focus } from "../focus/focus.svelte";
import type { AwayQuestion } from "../messages/AwayQuestion";
import { store } from "../store.svelte";
import { clockOf } from "../time";
import { timer } from "../timer/timer.svelte";
import { view } from "../view.svelte";
import { openWindow, select } from "./window";

vi.mock("../ipc", () => import("../../dev/ipc"));

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function flaws() {
  const { violations } = await axe.run(document.body, {
    rules: { "color-contrast": { enabled: false } },
  });
  return violations.map((v) => `${v.id}: ${v.nodes.map((one) => one.html).join("\n")}`).join("\n");
}

async function inSession() {
  const user = await openWindow();
  const block = select("Ingest design");
  await user.keyboard("f");
  await screen.findByRole("dialog", { name: "Begin a focus session" });
  await screen.findByRole("group", { name: "Rounds of a focus session" });
  expect(await flaws()).toBe("");
  await user.click(screen.getByRole("button", { name: "Begin" }));
  const view = await screen.findByRole("main", { name: "Focus session" });
  return { user, block, view };
}

test("a session begins with two keys for what is selected, and shows itself and nothing else", async () => {
  const { block, view } = await inSession();
  const rounds = { kind: "rounds", work: 25, short: 5, long: 15, every: 4 };
  expect(desk.ops()).toEqual([{ op: "start", of: block.key, focus: rounds }]);
  expect(within(view).getByRole("heading", { name: "Round 1" })).toBeTruthy();
  expect(within(view).getByRole("timer", { name: "25 minutes left" }).textContent).toContain(
    "25:00",
  );
  expect(within(view).getByRole("img", { name: "0 of 4 rounds are over" })).toBeTruthy();
  expect(document.querySelector<HTMLElement>(".window")?.inert).toBe(true);
  expect(await flaws()).toBe("");
});

test("Escape leaves the view and not the session; the key leads back", async () => {
  const { user } = await inSession();
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("main", { name: "Focus session" })).toBeNull());
  expect(store.week?.running?.focus).toBe(true);
  await user.keyboard("f");
  expect(await screen.findByRole("main", { name: "Focus session" })).toBeTruthy();
});

test("a session that is ended elsewhere takes its view along, and a timer begun later has none", async () => {
  await inSession();
  await store.apply({ op: "stop", at: null });
  await waitFor(() => expect(screen.queryByRole("main", { name: "Focus session" })).toBeNull());
  await store.apply({ op: "start", title: "Notes" });
  await screen.findByRole("button", { name: "Timer: Notes" });
  expect(screen.queryByRole("main", { name: "Focus session" })).toBeNull();
  expect(focus.open).toBe(false);
  await store.apply({ op: "start", title: "Other", focus: { kind: "open" } });
  expect(screen.queryByRole("main", { name: "Focus session" })).toBeNull();
});

test("keys do nothing to the week behind the view; undo, the palette and the list of keys work", async () => {
  const { user } = await inSession();
  const before = desk.ops().length;
  await user.keyboard("sdyql/{Control>}n{/Control}{Control>}6{/Control}{Control>}j{/Control}");
  expect(desk.ops()).toHaveLength(before);
  expect([view.screen, view.closing, view.adding, view.palette]).toEqual([
    "week",
    null,
    false,
    null,
  ]);
  expect(screen.getByRole("main", { name: "Focus session" })).toBeTruthy();
  await user.keyboard("?");
  await screen.findByRole("dialog", { name: "All keys" });
  await user.keyboard("?");
  await user.keyboard("{Control>}k{/Control}");
  await user.type(await screen.findByRole("combobox"), "settings: backups");
  await user.keyboard("{Enter}");
  // Whoever goes somewhere sees it.
  await waitFor(() => expect(view.screen).toBe("settings"));
  expect(screen.queryByRole("main", { name: "Focus session" })).toBeNull();
  expect(store.week?.running?.focus).toBe(true);
});

test("what comes next is what is still to begin today, whatever is selected", async () => {
  await openWindow();
  const now = store.week!.now;
  const later = store.week!.occurrences.filter(
    (o) => now <= o.start && o.start.startsWith(now.slice(0, 10)) && !o.all_day,
  );
  expect(later.length).toBeGreaterThan(1);
  const over = store.week!.occurrences.find((o) => o.end < now && !o.all_day)!;
  store.select(over.key);
  await store.apply({ op: "start", title: "Notes", focus: { kind: "open" } });
  focus.open = true;
  const view = await screen.findByRole("main", { name: "Focus session" });
  within(view).getByText(`Next: ${later[0]!.title}, ${clockOf(later[0]!.start)}`);
  // The card that starts something offers what is selected first.
  expect(timer.next[0]).toBe(over);
  // Time goes on without a new reading.
  const minutes = (Date.parse(`${later[0]!.start}Z`) - Date.parse(`${now}Z`)) / 60_000 + 1;
  store.readAt = store.readAt! - minutes * 60_000;
  await within(view).findByText(`Next: ${later.find((o) => later[0]!.start < o.start)!.title}`, {
    exact: false,
  });
});

test("a word is noted and the next one typed at once; one noted elsewhere takes nothing along", async () => {
  const { user, view } = await inSession();
  const field = within(view).getByRole<HTMLInputElement>("textbox");
  await user.type(field, "call{Enter}");
  await within(view).findByText("call");
  await waitFor(() => expect(field.value).toBe(""));
  expect(document.activeElement).toBe(field);
  await user.keyboard("half a w");
  await store.apply({ op: "interrupt", word: "incident" });
  await within(view).findByText("incident");
  expect(field.isConnected && field.value).toBe("half a w");
  await user.keyboard("ord{Enter}{Tab}");
  await within(view).findByText("half a word");
  const words = desk.ops().flatMap((op) => (op as { word?: string }).word ?? []);
  expect(words).toEqual(["call", "incident", "half a word"]);
});

test("it is paused, put off, skipped and stopped from the view", async () => {
  const { user, view } = await inSession();
  const inside = within(view);
  await user.click(inside.getByRole("button", { name: "Pause" }));
  await user.click(await inside.findByRole("button", { name: "Go on" }));
  await user.click(await inside.findByRole("button", { name: "5 minutes more" }));
  await user.click(await inside.findByRole("button", { name: "To the break" }));
  expect(await inside.findByRole("heading", { name: "Break" })).toBeTruthy();
  await user.click(inside.getByRole("button", { name: "Stop" }));
  await waitFor(() => expect(screen.queryByRole("main", { name: "Focus session" })).toBeNull());
  const steps = desk.ops().slice(1);
  expect(steps).toEqual([
    { op: "session", step: "pause" },
    { op: "session", step: "resume" },
    { op: "session", step: "extend", minutes: 5 },
    { op: "session", step: "skip" },
    { op: "stop", at: null },
  ]);
});

test("nothing wakes up while the window is hidden", async () => {
  await inSession();
  const hidden = vi.spyOn(document, "hidden", "get").mockReturnValue(true);
  document.dispatchEvent(new Event("visibilitychange"));
  const waits = [vi.spyOn(window, "setTimeout"), vi.spyOn(window, "setInterval")];
  const frame = vi.spyOn(window, "requestAnimationFrame");
  // Longer than the dial would wait, by the clock of the test and not by that of the page.
  await new Promise((done) => setImmediate(done));
  expect([...waits, frame].map((one) => one.mock.calls.length)).toEqual([0, 0, 0]);
  hidden.mockReturnValue(false);
  document.dispatchEvent(new Event("visibilitychange"));
  expect(waits[0]!.mock.calls.length).toBeGreaterThan(0);
});

test("what ended by itself is said", async () => {
  await openWindow();
  const outcome = { ...(desk.planner.answer("undo", {}) as object), seen: null, rev: 1 };
  const said = { ...outcome, said: "Round 1 is over. A break of 5 min." };
  desk.listeners.get("outcome")!(said as never);
  await waitFor(() => expect(store.said).toBe("Round 1 is over. A break of 5 min."));
});

const absence: AwayQuestion = {
  from: 1,
  until: 2,
  start: "2026-11-19T10:12:00",
  end: "2026-11-19T11:40:00",
  sentence: "You were away from 10:12 to 11:40, 1 h 28, while Ingest design was recorded.",
  title: "Ingest design",
  runs: true,
  offers: [{ key: "b9", title: "Design review", category: "technical" }],
};

async function asked() {
  const user = await openWindow();
  desk.planner.happened.away = absence;
  desk.listeners.get("away")!(undefined as never);
  const panel = await screen.findByRole("region", { name: "Absence" });
  return { user, panel };
}

test("an absence is asked about once, and the answer closes the question", async () => {
  const { user, panel } = await asked();
  expect(store.said).toContain("What was it?");
  expect(await flaws()).toBe("");
  await user.click(within(panel).getByRole("button", { name: "A break" }));
  await waitFor(() => expect(away.question).toBeNull());
  const answer = { op: "away", from: 1, until: 2, was: { was: "break" } };
  expect(desk.ops()).toEqual([answer]);
});

test("an absence is asked about on every screen, and the palette leads to the question", async () => {
  const { user } = await asked();
  for (const key of ["4", "6"]) {
    await user.keyboard(`{Control>}${key}{/Control}`);
    await screen.findByRole("region", { name: "Absence" });
    document.querySelector<HTMLElement>("main")?.focus();
    await user.keyboard("{Control>}k{/Control}");
    await user.keyboard("absence was{Enter}");
    await waitFor(() => expect(document.activeElement?.textContent?.trim()).toBe("I was working"));
    expect(view.screen).toBe(key === "4" ? "seasons" : "settings");
  }
  expect(await flaws()).toBe("");
});

test("after the answer the focus is back where it was", async () => {
  const { user, panel } = await asked();
  const tab = await screen.findByRole("tab", { name: "Went" });
  tab.focus();
  within(panel).getByRole("button", { name: "A break" }).focus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(away.question).toBeNull());
  await waitFor(() => expect(document.activeElement).toBe(tab));
});

test("a reminder over the view of a session is reached by its key, and Escape puts that away alone", async () => {
  const { user, view } = await inSession();
  const line = { id: "r", kind: "end_of_work", text: "Work ends in 5 minutes", detail: "" };
  const told = { now: [{ ...line, later: "" }], missed: [], heading: "", older: "" };
  desk.listeners.get("reminded")!(told as never);
  const card = await screen.findByRole("article", { name: "Work ends in 5 minutes" });
  await user.keyboard("{Control>}m{/Control}");
  await waitFor(() => expect(document.activeElement).toBe(card));
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("article")).toBeNull();
  expect(document.activeElement).toBe(view);
});

test("the view of a session makes room for the question", async () => {
  await inSession();
  desk.planner.happened.away = absence;
  desk.listeners.get("away")!(undefined as never);
  await screen.findByRole("region", { name: "Absence" });
  expect(screen.queryByRole("main", { name: "Focus session" })).toBeNull();
  expect(document.querySelector<HTMLElement>(".window")?.inert).toBe(false);
});

test("the question of the demo goes with it", async () => {
  const user = await openWindow("demo");
  await waitFor(() => expect(desk.asked.some((one) => one.command === "away")).toBe(true));
  desk.planner.happened.away = absence;
  desk.listeners.get("away")!(undefined as never);
  await screen.findByRole("region", { name: "Absence" });
  desk.planner.happened.away = { ...absence, from: 5, until: 6 };
  desk.instead.set("away", () => null);
  await user.click(screen.getByRole("button", { name: "Start your own" }));
  await waitFor(() => expect(away.question).toBeNull());
  expect(screen.queryByRole("region", { name: "Absence" })).toBeNull();
});

test("what is asked is read again once a plan was recovered", async () => {
  const user = await openWindow("recovery");
  await waitFor(() => expect(desk.asked.some((one) => one.command === "painted")).toBe(true));
  desk.instead.set("away", () => absence);
  await user.click(await screen.findByRole("button", { name: "Open this copy" }));
  expect(await screen.findByRole("region", { name: "Absence" })).toBeTruthy();
});

test("an answer that is undone is asked for again", async () => {
  const { user, panel } = await asked();
  await user.click(within(panel).getByRole("button", { name: "A break" }));
  await waitFor(() => expect(away.question).toBeNull());
  desk.planner.happened.away = absence;
  await store.undo();
  expect(await screen.findByRole("region", { name: "Absence" })).toBeTruthy();
});

test("something else is one of what was planned, or a few words", async () => {
  const { user, panel } = await asked();
  await user.click(within(panel).getByRole("button", { name: "Something else…" }));
  expect(await flaws()).toBe("");
  await user.keyboard("{Enter}");
  expect(await screen.findByText("Say what it was, or choose one above.")).toBeTruthy();
  await user.keyboard("Call with operations{Enter}");
  const was = { was: "other", of: null, title: "Call with operations", category: "management" };
  await waitFor(() => expect(desk.ops()).toEqual([{ op: "away", from: 1, until: 2, was }]));
});

test("lengths of the rounds that make no sense are said at their field", async () => {
  const user = await openWindow();
  await user.keyboard("{Control>}6{/Control}");
  const field = await screen.findByRole("textbox", { name: "Work, minutes" });
  await user.clear(field);
  await user.type(field, "500{Enter}");
  expect(await screen.findByText("A whole number from 1 to 240.")).toBeTruthy();
  expect(desk.ops()).toEqual([]);
});
