// How well words that were typed fit a name: accents and capitals make no difference. Pure. What is
// in the plan is searched in Rust by the same order of ranks.

/** The lower the better: the name begins so, its words do, it holds them, only further words do. */
export type Rank = 0 | 1 | 2 | 3;

/** A text without accents and capitals. */
export const fold = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();

/** How well a name fits what was typed; null: not at all. Every word typed must be met. */
export function rankOf(typed: string, name: string, further = ""): Rank | null {
  const asked = fold(typed);
  const [title, more] = [fold(name), fold(further)];
  if (title.startsWith(asked)) return 0;
  const words = asked.split(/\s+/);
  if (words.every((word) => begins(title, word))) return 1;
  if (words.every((word) => title.includes(word))) return 2;
  return words.every((word) => title.includes(word) || begins(more, word)) ? 3 : null;
}

const begins = (text: string, word: string): boolean =>
  text.split(/[^\p{L}\p{N}]+/u).some((one) => one.startsWith(word));

/** The best first; those that fit alike keep their order. */
export function ranked<T>(
  typed: string,
  all: T[],
  names: (one: T) => { name: string; further: string },
): T[] {
  return all
    .flatMap((one) => {
      const { name, further } = names(one);
      const rank = rankOf(typed, name, further);
      return rank === null ? [] : [{ one, rank }];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}
