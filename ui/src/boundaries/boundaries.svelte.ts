// The boundaries as the settings show them, and their lists with one entry changed or taken out.

import * as ipc from "../ipc";
import type { Boundaries } from "../messages/Boundaries";
import { Held, type Keep as KeepOf } from "../settings/held.svelte";

export type Keep = KeepOf<Boundaries>;

export class HeldBoundaries extends Held<Boundaries> {
  constructor() {
    super(ipc.boundaries, (boundaries) => ({ op: "set_boundaries", boundaries }));
  }
}

/** A list with one of its entries changed. */
export const changed = <T>(list: T[], at: number, change: Partial<T>): T[] =>
  list.map((one, index) => (index === at ? { ...one, ...change } : one));

/** A list without one of its entries. */
export const without = <T>(list: T[], at: number): T[] => list.filter((_, index) => index !== at);
