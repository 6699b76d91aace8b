// Seasons, boundaries and the decline log over the pretended planner: what is asked for, and where
// things are.

import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { desk } from "../../dev/ipc";
import { opening } from "../../dev/sample";
import BoundariesPart from "../boundaries/BoundariesPart.svelte";
import { store } from "../store.svelte";
import { view } from "../view.svelte";
import { openWindow, select } from "./window";

vi.mock("../ipc", () => import("../../dev/ipc"));

async function openSeasons() {
  const user = await openWindow();
  await user.keyboard("{Control>}4{/Control}");
  await screen.findByRole("group", { name: "Seasons on the line" });
  return user;
}

test("a new season begins with the usual mix and waits for its name", async () => {
  const user = await openSeasons();
  await user.click(screen.getByRole("button", { name: "New season" }));
  const name = await screen.findByRole("textbox", { name: "Name" });
  await waitFor(() => expect(document.activeElement).toBe(name));
  expect(desk.ops()[0]).toMatchObject({ op: "set_season", technical: 53, from: "2026-11-19" });
  await user.keyboard("Spring launch{Enter}");
  await waitFor(() => expect(desk.ops()).toHaveLength(2));
  expect(desk.ops()[1]).toMatchObject({ op: "edit_season", draft: { name: "Spring launch" } });
});

test("arrow keys go from season to season, Enter opens one", async () => {
  const user = await openSeasons();
  const group = screen.getByRole("group", { name: "Seasons on the line" });
  const [launch, hiring] = within(group).getAllByRole("button");
  launch!.focus();
  await user.keyboard("{ArrowRight}");
  expect(document.activeElement).toBe(hiring);
  await user.keyboard("{Enter}");
  expect(await screen.findByDisplayValue("Hiring round")).toBeTruthy();
  expect(screen.getAllByText(/It counts instead of Launch/).length).toBeGreaterThan(0);
});

test("the last day is shown, the day after it is kept", async () => {
  const user = await openSeasons();
  await user.click(screen.getByRole("button", { name: "Launch" }));
  const last = await screen.findByRole("textbox", { name: "Last day" });
  expect((last as HTMLInputElement).value).toContain("13");
  await user.clear(last);
  await user.type(last, "2026-12-20{Enter}");
  await waitFor(() =>
    expect(desk.ops()[0]).toMatchObject({ draft: { until: "2026-12-21", name: "Launch" } }),
  );
});

test("a situation brings its lead target along and says where it comes from", async () => {
  const user = await openSeasons();
  await user.click(screen.getByRole("button", { name: "Launch" }));
  await user.selectOptions(
    await screen.findByRole("combobox", { name: "Start from a situation" }),
    "An incident right now (20 %)",
  );
  await waitFor(() =>
    expect(desk.ops()[0]).toMatchObject({ draft: { preset: "acute_incident", lead: 20 } }),
  );
  expect(await screen.findByText(/starting point, our convention/)).toBeTruthy();
});

test("the questions answer only when all are answered, and make a season", async () => {
  const user = await openSeasons();
  await user.click(screen.getByRole("button", { name: "Five questions" }));
  const make = await screen.findByRole("button", { name: "Make a season of it" });
  expect(make).toHaveProperty("disabled", true);
  expect(screen.getByText("1 of 2 questions to go.")).toBeTruthy();
  await user.click(screen.getAllByRole("radio", { name: "Clear" })[0]!);
  expect(await screen.findByText(/42 % why and where/)).toBeTruthy();
  await user.click(make);
  await waitFor(() => expect(desk.ops()[0]).toMatchObject({ op: "set_season", lead: 42 }));
});

test("crisis mode is started with the blocks that stay ticked", async () => {
  const user = await openSeasons();
  await user.click(screen.getByRole("button", { name: "Crisis mode…" }));
  await user.click(await screen.findByRole("checkbox", { name: "Say what is known" }));
  await user.click(screen.getByRole("button", { name: "Start crisis mode" }));
  await waitFor(() =>
    expect(desk.ops()).toEqual([{ op: "start_crisis", on: "2026-11-19", blocks: [] }]),
  );
});

test("an imported event can be declined with its title and length", async () => {
  const user = await openWindow();
  select("Incident review");
  await user.click(await screen.findByRole("button", { name: "Say no…" }));
  await user.type(await screen.findByRole("textbox", { name: "Handed to" }), "Ada{Enter}");
  await user.click(screen.getByRole("button", { name: "Ship ingest" }));
  await user.click(screen.getByRole("button", { name: "Write it down" }));
  const written = { what: "Incident review", minutes: 60, to: "Ada", goal: "Ship ingest" };
  await waitFor(() => expect(desk.ops()[0]).toMatchObject({ op: "add_decline", ...written }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

test("a no that is refused says so at its field and stays open", async () => {
  const user = await openWindow();
  view.decline({});
  desk.refuse({ message: "It does not say what was declined.", field: "what" });
  const form = within(await screen.findByRole("dialog", { name: "Saying no" }));
  await user.click(form.getByRole("button", { name: "Write it down" }));
  expect(await form.findByText(/It does not say what was declined/)).toBeTruthy();
});

test("boundaries are kept as a whole, one change at a time", async () => {
  desk.reset();
  await store.begin(opening, "2026-11-19");
  render(BoundariesPart);
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "Add time off" }));
  await user.type(
    await screen.findByRole("textbox", { name: "New time off: name" }),
    "Long weekend",
  );
  const last = screen.getByRole("textbox", { name: "New time off: last day" });
  await user.clear(last);
  await user.type(last, "2026-11-22{Enter}");
  await user.click(screen.getByRole("button", { name: "Add" }));
  await waitFor(() => expect(desk.ops()).toHaveLength(1));
  const { boundaries } = desk.ops()[0] as { boundaries: { days_off: unknown[]; lunch: unknown } };
  expect(boundaries.days_off[1]).toEqual({
    from: "2026-11-19",
    until: "2026-11-23",
    kind: "vacation",
    name: "Long weekend",
  });
  expect(boundaries.lunch).toEqual({ start: 720, end: 780 });
  await user.click(screen.getByRole("button", { name: "Saturday" }));
  await waitFor(() => expect(desk.ops()).toHaveLength(2));
  expect(desk.ops()[1]).toMatchObject({ boundaries: { rules: [{ days: { 5: true } }] } });
}, 20_000);

test("a hint leads to the blocks behind it, one after the other", async () => {
  const user = await openWindow();
  const keys = store.week!.occurrences.slice(0, 2).map((o) => o.key);
  const figures = store.week!.figures;
  const hint = {
    kind: "rule" as const,
    lead: "Tuesday",
    text: "1 h of management before 11:00",
    day: "2026-11-17",
    keys,
  };
  store.week = { ...store.week!, figures: { ...figures, hints: [hint] } };
  const chip = await screen.findByRole("button", { name: /before 11:00/ });
  await user.click(chip);
  await waitFor(() => expect(store.selection).toEqual([keys[0]]));
  await user.click(chip);
  await waitFor(() => expect(store.selection).toEqual([keys[1]]));
});
