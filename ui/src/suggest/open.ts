// Ways to the suggestions from elsewhere: an action, a hint.

import { tick } from "svelte";
import type { SuggestMode } from "../messages/SuggestMode";
import { view } from "../view.svelte";
import { suggestions } from "./suggestions.svelte";

/** Shows the suggestions for the week in view, with the focus on them. */
export async function openSuggestions(mode: SuggestMode): Promise<void> {
  view.screen = "week";
  view.panel = true;
  view.tab = "suggest";
  await Promise.all([suggestions.ask(mode), tick()]);
  await tick();
  document.querySelector<HTMLElement>("[data-suggestions]")?.focus();
}
