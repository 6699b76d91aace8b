// The question about an absence: read when the window opens, when the shell tells of one and when all
// is read again, kept until it is answered.

import { tick } from "svelte";
import { focus } from "../focus/focus.svelte";
import * as ipc from "../ipc";
import type { Absence } from "../messages/Absence";
import type { AwayQuestion } from "../messages/AwayQuestion";
import type { Fault } from "../messages/Fault";
import { store } from "../store.svelte";

class Away {
  question = $state.raw<AwayQuestion | null>(null);
  #turn = 0;

  /** Reads what is asked; what is new is said, and the view of a session makes room for it. */
  async read(): Promise<void> {
    const turn = ++this.#turn;
    try {
      const before = this.question?.from;
      const asked = await ipc.away();
      if (turn !== this.#turn) return;
      this.question = asked;
      if (!asked || asked.from === before) return;
      focus.open = false;
      store.say(`${asked.sentence} What was it?`);
    } catch (fault) {
      if (turn === this.#turn) store.complain(fault as Fault);
    }
  }

  /** That of another plan means nothing here; an answer under way is dropped. */
  clear(): void {
    this.#turn++;
    this.question = null;
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
    focus.open = false;
    await tick();
    document.querySelector<HTMLElement>("[data-away] button")?.focus();
  }
}

export const away = new Away();
