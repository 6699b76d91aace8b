// The question about an absence: read when the window opens and when the shell tells of one, kept
// until it is answered.

import { tick } from "svelte";
import * as ipc from "../ipc";
import type { Absence } from "../messages/Absence";
import type { AwayQuestion } from "../messages/AwayQuestion";
import type { Fault } from "../messages/Fault";
import { store } from "../store.svelte";
import { view } from "../view.svelte";

class Away {
  question = $state.raw<AwayQuestion | null>(null);

  /** Reads what is asked; what is new is said. */
  async read(): Promise<void> {
    try {
      const before = this.question?.from;
      this.question = await ipc.away();
      if (this.question && this.question.from !== before)
        store.say(`${this.question.sentence} What was it?`);
    } catch (fault) {
      store.complain(fault as Fault);
    }
  }

  /** Answers; the next question, if there is one, takes its place. */
  async answer(was: Absence): Promise<void> {
    const question = this.question;
    if (!question) return;
    const { from, until } = question;
    if (await store.apply({ op: "away", from, until, was })) await this.read();
  }

  /** Brings the question into view, with the focus on its first answer. */
  async show(): Promise<void> {
    view.screen = "week";
    await tick();
    document.querySelector<HTMLElement>("[data-away] button")?.focus();
  }
}

export const away = new Away();
