// axe-core on every screen. Colours are checked in the real window; jsdom has none.

import { screen } from "@testing-library/svelte";
import axe from "axe-core";
import { expect, test, vi } from "vitest";
import { store } from "../store.svelte";
import { view } from "../view.svelte";
import { openWindow, select } from "./window";

vi.mock("../ipc", () => import("../../dev/ipc"));

async function flaws() {
  const { violations } = await axe.run(document.body, {
    rules: { "color-contrast": { enabled: false } },
  });
  return violations
    .map((v) => `${v.id}: ${v.nodes.map((node) => node.html).join("\n")}`)
    .join("\n");
}

test.each(["week", "empty", "first", "demo", "recovery"])("%s", async (state) => {
  await openWindow(state);
  if (state !== "recovery" && state !== "first")
    await screen.findByRole("group", { name: "Balance" });
  expect(await flaws()).toBe("");
});

test.each(["Ingest design", "Incident review"])("the panel of %s", async (title) => {
  await openWindow();
  select(title);
  await screen.findByDisplayValue(title, {}, { timeout: 200 }).catch(() => null);
  expect(await flaws()).toBe("");
});

test("several selected", async () => {
  await openWindow();
  store.select(...store.week!.occurrences.slice(0, 3).map((o) => o.key));
  await screen.findByText("3 selected");
  expect(await flaws()).toBe("");
});

test("closing the day", async () => {
  await openWindow();
  view.closing = { day: null };
  await screen.findByRole("list", { name: "Planned and done" });
  expect(await flaws()).toBe("");
});

test("settings", async () => {
  await openWindow();
  view.screen = "settings";
  await screen.findByRole("group", { name: "Mix" });
  expect(await flaws()).toBe("");
});

test.each([
  ["seasons", "Seasons on the line"],
  ["questions", "Seasons on the line"],
  ["crisis", "Seasons on the line"],
])("%s", async (state, group) => {
  await openWindow();
  view.screen = "seasons";
  if (state !== "seasons") view.sheet = state as "questions" | "crisis";
  await screen.findByRole("group", { name: group });
  screen.getByRole("button", { name: "Launch" }).click();
  await screen.findByDisplayValue("Launch");
  expect(await flaws()).toBe("");
});

test("saying no", async () => {
  await openWindow();
  view.decline({ what: "Vendor call" });
  await screen.findByRole("dialog", { name: "Saying no" });
  expect(await flaws()).toBe("");
});

test("all keys, import and a notice", async () => {
  await openWindow();
  view.keys = true;
  await view.choose();
  store.tell("Imported 127 events.");
  await screen.findByRole("dialog", { name: "Import Work" });
  expect(await flaws()).toBe("");
});
