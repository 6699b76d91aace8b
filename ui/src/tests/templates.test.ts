// Templates beside the week: trying, laying, dropping, saving; and the checklist of a block.

import { screen, waitFor, within } from "@testing-library/svelte";
import axe from "axe-core";
import { describe, expect, test, vi } from "vitest";
import { desk } from "../../dev/ipc";
import { store } from "../store.svelte";
import { view } from "../view.svelte";
import { openWindow, select } from "./window";

vi.mock("../ipc", () => import("../../dev/ipc"));

async function openTemplates(keys = "{Control>}l{/Control}") {
  const user = await openWindow();
  await screen.findByRole("group", { name: "Balance" });
  await user.keyboard(keys);
  const list = await screen.findByRole("listbox", { name: "Templates" });
  await screen.findByRole("option", { name: /Weekly practice/ });
  return { user, list };
}
const previews = () =>
  desk.asked.filter((one) => one.command === "preview").map((one) => one.args["op"]);
const option = (name: RegExp) => screen.getByRole("option", { name });

describe("templates", () => {
  test("open by key with the focus in the list, and say nothing is laid yet", async () => {
    const { list } = await openTemplates();
    expect(document.activeElement).toBe(list);
    expect(store.preview).toBeNull();
    expect(desk.ops()).toEqual([]);
  });

  test("are tried with the arrows and laid with Enter, as one write", async () => {
    const { user } = await openTemplates();
    await user.keyboard("{ArrowDown}{ArrowDown}");
    expect(option(/A steady week/).getAttribute("aria-selected")).toBe("true");
    await screen.findByText(/left out/, { selector: ".sum" });
    await waitFor(() => expect(document.querySelectorAll("[data-laid=laid]")).toHaveLength(1));
    expect(document.querySelectorAll("[data-laid=out]")).toHaveLength(1);
    expect(screen.getByText("Retro is there, 16:00 to 17:00")).toBeTruthy();
    await user.keyboard("{Enter}");
    const op = { op: "lay_template", template: "t1", on: "2026-11-16", collisions: "leave_out" };
    await waitFor(() => expect(desk.ops()).toEqual([op]));
    await waitFor(() => expect(screen.queryByRole("listbox")).toBeNull());
    expect(view.templates).toBeNull();
    expect(store.selected[0]?.title).toBe("Read");
    expect(document.querySelectorAll("[data-laid]")).toHaveLength(0);
  });

  test("are dropped with Escape, and closed with the next", async () => {
    const { user, list } = await openTemplates();
    await user.keyboard("{End}");
    await waitFor(() => expect(store.preview?.laid).toBeTruthy());
    await user.keyboard("{Escape}");
    expect(store.preview).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(list));
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("listbox")).toBeNull());
    expect(desk.ops()).toEqual([]);
  });

  test("lay what collides beside when asked to", async () => {
    const { user } = await openTemplates();
    await user.click(option(/Weekly practice/));
    await user.click(await screen.findByRole("radio", { name: "Lay beside" }));
    await screen.findByText(/laid beside/, { selector: ".sum" });
    await user.click(screen.getByRole("button", { name: "Lay 2 blocks" }));
    await waitFor(() => expect(desk.ops()).toHaveLength(1));
    expect(desk.ops()[0]).toMatchObject({ collisions: "keep_both" });
  });

  test("of one day go to the day that is chosen", async () => {
    const { user } = await openTemplates();
    await user.click(option(/Hard news/));
    await user.click(await screen.findByRole("radio", { name: "Fr 20" }));
    await waitFor(() => expect(previews().at(-1)).toMatchObject({ on: "2026-11-20" }));
  });

  test("hold the week before, which a key tries at once", async () => {
    await openTemplates("{Control>}{Shift>}l{/Shift}{/Control}");
    const op = { op: "copy_week", from: "2026-11-09", to: "2026-11-16", collisions: "leave_out" };
    await waitFor(() => expect(previews().at(-1)).toEqual(op));
  });

  test("are asked for again after something else took the preview", async () => {
    const { user } = await openTemplates();
    await user.click(option(/Weekly practice/));
    await waitFor(() => expect(store.preview?.laid).toBeTruthy());
    const asked = previews().length;
    store.forget();
    await waitFor(() => expect(previews().length).toBeGreaterThan(asked));
    await waitFor(() => expect(store.preview?.laid).toBeTruthy());
  });

  test("are saved under a name, which is asked for until it will do", async () => {
    const { user } = await openTemplates();
    await user.click(screen.getByRole("button", { name: "Save…" }));
    const field = await screen.findByRole("textbox", { name: "Name of the template" });
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.keyboard("{Enter}");
    await screen.findByText("The template needs a name. Type one.", { selector: ".wrong" });
    await user.type(field, "My week{Enter}");
    await waitFor(() => expect(screen.queryByRole("textbox", { name: /template/ })).toBeNull());
    const op = { op: "save_template", name: "My week", reach: "week", from: "2026-11-16" };
    expect(desk.ops().at(-1)).toMatchObject(op);
  });

  test("of one's own are renamed and removed where they are tried", async () => {
    const { user } = await openTemplates();
    await user.click(option(/A steady week/));
    await user.click(await screen.findByText("Rename or remove"));
    const name = screen.getByRole("textbox", { name: "Name" });
    await user.clear(name);
    await user.type(name, "Calm{Enter}");
    await waitFor(() =>
      expect(desk.ops()).toEqual([{ op: "rename_template", template: 1, name: "Calm" }]),
    );
    await user.click(screen.getByRole("button", { name: "Remove this template" }));
    await waitFor(() => expect(desk.ops().at(-1)).toEqual({ op: "remove_template", template: 1 }));
  });

  test("leave axe nothing to say", async () => {
    const { user } = await openTemplates();
    await user.click(option(/Hard news/));
    await user.click(screen.getByRole("button", { name: "Save…" }));
    await screen.findByRole("radio", { name: "Leave out" });
    const { violations } = await axe.run(document.body, {
      rules: { "color-contrast": { enabled: false } },
    });
    expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join()}`)).toEqual([]);
  });
});

describe("a checklist", () => {
  const items = [
    { side: "how_when", text: "Who does what", done: false },
    { side: "why_where", text: "Listen first", done: true },
  ];

  async function openBlock() {
    const user = await openWindow();
    await screen.findByRole("group", { name: "Balance" });
    const { answer } = desk.planner;
    desk.instead.set("details", () => ({
      ...(answer.call(desk.planner, "details", { key: store.selection[0] }) as object),
      checklist: items,
    }));
    select("Ingest design");
    return { user, list: await screen.findByRole("region", { name: "Checklist" }) };
  }

  test("stands in two columns and is ticked", async () => {
    const { user, list } = await openBlock();
    const side = (name: RegExp) => within(list).getByRole("group", { name });
    const how = within(side(/How and when/)).getByRole("checkbox", { name: "Who does what" });
    const why = within(side(/Why and where/)).getByRole("checkbox", { name: "Listen first" });
    expect((why as HTMLInputElement).checked).toBe(true);
    await user.click(how);
    const checklist = [{ ...items[0], done: true }, items[1]];
    await waitFor(() => expect(desk.ops().at(-1)).toMatchObject({ patch: { checklist } }));
  });

  test("is added to, and its items can be removed", async () => {
    const { user, list } = await openBlock();
    await user.click(within(list).getByRole("button", { name: "Edit" }));
    const field = within(list).getByRole("textbox", { name: "Add to why and where" });
    await user.type(field, "What it is for{Enter}");
    const more = { side: "why_where", text: "What it is for", done: false };
    await waitFor(() =>
      expect(desk.ops().at(-1)).toMatchObject({ patch: { checklist: [...items, more] } }),
    );
    await user.click(within(list).getByRole("button", { name: "Remove Who does what" }));
    await waitFor(() =>
      expect(desk.ops().at(-1)).toMatchObject({ patch: { checklist: [items[1]] } }),
    );
  });
});
