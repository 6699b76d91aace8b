// The time here and now as wall time: it comes from Rust with the week; between two readings it goes
// on with the computer's clock, and only while someone can see it.

import { momentOf, type Moment } from "../grid/moment";
import { store } from "../store.svelte";
import { minutes, seconds } from "./beat";

const MINUTE = 60_000;

/** This minute, asked once; whoever draws by it is drawn again at each beat. */
export function momentNow(): Moment | null {
  const wall = store.week?.now ?? null;
  return wall === null ? null : momentOf(wall) + Math.floor(since(minutes.now) / MINUTE);
}

/** This minute; for one component, as long as it is on the page. */
export function thisMinute(): { readonly moment: Moment | null } {
  const moment = $derived(momentNow());
  return {
    get moment() {
      return moment;
    },
  };
}

/** Whole seconds that what is going on has lasted. */
export function elapsedSeconds(): { readonly seconds: number } {
  const running = $derived(store.week?.running ?? null);
  const elapsed = $derived(running ? running.elapsed + Math.floor(since(seconds.now) / 1000) : 0);
  return {
    get seconds() {
      return elapsed;
    },
  };
}

/** Milliseconds since the week was read; whoever came to the page later counts from then too. */
const since = (now: number): number => Math.max(0, now - (store.readAt ?? now));

/** "0:14:05". */
export function counted(elapsed: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const minutes = Math.floor(elapsed / 60);
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(elapsed % 60)}`;
}
