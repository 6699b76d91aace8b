// Opens the window over a pretended planner, for tests.

import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import App from "../App.svelte";
import { away } from "../away/away.svelte";
import { focus } from "../focus/focus.svelte";
import { desk } from "../../dev/ipc";
import { store } from "../store.svelte";
import { view } from "../view.svelte";

/** Opens the window in a state of the planner: week, empty, first, demo, recovery. */
export async function openWindow(state = "week") {
  desk.reset(state);
  store.notice = null;
  store.asks = null;
  store.held = null;
  focus.open = false;
  focus.starting = null;
  away.clear();
  store.opening = null;
  store.week = null;
  Object.assign(view, {
    screen: "week",
    look: "days",
    month: "",
    agendaWish: null,
    printed: null,
    panel: true,
    keys: false,
    palette: null,
    adding: false,
    tab: "block",
    offer: null,
    exporting: false,
    sheet: null,
    declining: null,
    closing: null,
    templates: null,
    commitment: false,
    facets: false,
  });
  // Without a layout every popover counts as scrolled away.
  document.head.innerHTML =
    "<style>[data-bits-floating-content-wrapper] { visibility: visible !important }</style>";
  const user = userEvent.setup();
  render(App);
  await screen.findByRole("heading", { level: 1 });
  return user;
}

/** Selects an occurrence by its title. */
export function select(title: string, at = 0) {
  const found = (store.week?.occurrences ?? []).filter((o) => o.title === title)[at];
  if (!found) throw new Error(`no ${title}`);
  store.select(found.key);
  return found;
}
