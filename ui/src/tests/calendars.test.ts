// Subscribed calendars in the settings: an address that is taken or refused, how a calendar is doing,
// and the way from what changed to its week.

import { screen, waitFor, within } from "@testing-library/svelte";
import { expect, test, vi } from "vitest";
import { desk } from "../../dev/ipc";
import { timesOf } from "../calendars/changes";
import type { ChangeLine } from "../messages/ChangeLine";
import { store } from "../store.svelte";
import { view } from "../view.svelte";
import { openWindow } from "./window";

vi.mock("../ipc", () => import("../../dev/ipc"));

async function openSettings(state = "week") {
  const user = await openWindow(state);
  view.screen = "settings";
  await screen.findByRole("heading", { name: "Calendars" });
  return user;
}

test("an address is subscribed to as it was pasted, and the field is free for the next", async () => {
  const user = await openSettings();
  const field = await screen.findByRole("textbox", { name: "Address of a calendar" });
  await user.click(field);
  await user.paste("webcal://example.org/a.ics");
  await user.keyboard("{Enter}");
  await waitFor(() =>
    expect(desk.ops()).toEqual([
      { op: "subscribe", address: "webcal://example.org/a.ics", name: "", every_minutes: null },
    ]),
  );
  await waitFor(() => expect((field as HTMLInputElement).value).toBe(""));
});

test("an address that is refused stays as typed, with the reason at its field", async () => {
  const user = await openSettings();
  desk.refuse({ message: "The address cannot be read.", hint: "Copy it again.", field: "address" });
  const field = await screen.findByRole("textbox", { name: "Address of a calendar" });
  await user.click(field);
  await user.paste("nonsense");
  await user.keyboard("{Enter}");
  const form = within(field.closest("form")!);
  expect(await form.findByText("The address cannot be read. Copy it again.")).toBeTruthy();
  expect(field.getAttribute("aria-invalid")).toBe("true");
  expect((field as HTMLInputElement).value).toBe("nonsense");
  expect(desk.ops()).toHaveLength(1);
});

test("a calendar says why it is not up to date and when it is asked again", async () => {
  await openSettings();
  const problem = await screen.findByText(/could not be reached. The last copy is kept./);
  expect(problem.textContent).toContain("Asked again");
  expect(await screen.findByText("Too often to be shown whole this week: Ping.")).toBeTruthy();
});

test("what changed leads to its week", async () => {
  const user = await openSettings();
  await user.click(await screen.findByText("What changed: 6 things"));
  const moved = await screen.findByRole("button", { name: /^Moved Architecture review/ });
  await user.click(moved);
  await waitFor(() => expect(view.screen).toBe("week"));
  expect(store.range.from).toBe("2026-11-30");
});

test("a calendar is refreshed, and read by itself it is shown anew", async () => {
  const user = await openSettings();
  await user.click(await screen.findByRole("button", { name: "Refresh Team" }));
  await waitFor(() => expect(desk.asked.some((one) => one.command === "refresh")).toBe(true));
  const asked = () => desk.asked.filter((one) => one.command === "calendars").length;
  const before = asked();
  desk.listeners.get("calendars")?.("" as never);
  await waitFor(() => expect(asked()).toBeGreaterThan(before));
  expect(store.notice?.text).toBe("Team is as it was.");
});

test("how often a calendar is read is one choice", async () => {
  const user = await openSettings();
  const often = await screen.findByRole("combobox", { name: "How often Team is read" });
  await user.selectOptions(often, "every day");
  expect(desk.ops()).toEqual([{ op: "set_subscription", feed: 2, every_minutes: 1440 }]);
});

test("the first run ends with a calendar that was subscribed to", async () => {
  const user = await openWindow("first");
  await user.click(screen.getByRole("button", { name: /Your calendar/ }));
  const field = await screen.findByRole("textbox", { name: "Address of a calendar" });
  await user.click(field);
  await user.paste("https://example.org/a.ics");
  await user.click(within(field.closest("form")!).getByRole("button", { name: "Subscribe" }));
  await waitFor(() => expect(desk.ops()).toHaveLength(2));
  expect(desk.ops()).toMatchObject([{ op: "subscribe" }, { op: "welcome" }]);
});

test("times of a change name both days only where there are two", () => {
  const change: ChangeLine = {
    kind: "moved",
    title: "Review",
    start: "2026-11-20T16:00:00",
    before: "2026-11-20T14:00:00",
    all_day: false,
    times: 1,
  };
  const times = (other: Partial<ChangeLine>) => timesOf({ ...change, ...other }, "2026-11-20");
  expect(times({})).toMatch(/Fri.*20.*, .* → .*/);
  expect(times({}).match(/Fri/g)).toHaveLength(1);
  expect(times({ before: "2026-11-19T14:00:00" })).toMatch(/^Thu.* → Fri/);
  expect(times({ before: null, all_day: true, times: 3 })).toMatch(/^Fri [^,]*, and 2 more times$/);
});
