// Reminders in the window: shown as they are told, put away, acted on, muted.

import { screen, within } from "@testing-library/svelte";
import axe from "axe-core";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { desk } from "../../dev/ipc";
import { reminders } from "../attention/reminders.svelte";
import type { Reminded } from "../messages/Reminded";
import type { ReminderLine } from "../messages/ReminderLine";
import { store } from "../store.svelte";
import { view } from "../view.svelte";
import { openWindow } from "./window";

vi.mock("../ipc", () => import("../../dev/ipc"));

beforeEach(() => reminders.clear());
afterEach(() => vi.useRealTimers());

const line = (change: Partial<ReminderLine> = {}): ReminderLine => ({
  id: "start:b1:0",
  kind: "start",
  text: "Ingest design in 5 minutes",
  detail: "10:00 to 11:00, technical",
  later: "Ingest design began at 10:00",
  seconds: 360,
  when: "Mon 10:00",
  day: store.range.from,
  key: "b1",
  block: "b1",
  category: "technical",
  ...change,
});

function tell(change: Partial<Reminded>) {
  const told: Reminded = { now: [], missed: [], heading: "", older: "", ...change };
  desk.listeners.get("reminded")?.(told as never);
}

const card = (name: string) => screen.findByRole("article", { name });

test("a reminder is shown, said, and put away by its button or by Escape", async () => {
  const user = await openWindow();
  tell({ now: [line()] });
  const first = await card("Ingest design in 5 minutes");
  expect(store.said).toBe("Ingest design in 5 minutes.");
  await user.click(within(first).getByRole("button", { name: "Put the reminder away" }));
  expect(screen.queryByRole("region", { name: "Reminders" })).toBeNull();
  tell({ now: [line({ id: "other" })] });
  within(await card("Ingest design in 5 minutes"))
    .getByRole("button", { name: "Mute" })
    .focus();
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("region", { name: "Reminders" })).toBeNull();
});

test("a key leads to the latest one, and putting it away leads back", async () => {
  const user = await openWindow();
  const tab = await screen.findByRole("tab", { name: "Went" });
  tab.focus();
  tell({ now: [line(), line({ id: "later", text: "Standup in 5 minutes" })] });
  const latest = await card("Standup in 5 minutes");
  expect(document.activeElement).toBe(tab);
  await user.keyboard("{Control>}m{/Control}");
  await vi.waitFor(() => expect(document.activeElement).toBe(latest));
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("article", { name: "Standup in 5 minutes" })).toBeNull();
  expect(document.activeElement).toBe(tab);
  await user.keyboard("{Control>}m{/Control}");
  const first = await card("Ingest design in 5 minutes");
  await vi.waitFor(() => expect(document.activeElement).toBe(first));
  await user.tab();
  await user.tab();
  await user.keyboard("{Enter}");
  expect(screen.queryByRole("region", { name: "Reminders" })).toBeNull();
  expect(document.activeElement).toBe(tab);
});

test("putting the list away leads back to where the focus was", async () => {
  const user = await openWindow();
  const tab = await screen.findByRole("tab", { name: "Went" });
  tab.focus();
  tell({ missed: [line()], heading: "While you were away" });
  const list = await card("While you were away");
  await user.keyboard("{Control>}m{/Control}");
  await vi.waitFor(() => expect(document.activeElement).toBe(list));
  await user.keyboard("{Escape}");
  expect(document.activeElement).toBe(tab);
});

test("it stands clear of an open sheet, and back in its corner after", async () => {
  const user = await openWindow();
  tell({ now: [line()] });
  await card("Ingest design in 5 minutes");
  const place = screen.getByRole("region", { name: "Reminders" });
  expect(place.classList).not.toContain("aside");
  view.decline({});
  const sheet = await screen.findByRole("dialog");
  expect(place.classList).toContain("aside");
  sheet.focus();
  await user.keyboard("{Escape}");
  expect(place.classList).not.toContain("aside");
});

