// Closing the day in the window: by key and by palette, what is left is dealt with line by line or all
// at once, what was refused stays as typed, and a tick is one key.

import { screen, waitFor, within } from "@testing-library/svelte";
import { expect, test, vi } from "vitest";
import { desk } from "../../dev/ipc";
import { Closing } from "../day/close.svelte";
import * as ipc from "../ipc";
import type { DayReview } from "../messages/DayReview";
import { store } from "../store.svelte";
import { openWindow, select } from "./window";

vi.mock("../ipc", () => import("../../dev/ipc"));

const sheet = () => screen.findByRole("dialog", { name: "Close the day" });
const gone = () =>
  waitFor(() => expect(screen.queryByRole("dialog", { name: "Close the day" })).toBeNull());
const last = () => desk.ops().at(-1) as unknown as Record<string, unknown>;

/** The sheet, with what was planned read. */
async function opened() {
  const user = await openWindow();
  await user.keyboard("d");
  const card = await sheet();
  await within(card).findByRole("list", { name: "Planned and done" });
  return { user, card };
}

const choicesOf = (card: HTMLElement) =>
  within(card).getAllByRole("radiogroup", { name: /^What becomes of/ });

test("it opens by key, by button and from the palette, and Escape leaves it", async () => {
  const { user } = await opened();
  await user.keyboard("{Escape}");
  await gone();
  await user.click(screen.getByRole("button", { name: "Close the day" }));
  await sheet();
  await user.keyboard("{Escape}");
  await user.keyboard("{Control>}k{/Control}");
  await user.type(await screen.findByRole("combobox"), "close the day");
  await user.keyboard("{Enter}");
  await sheet();
});

test("nothing has to be said, and nothing moves without a word", async () => {
  const { user } = await opened();
  await user.keyboard("{Control>}{Enter}{/Control}");
  await gone();
  expect(last()).toEqual({
    op: "close_day",
    day: "2026-11-19",
    line: "",
    energy: null,
    switched_off: null,
    left: [],
  });
  const button = await screen.findByRole("button", { name: /^Closed at/ });
  expect(button).toBeTruthy();
});

test("what is left is dealt with by choice, and the line, energy and evening go along", async () => {
  const { user, card } = await opened();
  const [first] = choicesOf(card);
  await user.click(within(first!).getByRole("radio", { name: "Backlog" }));
  await user.type(within(card).getByRole("textbox"), "It stands.");
  const energy = within(card).getByRole("radiogroup", { name: "Energy" });
  await user.click(within(energy).getByRole("radio", { name: "Good" }));
  const evening = within(card).getByRole("radiogroup", { name: /^Could you switch off/ });
  await user.click(within(evening).getByRole("radio", { name: "No" }));
  await user.click(within(card).getByRole("button", { name: "Close the day" }));
  await gone();
  expect(last()).toMatchObject({ line: "It stands.", energy: 4, switched_off: false });
  expect(last()["left"]).toHaveLength(1);
  expect(last()["left"]).toMatchObject([{ to: "backlog" }]);
});

test("all that is over goes on at once, what is still to come is left alone", async () => {
  const { user, card } = await opened();
  const over = within(card).queryByRole("list", { name: "Left of the day" });
  const toCome = within(card).getByRole("list", { name: "Still to come" });
  const all = within(card).queryByRole("button", { name: "All to tomorrow" });
  if (over && all) {
    await user.click(all);
    for (const group of within(over).getAllByRole("radiogroup"))
      expect(within(group).getByRole<HTMLInputElement>("radio", { name: "Tomorrow" }).checked).toBe(
        true,
      );
  }
  for (const group of within(toCome).getAllByRole("radiogroup"))
    expect(within(group).getByRole<HTMLInputElement>("radio", { name: "Leave" }).checked).toBe(
      true,
    );
});

