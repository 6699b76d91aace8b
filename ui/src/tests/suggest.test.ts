// Suggestions in the panel: asked for, taken, dismissed.

import { screen, waitFor } from "@testing-library/svelte";
import { expect, test, vi } from "vitest";
import { desk } from "../../dev/ipc";
import { store } from "../store.svelte";
import { suggestions } from "../suggest/suggestions.svelte";
import { openWindow } from "./window";

vi.mock("../ipc", () => import("../../dev/ipc"));

const name = (text: string) => ({ name: new RegExp(text) });

async function asked() {
  suggestions.clear();
  const user = await openWindow();
  await screen.findByRole("group", { name: "Balance" });
  await user.keyboard("{Control>}j{/Control}");
  await screen.findByRole("button", name("^Take Focus time"));
  return user;
}

test("Ctrl+J asks for the week in view, draws what is suggested and says it", async () => {
  await asked();
  const question = desk.asked.findLast((one) => one.command === "suggest");
  expect(question?.args["request"]).toMatchObject({ mode: "fill", relaxed: [] });
  expect(document.querySelectorAll("[data-suggested]")).toHaveLength(2);
  expect(store.said).toBe("2 suggestions. Growth reaches its 1 h 30.");
  expect(desk.ops()).toEqual([]);
});

test("one suggestion is taken, the other stays and has the focus", async () => {
  const user = await asked();
  await user.click(screen.getByRole("button", name("^Take Focus time")));
  expect(desk.ops()).toMatchObject([
    { op: "accept", proposals: [{ what: "new", title: "Focus time" }] },
  ]);
  await waitFor(() => expect(screen.queryByRole("button", name("^Take Focus time"))).toBeNull());
  await waitFor(() =>
    expect(document.activeElement?.getAttribute("aria-label")).toMatch(/^Take Growth time/),
  );
});

test("all are taken at once", async () => {
  const user = await asked();
  await user.click(screen.getByRole("button", name("^Take all 2")));
  expect(desk.ops()).toMatchObject([{ op: "accept", proposals: [{}, {}] }]);
  await waitFor(() => expect(document.querySelectorAll("[data-suggested]")).toHaveLength(0));
});

test("what is dismissed is off the list and off the grid, and nothing is written", async () => {
  const user = await asked();
  await user.click(screen.getByRole("button", name("^Dismiss Focus time")));
  expect(document.querySelectorAll("[data-suggested]")).toHaveLength(1);
  await user.click(screen.getByRole("button", name("^Dismiss all")));
  expect(document.querySelectorAll("[data-suggested]")).toHaveLength(0);
  expect(desk.ops()).toEqual([]);
});

test("something is given up for this time by its button", async () => {
  const user = await asked();
  await user.click(screen.getByRole("button", name("^Plan Tuesday anyway")));
  const question = desk.asked.findLast((one) => one.command === "suggest");
  expect(question?.args["request"]).toMatchObject({ relaxed: ["day:2026-11-17"] });
});
