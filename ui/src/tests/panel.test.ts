// The side panel: what is typed is kept, taken back, or refused at its field.

import { screen, waitFor } from "@testing-library/svelte";
import { expect, test, vi } from "vitest";
import { desk } from "../../dev/ipc";
import { store } from "../store.svelte";
import { openWindow, select } from "./window";

vi.mock("../ipc", () => import("../../dev/ipc"));

const field = (name: string) => screen.findByRole<HTMLInputElement>("textbox", { name });

test("a title is kept when its field is left, as one write", async () => {
  const user = await openWindow();
  const { block } = select("Ingest design", 1);
  const title = await field("Title");
  await user.clear(title);
  await user.type(title, "Ingest plan");
  expect(desk.ops()).toEqual([]);
  await user.tab();
  await waitFor(() =>
    expect(desk.ops()).toEqual([{ op: "edit", block, patch: { title: "Ingest plan" } }]),
  );
  await waitFor(() => expect(store.selected[0]?.title).toBe("Ingest plan"));
});

test("Escape takes a field back", async () => {
  const user = await openWindow();
  select("Ingest design", 1);
  const title = await field("Title");
  await user.type(title, " or not{Escape}");
  expect(title.value).toBe("Ingest design");
  await user.tab();
  expect(desk.ops()).toEqual([]);
});

test("a start typed loosely moves the block and carries its end along", async () => {
  const user = await openWindow();
  const { block } = select("Ingest design", 1);
  const from = await field("From");
  await user.clear(from);
  await user.type(from, "930{Enter}");
  const patch = { start: "2026-11-19T09:30:00", end: "2026-11-19T11:30:00" };
  await waitFor(() => expect(desk.ops()).toEqual([{ op: "edit", block, patch }]));
});

test("what cannot be read is said at the field and nothing is written", async () => {
  const user = await openWindow();
  select("Ingest design", 1);
  const to = await field("To");
  await user.clear(to);
  await user.type(to, "later{Enter}");
  await waitFor(() => expect(to.getAttribute("aria-invalid")).toBe("true"));
  expect(document.getElementById(to.getAttribute("aria-describedby")!)?.textContent).toContain(
    "not a time",
  );
  expect(to.value).toBe("later");
  expect(desk.ops()).toEqual([]);
});

test("a refusal stands at its field, and the typed text stays", async () => {
  const user = await openWindow();
  select("Ingest design", 1);
  desk.refuse({
    message: "It would end before it begins.",
    hint: "Choose a later end.",
    field: "end",
  });
  const to = await field("To");
  await user.clear(to);
  await user.type(to, "16:00{Enter}");
  await screen.findByText("It would end before it begins. Choose a later end.", { selector: "p" });
  expect(to.value).toBe("16:00");
  expect(store.notice).toBeNull();
});

test("text typed last is kept when another block is selected before its field is left", async () => {
  const user = await openWindow();
  const { block } = select("Ingest design", 1);
  await user.type(await field("Title"), "!");
  select("Budget draft");
  await waitFor(() =>
    expect(desk.ops()).toEqual([{ op: "edit", block, patch: { title: "Ingest design!" } }]),
  );
});

test("the category is one key or click away", async () => {
  const user = await openWindow();
  const { block } = select("Ingest design", 1);
  await user.click(await screen.findByRole("radio", { name: "Growth" }));
  await waitFor(() =>
    expect(desk.ops()).toEqual([{ op: "set_category", blocks: [block], category: "growth" }]),
  );
});

test("an imported event can be read, joined and given a category", async () => {
  const user = await openWindow();
  const { key, event } = select("Incident review");
  await user.click(await screen.findByRole("button", { name: "Open link" }));
  expect(desk.asked).toContainEqual({ command: "open_link", args: { key } });
  expect(screen.queryByRole("textbox", { name: "Title" })).toBeNull();
  expect(screen.getByText(/Bring the timeline/)).toBeTruthy();
  await user.click(screen.getByRole("radio", { name: "Technical" }));
  await waitFor(() =>
    expect(desk.ops()).toEqual([{ op: "set_event_category", event, category: "technical" }]),
  );
});

test("an empty week tells how to begin", async () => {
  await openWindow("empty");
  expect(await screen.findByText(/Three steps make a/)).toBeTruthy();
});

test("Escape in a field that was left as it is leads back to the block", async () => {
  const user = await openWindow();
  const { key } = select("Ingest design", 1);
  await user.click(await field("Title"));
  await user.keyboard("{Escape}");
  expect((document.activeElement as HTMLElement).dataset["key"]).toBe(key);
});

test("how long a block is and an event was, the planner says", async () => {
  await openWindow();
  const words = (title: string) => `${title}: an hour that clocks show twice`;
  const occurrences = store.week!.occurrences.map((o) => ({ ...o, length_words: words(o.title) }));
  store.week = { ...store.week!, occurrences };
  for (const title of ["Budget draft", "Sprint planning"]) {
    select(title);
    await screen.findByText(words(title), { exact: false });
  }
});
