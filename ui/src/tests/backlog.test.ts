// Adding in words and the backlog, over a pretended planner.

import { screen, waitFor, within } from "@testing-library/svelte";
import axe from "axe-core";
import { expect, test, vi } from "vitest";
import { desk } from "../../dev/ipc";
import { store } from "../store.svelte";
import { view } from "../view.svelte";
import { openWindow, select } from "./window";

vi.mock("../ipc", () => import("../../dev/ipc"));

async function openBacklog(state = "week") {
  const user = await openWindow(state);
  await view.openBacklog();
  const panel = await screen.findByRole("tabpanel", { name: /^Backlog/ });
  return { user, panel };
}

const row = (title: string) => screen.findByRole("button", { name: new RegExp(`^${title} ?, `) });

test("Q opens a line that shows its reading, and Enter keeps it", async () => {
  const user = await openWindow();
  await user.keyboard("q");
  const field = await screen.findByRole("textbox", { name: "Add in words" });
  expect(document.activeElement).toBe(field);
  await user.type(field, "Thu 9-10 review #m");
  await screen.findByText("Thursday 19 November, 09:00 to 10:00, management: review");
  expect(desk.ops()).toEqual([]);
  await waitFor(() => expect(store.preview?.put[0]?.title).toBe("review"));
  await user.keyboard("{Enter}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(desk.ops()).toMatchObject([{ op: "add_in_words", text: "Thu 9-10 review #m" }]);
  await waitFor(() => expect(store.selected[0]?.title).toBe("review"));
});

test("Escape drops the line and gives the focus back", async () => {
  const user = await openWindow();
  const button = await screen.findByRole("button", { name: "Add in words" });
  await user.click(button);
  const field = await screen.findByRole("textbox", { name: "Add in words" });
  await user.type(field, "Thu 9-10 review");
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(document.activeElement).toBe(button);
  expect(desk.ops()).toEqual([]);
  expect(store.preview).toBeNull();
});

test("a line that cannot be kept says why and stays as it was typed", async () => {
  const user = await openWindow();
  await user.keyboard("q");
  const field = await screen.findByRole("textbox", { name: "Add in words" });
  await user.type(field, "#t{Enter}");
  await within(screen.getByRole("dialog")).findByText(/A task needs a title/);
  expect(field).toHaveProperty("value", "#t");
  expect(desk.ops()).toEqual([]);
});

test("the backlog lists what is left, and hides what is done until it is asked for", async () => {
  const { user, panel } = await openBacklog();
  await row("Write the migration guide");
  const list = within(panel).getByRole("list", { name: "To be done" });
  expect(within(list).getAllByRole("listitem")).toHaveLength(3);
  within(panel).getByText("3 tasks, 5 h 30 left to plan");
  expect(within(panel).queryByText("Answer the survey")).toBeNull();
  await user.click(within(panel).getByRole("button", { name: /Show the one/ }));
  within(panel).getByText("Answer the survey");
});

test("one category can be shown alone", async () => {
  const { user, panel } = await openBacklog();
  await row("Prepare the offsite");
  await user.click(within(panel).getByRole("button", { name: "Growth" }));
  expect(within(panel).queryByText("Prepare the offsite")).toBeNull();
  within(panel).getByText("Read “Staff Engineer”");
});

test("a task is added in words, without a time", async () => {
  const { user } = await openBacklog("empty");
  screen.getByText("What has no time yet waits here.");
  await user.type(
    screen.getByRole("textbox", { name: "Add a task in words" }),
    "Tidy up #m{Enter}",
  );
  await row("Tidy up");
  expect(desk.ops()).toMatchObject([{ op: "add_in_words", to_backlog: true }]);
});

test("keys walk the list, plan, finish and delete", async () => {
  const { user } = await openBacklog();
  const first = await row("Write the migration guide");
  first.focus();
  await user.keyboard("{ArrowDown}");
  expect(document.activeElement).toBe(await row("Prepare the offsite"));
  await user.keyboard("{ArrowUp}{Shift>}{Enter}{/Shift}");
  await waitFor(() => expect(desk.ops()).toMatchObject([{ op: "plan_task", start: null }]));
  await screen.findByRole("button", { name: /guide ?, due tomorrow ?, 3 h of 4 h left/ });
  await user.keyboard(" ");
  await waitFor(() => expect(desk.ops().at(-1)).toMatchObject({ op: "finish_task", task: 1 }));
  await waitFor(() => expect(document.activeElement?.textContent).toContain("Prepare"));
  await user.keyboard("{Delete}");
  await waitFor(() => expect(desk.ops().at(-1)).toMatchObject({ op: "remove_task", task: 2 }));
});

test("Enter takes a task into the grid, where it is kept or dropped", async () => {
  const { user } = await openBacklog();
  const task = await row("Prepare the offsite");
  task.focus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(store.preview?.put[0]?.title).toBe("Prepare the offsite"));
  expect(desk.ops()).toEqual([]);
  await user.keyboard("{Escape}");
  await waitFor(() => expect(document.activeElement).toBe(task));
  expect(store.said).toContain("stays in the backlog");
  await user.keyboard("{Enter}");
  await waitFor(() => expect(store.preview).not.toBeNull());
  await user.keyboard("{ArrowDown}{Enter}");
  await waitFor(() => expect(desk.ops()).toMatchObject([{ op: "plan_task", task: 2 }]));
});

test("the fields of a task are changed in place, and a refusal stands at its field", async () => {
  const { user, panel } = await openBacklog();
  (await row("Prepare the offsite")).focus();
  await user.keyboard("{F2}");
  const takes = screen.getByRole("textbox", { name: "Takes" });
  await user.clear(takes);
  await user.type(takes, "soon{Enter}");
  await screen.findByText(/This is not a length/);
  await user.clear(takes);
  await user.type(takes, "3 h{Enter}");
  await waitFor(() =>
    expect(desk.ops()).toMatchObject([{ op: "edit_task", patch: { estimate: 180 } }]),
  );
  const title = screen.getByRole("textbox", { name: "Title" });
  await user.clear(title);
  await user.keyboard("{Enter}");
  await within(panel).findByText(/A task needs a title/);
});

test("B sends a block back, and the tabs go by arrows", async () => {
  const user = await openWindow();
  const own = select("Budget draft");
  const box = document.querySelector<HTMLElement>(`[data-key="${own.key}"]`)!;
  box.focus();
  await user.keyboard("b");
  await waitFor(() => expect(desk.ops()).toMatchObject([{ op: "to_backlog" }]));
  const tab = screen.getByRole("tab", { name: "Block" });
  tab.focus();
  await user.keyboard("{ArrowRight}");
  expect(view.tab).toBe("backlog");
  await row("Budget draft");
});

test("axe finds nothing in the backlog and in the line", { timeout: 30_000 }, async () => {
  const { user } = await openBacklog();
  (await row("Prepare the offsite")).focus();
  await user.keyboard("{F2}");
  const rules = { rules: { "color-contrast": { enabled: false } } };
  const found = async () => (await axe.run(document.body, rules)).violations.map((v) => v.id);
  expect(await found()).toEqual([]);
  view.addInWords();
  await screen.findByRole("dialog", { name: "Add in words" });
  expect(await found()).toEqual([]);
});
