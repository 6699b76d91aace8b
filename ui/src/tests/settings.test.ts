// The settings: every change is one write, and nonsense is said at its field.

import { screen, waitFor, within } from "@testing-library/svelte";
import { expect, test, vi } from "vitest";
import { desk } from "../../dev/ipc";
import { store } from "../store.svelte";
import { openWindow } from "./window";

vi.mock("../ipc", () => import("../../dev/ipc"));

async function openSettings() {
  const user = await openWindow();
  await user.keyboard("{Control>}6{/Control}");
  await screen.findByRole("heading", { name: "Mix and hours" });
  return user;
}

test("a mix is written only when it makes a whole", async () => {
  const user = await openSettings();
  const mix = await screen.findByRole("group", { name: "Mix" });
  const technical = within(mix).getByRole("textbox", { name: "Technical" });
  await user.clear(technical);
  await user.type(technical, "50");
  expect(within(mix).getByText("Together 97 %: 3 more to give.")).toBeTruthy();
  await user.tab();
  expect(desk.ops()).toEqual([]);
  const growth = within(mix).getByRole("textbox", { name: "Growth" });
  await user.clear(growth);
  await user.type(growth, "13");
  expect(within(mix).getByText("Together 100 %.")).toBeTruthy();
  await user.tab();
  const target = { technical: 50, management: 37, growth: 13, week_minutes: 2280, from: null };
  await waitFor(() => expect(desk.ops()).toEqual([{ op: "set_target", ...target }]));
});

test("work hours that end before they begin are said at their field", async () => {
  const user = await openSettings();
  const to = await screen.findByRole("textbox", { name: "Monday to" });
  await user.clear(to);
  await user.type(to, "8{Enter}");
  expect(await screen.findByText("The day would end before it begins.")).toBeTruthy();
  expect(desk.ops()).toEqual([]);
});

test("two quick changes do not write over each other", async () => {
  await openSettings();
  await Promise.all([store.set({ snap_minutes: 5 }), store.set({ show_weekend: false })]);
  expect(desk.ops().at(-1)).toMatchObject({ settings: { snap_minutes: 5, show_weekend: false } });
});

test("the theme changes the page at once", async () => {
  const user = await openSettings();
  await user.click(await screen.findByRole("radio", { name: "Dark" }));
  await waitFor(() => expect(document.documentElement.dataset.theme).toBe("dark"));
});

test("a rule is added with its first words", async () => {
  const user = await openSettings();
  await user.click(await screen.findByRole("button", { name: "Add a rule" }));
  await user.type(
    await screen.findByRole("textbox", { name: "New rule: words" }),
    "retro, post-mortem{Enter}",
  );
  await waitFor(() => expect(desk.ops()).toHaveLength(1));
  const { rules } = desk.ops()[0] as { rules: unknown[] };
  expect(rules.at(-1)).toEqual({
    field: "title",
    words: ["retro", "post-mortem"],
    category: "technical",
  });
});

test("a backup is restored only after a second yes", async () => {
  const user = await openSettings();
  const [first] = await screen.findAllByRole("button", { name: /^Restore / });
  await user.click(first!);
  expect(desk.asked.some((one) => one.command === "restore")).toBe(false);
  await user.click(await screen.findByRole("button", { name: "Restore" }));
  await waitFor(() =>
    expect(desk.asked).toContainEqual({
      command: "restore",
      args: { name: "2026-11-19T12:00:00.db" },
    }),
  );
});
