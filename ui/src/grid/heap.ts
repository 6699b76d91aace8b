// A smallest-first queue of [order, value] pairs, for the sweep in layout. Counts its steps for the
// test that holds it to its cost.

export type Pair = [order: number, value: number];

export class Heap {
  #pairs: Pair[] = [];

  constructor(private step: () => void) {}

  get top(): Pair | undefined {
    return this.#pairs[0];
  }

  push(pair: Pair): void {
    const pairs = this.#pairs;
    let at = pairs.push(pair) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      this.step();
      if (pairs[above]![0] <= pair[0]) break;
      pairs[at] = pairs[above]!;
      at = above;
    }
    pairs[at] = pair;
  }

  pop(): Pair | undefined {
    const pairs = this.#pairs;
    const first = pairs[0];
    const last = pairs.pop();
    if (pairs.length === 0 || !last) return first;
    let at = 0;
    for (;;) {
      let below = at * 2 + 1;
      this.step();
      if (below + 1 < pairs.length && pairs[below + 1]![0] < pairs[below]![0]) below++;
      if (below >= pairs.length || last[0] <= pairs[below]![0]) break;
      pairs[at] = pairs[below]!;
      at = below;
    }
    pairs[at] = last;
    return first;
  }
}
