// The committed week in the window: it is committed by key, a change asks why, protected time asks
// first, and nothing waits for an answer.

import { screen, waitFor, within } from "@testing-library/svelte";
import { expect, test, vi } from "vitest";
import { desk } from "../../dev/ipc";
import { store } from "../store.svelte";
import { openWindow, select } from "./window";

vi.mock("../ipc", () => import("../../dev/ipc"));

const strip = () => screen.findByRole("region", { name: "Why it changes" });
const gone = () =>
  waitFor(() => expect(screen.queryByRole("region", { name: "Why it changes" })).toBeNull());

/** A committed week with its first own block taken along by a quarter of an hour. */
async function moved() {
  const user = await openWindow();
  await user.click(await screen.findByRole("button", { name: "Commit week" }));
  await screen.findByRole("button", { name: "Committed Mon 09:12" });
  const { block, key } = select("Ingest design", 1);
  await store.apply({
    op: "gesture",
    blocks: [block!],
    grip: "whole",
    others: "stay",
    carry: "move",
    to: "2026-11-19T16:00:00",
  });
  return { user, key };
}

test("a change to a committed block asks why, and one key answers", async () => {
  const { user, key } = await moved();
  const asked = await strip();
  expect(asked.textContent).toContain("You moved “Ingest design”, committed for Thursday");
  expect(store.said).toContain("M is mine");
  await user.keyboard("e");
  await gone();
  expect(desk.ops().at(-1)).toEqual({
    op: "give_reason",
    keys: [key],
    week: "2026-11-16",
    why: "external",
  });
});

test("Escape leaves the reason open, and the list of changes has it", async () => {
  const { user } = await moved();
  await strip();
  await user.keyboard("{Escape}");
  await gone();
  expect(store.said).toBe("Left open.");
  await user.click(await screen.findByRole("button", { name: /^Committed Mon 09:12 · 1 change/ }));
  const list = await screen.findByRole("list", { name: "Changes since" });
  const mine = within(list).getByRole("button", { name: "Mine" });
  await user.click(mine);
  await waitFor(() => expect(desk.ops().at(-1)).toMatchObject({ op: "give_reason", why: "mine" }));
});

test("the next change is not held up by a question that is open", async () => {
  await moved();
  await strip();
  const { block, key } = select("Storage engine", 0);
  await store.apply({ op: "set_category", blocks: [block!], category: "growth" });
  expect(store.byKey.get(key)?.category).toBe("growth");
  // What is asked now is about the last change.
  expect(store.asks?.keys).toEqual([key]);
});

test("what is typed is no answer", async () => {
  const { user } = await moved();
  await strip();
  const title = await screen.findByRole<HTMLInputElement>("textbox", { name: "Title" });
  await user.type(title, "me");
  expect(desk.ops().some((op) => (op as { op: string }).op === "give_reason")).toBe(false);
  await strip();
});

test("protected time waits for a reason, and nothing changes without one", async () => {
  const user = await openWindow();
  const { block, key } = select("Ingest design", 1);
  await store.apply({ op: "set_facets", blocks: [block!], patch: { protected: true } });
  await store.apply({ op: "delete", blocks: [block!] }, key);
  expect((await strip()).textContent).toContain("protected time");
  expect(store.byKey.has(key)).toBe(true);
  await user.keyboard("{Escape}");
  await gone();
  expect(store.byKey.has(key)).toBe(true);
  await store.apply({ op: "delete", blocks: [block!] }, key);
  await user.click(within(await strip()).getByRole("button", { name: /Room kept/ }));
  await waitFor(() => expect(store.byKey.has(key)).toBe(false));
  expect(desk.ops().at(-1)).toMatchObject({ op: "because", why: "contingency" });
});

test("facets are said in one line and changed one by one", async () => {
  const user = await openWindow();
  select("Ingest design", 1);
  const head = await screen.findByRole("button", { name: /^Say more/ });
  await user.click(head);
  const lead = await screen.findByRole("slider", { name: "Lead share" });
  expect(lead.getAttribute("aria-valuetext")).toBe("not said");
  await user.click(screen.getByRole("button", { name: "Delegable" }));
  await user.type(screen.getByRole("combobox", { name: "Add a tag" }), "peer{Enter}");
  await waitFor(() =>
    expect(store.selected[0]?.facets).toMatchObject({ delegable: true, tags: ["peer"] }),
  );
  await screen.findByRole("button", { name: "Delegable · #peer" });
});
