// Refusals the window knows without asking: what was imported stays as its calendar has it.

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
