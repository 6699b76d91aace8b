// The first run, importing, and recovery.

import { screen, waitFor } from "@testing-library/svelte";
import { expect, test, vi } from "vitest";
import { desk } from "../../dev/ipc";
import { view } from "../view.svelte";
import { openWindow } from "./window";

vi.mock("../ipc", () => import("../../dev/ipc"));

test("the first run asks for role, hours and calendar, and ends in one write", async () => {
  const user = await openWindow("first");
  await user.click(await screen.findByRole("radio", { name: "Player-coach" }));
  await user.click(screen.getByRole("button", { name: "Continue" }));
  await user.click(await screen.findByRole("checkbox", { name: "Friday" }));
  await user.click(screen.getByRole("button", { name: "Continue" }));
  await user.click(await screen.findByRole("button", { name: "Begin with an empty week" }));
  await waitFor(() => expect(desk.ops()).toHaveLength(1));
  expect(desk.ops()[0]).toMatchObject({
    op: "welcome",
    settings: { role: "player-coach", first_run_done: true },
    target: { technical: 40, management: 50, growth: 10, week_minutes: 2280 },
  });
  const { settings } = desk.ops()[0] as { settings: { work_hours: unknown[] } };
  expect(settings.work_hours[4]).toBeNull();
  expect(await screen.findByRole("group", { name: "Balance" })).toBeTruthy();
});

test("every step of the first run can be skipped", async () => {
  const user = await openWindow("first");
  await user.click(await screen.findByRole("button", { name: "Skip" }));
  await user.click(screen.getByRole("button", { name: "Skip" }));
  await user.click(await screen.findByRole("button", { name: "Begin with an empty week" }));
  await waitFor(() => expect(desk.ops()[0]).toMatchObject({ settings: { role: null } }));
});

test("the demo week is open from the first run, says so, and can be left", async () => {
  const user = await openWindow("first");
  await user.click(await screen.findByRole("button", { name: /Your calendar/ }));
  await user.click(await screen.findByRole("button", { name: "Open the demo week" }));
  expect(await screen.findByText(/This is a demo week/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Start your own" }));
  expect(desk.asked.some((one) => one.command === "leave_demo")).toBe(true);
});

test("a dropped file is shown before anything of it is stored", async () => {
  const user = await openWindow();
  desk.listeners.get("offered")?.("/home/me/Downloads/work.ics" as never);
  const sheet = await screen.findByRole("dialog", { name: "Import Work" });
  expect(sheet.textContent).toContain("127 events");
  expect(sheet.textContent).toContain("Lunch talk");
  expect(sheet.textContent).toContain("Line 988");
  expect(desk.ops()).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Cancel" }));
  expect(view.offer).toBeNull();
  desk.listeners.get("offered")?.("/home/me/Downloads/work.ics" as never);
  await screen.findByRole("dialog", { name: "Import Work" });
  const buttons = screen.getAllByRole("button", { name: /^Import and remove \d/ });
  await user.click(buttons.at(-1)!);
  await waitFor(() =>
    expect(desk.ops()).toEqual([{ op: "import", path: "/home/me/Downloads/work.ics" }]),
  );
  expect(await screen.findByText("Imported 127 events.", { selector: "strong" })).toBeTruthy();
});

test("damaged data never shows a week, and starting anew asks first", async () => {
  const user = await openWindow("recovery");
  expect(screen.getByRole("heading", { level: 1 }).textContent).toContain("cannot be read");
  expect(screen.queryByRole("group", { name: "Balance" })).toBeNull();
  await user.click(screen.getByRole("button", { name: /start anew/ }));
  expect(desk.asked.some((one) => one.command === "start_anew")).toBe(false);
  await user.click(await screen.findByRole("button", { name: "Start anew" }));
  expect(desk.asked.some((one) => one.command === "start_anew")).toBe(true);
});

test("the planner hears when the first week was painted", async () => {
  await openWindow();
  await waitFor(() => expect(desk.asked.some((one) => one.command === "painted")).toBe(true));
});

test("an older copy can be opened as it is", async () => {
  const user = await openWindow("recovery");
  await user.click(await screen.findByRole("button", { name: "Open this copy" }));
  await waitFor(() => expect(desk.asked.some((one) => one.command === "accept_older")).toBe(true));
});
