// Refusals the window knows without asking: what was imported stays as its calendar has it, and
// nothing is written where it could not be seen.

import { store } from "../store.svelte";

export function refuseImported(key: string): void {
  const fault = {
    code: "refused" as const,
    message: "This is from a calendar you imported; it stays where it is there.",
    hint: "Keys 1 to 4 give it a category here; everything else is changed in that calendar.",
    field: null,
  };
  store.refusal = { key, fault };
  store.say(`${fault.message} ${fault.hint}`);
}

/** What is put into the plan would not be seen. */
export function noPlan(): void {
  store.tell("The plan is not shown.", "Layers, beside the view, brings it back.");
}