test("a missed line that leads nowhere is no button", async () => {
  await openWindow();
  const rest = line({ id: "b", kind: "break", text: "A break?", key: null, block: null });
  tell({ missed: [line({ id: "a" }), rest], heading: "While you were away" });
  const list = await card("While you were away");
  expect(within(list).getByText("A break?").closest("button")).toBeNull();
  expect(within(list).getAllByRole("button")).toHaveLength(2);
});

test("a timer can be started from it", async () => {
  const user = await openWindow();
  tell({ now: [line()] });
  const shown = await card("Ingest design in 5 minutes");
  await user.click(within(shown).getByRole("button", { name: "Start timer" }));
  expect(desk.ops()).toEqual([{ op: "start", of: "b1" }]);
});

test("it can be muted for the block, and for all of its category", async () => {
  const user = await openWindow();
  for (const name of ["Not for this block", "Not for technical blocks"]) {
    tell({ now: [line()] });
    const shown = await card("Ingest design in 5 minutes");
    await user.click(within(shown).getByRole("button", { name: "Mute" }));
    await user.click(within(shown).getByRole("button", { name }));
  }
  expect(desk.ops()).toMatchObject([
    { op: "set_facets", blocks: ["b1"], patch: { remind: "never" } },
    { op: "set_attention", attention: { before: [null, 5, 5, null] } },
  ]);
});

test("closing the day is one click away", async () => {
  const user = await openWindow();
  const day = store.range.from;
  tell({ now: [line({ kind: "close_day", text: "Close the day? 15 minutes left", key: null })] });
  const shown = await card("Close the day? 15 minutes left");
  await user.click(within(shown).getByRole("button", { name: "Close the day" }));
  expect(view.closing).toEqual({ day });
});

test("once its moment is over it says so", async () => {
  await openWindow();
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  tell({ now: [line()] });
  vi.advanceTimersByTime(359_000);
  expect(reminders.shown[0]?.text).toBe("Ingest design in 5 minutes");
  vi.advanceTimersByTime(2000);
  expect(reminders.shown[0]?.text).toBe("Ingest design began at 10:00");
});

test("what was missed is one list, and more of it joins that list", async () => {
  const user = await openWindow();
  const missed = (id: string, text: string) => line({ id, text });
  const heading = "While you were away";
  tell({ missed: [missed("a", "Standup")], heading, older: "43 more since 21 October." });
  tell({ missed: [missed("b", "Review")], heading });
  const list = await card(heading);
  const items = within(list).getAllByRole("listitem");
  expect(items.map((item) => item.textContent)).toEqual([
    "Mon 10:00 Standup T",
    "Mon 10:00 Review T",
  ]);
  within(list).getByText("43 more since 21 October.");
  await user.click(within(list).getByRole("button", { name: "Put the list away" }));
  expect(screen.queryByRole("region", { name: "Reminders" })).toBeNull();
});

test("reminders have no flaws for screen readers", async () => {
  const user = await openWindow();
  tell({ now: [line()], missed: [line({ id: "a" })], heading: "While you were away" });
  const shown = await card("Ingest design in 5 minutes");
  await user.click(within(shown).getByRole("button", { name: "Mute" }));
  const { violations } = await axe.run(document.body, {
    rules: { "color-contrast": { enabled: false } },
  });
  expect(violations.map((one) => one.id)).toEqual([]);
});

test("reminders can be set, each by itself", async () => {
  const user = await openWindow();
  store.say("");
  await user.keyboard("{Control>}6{/Control}");
  const before = await screen.findByRole("combobox", { name: "Before personal blocks" });
  await user.selectOptions(before, "15 min before");
  await user.click(screen.getByRole("switch", { name: /Say when the work hours end/ }));
  await vi.waitFor(() =>
    expect(desk.ops()).toMatchObject([
      { op: "set_attention", attention: { before: [5, 5, 5, 15], end_of_work: true } },
      { op: "set_attention", attention: { before: [5, 5, 5, 15], end_of_work: false } },
    ]),
  );
});
