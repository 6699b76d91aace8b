// How the week went, in the panel: reached by mouse, key and palette; leads to where it was.

import { screen, waitFor, within } from "@testing-library/svelte";
import axe from "axe-core";
import { expect, test, vi } from "vitest";
import { desk } from "../../dev/ipc";
import { store } from "../store.svelte";
import { openWindow } from "./window";

vi.mock("../ipc", () => import("../../dev/ipc"));

async function opened(state = "week") {
  const user = await openWindow(state);
  await screen.findByRole("group", { name: "Balance" });
  await user.keyboard("{Control>}h{/Control}");
  const part = await screen.findByRole("region", { name: "How it went" });
  return { user, part };
}

test("Ctrl+H asks for the week in view, tells it and has the focus", async () => {
  const { part } = await opened();
  await within(part).findByRole("heading", { name: /^71 % kept/ });
  expect(document.activeElement).toBe(part);
  const asked = desk.asked.findLast((one) => one.command === "how_it_went");
  expect(asked?.args["day"]).toBe(store.figures?.week);
  const bars = within(part).getByRole("list", { name: "By category" });
  expect(within(bars).getByText("5 h 30 of 8 h kept")).toBeTruthy();
  expect(within(bars).getByText("30 min moved, 1 h 15 unplanned")).toBeTruthy();
});

test("the tab is reached with the mouse, and nothing is written", async () => {
  const user = await openWindow();
  await user.click(await screen.findByRole("tab", { name: "Went" }));
  await screen.findByRole("heading", { name: /^71 % kept/ });
  expect(desk.ops()).toEqual([]);
});

test("time in which nothing was recorded leads to the block that was displaced", async () => {
  const { user, part } = await opened();
  const ledger = await within(part).findByRole("list", { name: "What took technical time" });
  await user.click(within(ledger).getByRole("button", { name: /Nothing recorded/ }));
  await waitFor(() => expect(store.selected[0]?.title).toBe("Ingest design"));
});

test("every missed stretch says what happened instead", async () => {
  const { user, part } = await opened();
  await user.click(await within(part).findByText("Every missed stretch (1)"));
  expect(within(part).getByText("Incident review 45 min, Nothing recorded 30 min")).toBeTruthy();
});

test("a week without anything says what will be here and how to begin", async () => {
  const { part } = await opened("empty");
  await within(part).findByRole("heading", { name: "Nothing was planned or recorded so far" });
  expect(within(part).getByText(/Plan blocks in the week and record/)).toBeTruthy();
  expect(within(part).queryByRole("list")).toBeNull();
});

test("a write is followed by a new look", async () => {
  const { part } = await opened();
  await within(part).findByRole("heading", { name: /^71 % kept/ });
  const times = () => desk.asked.filter((one) => one.command === "how_it_went").length;
  const before = times();
  await store.set({ show_weekend: true });
  await waitFor(() => expect(times()).toBeGreaterThan(before));
});

test.each(["week", "empty"])("axe: %s", async (state) => {
  const { part } = await opened(state);
  await within(part).findByRole("heading", { level: 2 });
  const { violations } = await axe.run(document.body, {
    rules: { "color-contrast": { enabled: false } },
  });
  expect(violations.map((flaw) => flaw.id)).toEqual([]);
});
