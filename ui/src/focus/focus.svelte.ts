// The focus session as the window shows it: its quiet view, the card before it begins, and the steps
// there are. When a phase is over and what is recorded, Rust decides.

import type { Category } from "../messages/Category";
import type { FocusDraft } from "../messages/FocusDraft";
import type { Occurrence } from "../messages/Occurrence";
import type { Outcome } from "../messages/Outcome";
import { store } from "../store.svelte";
import { timer } from "../timer/timer.svelte";

/** What a session is to be about; without a key, whatever is written. */
export interface About {
  of: string | null;
  title: string;
  category: Category;
}

class Focus {
  /** Whether the quiet view is open. */
  open = $state(false);
  /** What a session is about to begin for. */
  starting = $state.raw<About | null>(null);

  get running() {
    return store.week?.running ?? null;
  }

  /** Opens the view of the session that goes on, or the card to begin one. */
  enter(): void {
    if (this.running?.focus) {
      this.starting = null;
      this.open = true;
    } else this.begin();
  }

  /** Asks how a session is to go: for what is selected, for what runs, or for what is planned next. */
  begin(): void {
    const one: Occurrence | undefined = store.selected[0] ?? timer.block ?? timer.next[0];
    const running = this.running;
    if (one) this.starting = { of: one.key, title: one.title, category: one.category };
    else if (running)
      this.starting = { of: null, title: running.title, category: running.category };
    else this.starting = { of: null, title: "", category: "technical" };
  }

  /** Begins a session and shows it. */
  async start({ of, title, category }: About, focus: FocusDraft): Promise<Outcome | null> {
    const draft = of === null ? { title, category, focus } : { of, focus };
    const done = await store.apply({ op: "start", ...draft }, of ?? "");
    if (done) {
      this.starting = null;
      this.open = true;
    }
    return done;
  }

  /** Holds it, or goes on. */
  hold = (): Promise<Outcome | null> => timer.hold();

  skip = (): Promise<Outcome | null> => store.apply({ op: "session", step: "skip" });

  extend = (minutes: number): Promise<Outcome | null> =>
    store.apply({ op: "session", step: "extend", minutes });

  async stop(): Promise<void> {
    if (await timer.stop()) this.open = false;
  }
}

export const focus = new Focus();