test("the rest of the day, or all of it, happened as planned; the sheet then shows what is recorded", async () => {
  const { user, card } = await opened();
  const day = "2026-11-19";
  await user.click(within(card).getByRole("button", { name: "The rest as planned" }));
  await waitFor(() => expect(last()).toEqual({ op: "as_planned", which: "rest_of_day", day }));
  await within(card).findByText("As planned.");
  expect(store.notice).toBeNull();
  const before = await ipc.day(day);
  desk.instead.set("day", () => ({ ...before, words: "6 h recorded, 6 h planned" }));
  await user.click(within(card).getByRole("button", { name: "The whole day as planned" }));
  await waitFor(() => expect(last()).toEqual({ op: "as_planned", which: "day", day }));
  await within(card).findByText(/6 h recorded, 6 h planned/);
});

test("of two readings of a day the last one asked for is shown, in whatever order they come", async () => {
  desk.reset();
  const read = await ipc.day(null);
  const answers: ((review: DayReview) => void)[] = [];
  desk.instead.set("day", () => new Promise((answer) => answers.push(answer)));
  const closing = new Closing();
  const both = [closing.read(null), closing.read(null)];
  await waitFor(() => expect(answers).toHaveLength(2));
  answers[1]!({ ...read, words: "newer" });
  answers[0]!({ ...read, words: "older" });
  expect((await Promise.all(both)).map((one) => one?.words)).toEqual(["older", "newer"]);
  expect(closing.review?.words).toBe("newer");
});

test("a line that is too long stays as typed, with the reason at it", async () => {
  const { user, card } = await opened();
  const line = within(card).getByRole<HTMLInputElement>("textbox");
  await user.click(line);
  await user.paste("x".repeat(281));
  await user.keyboard("{Control>}{Enter}{/Control}");
  await within(card).findByText(/281 characters/);
  expect(line.value).toHaveLength(281);
  expect(line.getAttribute("aria-invalid")).toBe("true");
});

test("protected time asks why before it is dropped, and the sheet waits", async () => {
  const user = await openWindow();
  const { block, key } = select("Ingest design", 1);
  await store.apply({ op: "set_facets", blocks: [block!], patch: { protected: true } });
  await store.apply({
    op: "gesture",
    blocks: [block!],
    grip: "whole",
    others: "stay",
    carry: "move",
    to: "2026-11-19T07:00:00",
  });
  await user.keyboard("d");
  const card = await sheet();
  const list = await within(card).findByRole("radiogroup", {
    name: "What becomes of Ingest design",
  });
  await user.click(within(list).getByRole("radio", { name: "Drop" }));
  await user.keyboard("{Control>}{Enter}{/Control}");
  const strip = await screen.findByRole("region", { name: "Why it changes" });
  expect(strip.contains(document.activeElement)).toBe(true);
  await sheet();
  await user.keyboard("m");
  await gone();
  expect(last()).toMatchObject({ op: "because", why: "mine", what: { op: "close_day" } });
  expect((last()["what"] as { left: unknown[] }).left).toContainEqual({ key, to: "drop" });
});

test("a closed day says so, can be said anew and opened again", async () => {
  const { user } = await opened();
  await user.keyboard("{Control>}{Enter}{/Control}");
  await gone();
  await user.click(await screen.findByRole("button", { name: /^Closed at/ }));
  const card = await sheet();
  await within(card).findByText(/Closed at/);
  await user.click(within(card).getByRole("button", { name: "Open it again" }));
  await gone();
  expect(last()).toEqual({ op: "reopen_day", day: "2026-11-19" });
});

test("a block is ticked off in its editor, and the grid says so", async () => {
  const user = await openWindow();
  const { key } = select("Ingest design", 1);
  await user.click(await screen.findByRole("checkbox", { name: "Done" }));
  await waitFor(() => expect(last()).toEqual({ op: "tick", key, done: true }));
  const box = document.querySelector(`[data-key="${key}"]`);
  await waitFor(() => expect(box?.getAttribute("aria-description")).toBe("done"));
});
