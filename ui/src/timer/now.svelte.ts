// The time here and now as wall time: it comes from Rust with the week; between two readings it goes
// on with the computer's clock, and only while someone can see it.

import { momentOf, type Moment } from "../grid/moment";
import { store } from "../store.svelte";
import { minutes, seconds } from "./beat";

const MINUTE = 60_000;

/** This minute; for one component, as long as it is on the page. */
export function thisMinute(): { readonly moment: Moment | null } {
  // A write that changes the week in place brings no new time: what it was read at stays.
  const wall = $derived(store.week?.now ?? null);
  const read = $derived(wall === null ? null : { wall: momentOf(wall), at: Date.now() });
  const moment = $derived(
    read && read.wall + Math.floor(Math.max(0, minutes.now - read.at) / MINUTE),
  );
  return {
    get moment() {
      return moment;
    },
  };
}

/** Whole seconds that what is going on has lasted. */
export function elapsedSeconds(): { readonly seconds: number } {
  const running = $derived(store.week?.running ?? null);
  const read = $derived(running && { elapsed: running.elapsed, at: Date.now() });
  const elapsed = $derived(
    read ? read.elapsed + Math.floor(Math.max(0, seconds.now - read.at) / 1000) : 0,
  );
  return {
    get seconds() {
      return elapsed;
    },
  };
}

/** "0:14:05". */
export function counted(elapsed: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const minutes = Math.floor(elapsed / 60);
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(elapsed % 60)}`;
}
