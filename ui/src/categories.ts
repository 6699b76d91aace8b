// The four categories as the window names them: word, letter and key. Colours are in tokens.css.

import type { Category } from "./messages/Category";

export interface CategoryWord {
  category: Category;
  name: string;
  letter: string;
  /** The digit that sets it while the grid has the focus. */
  key: string;
}

export const CATEGORIES: CategoryWord[] = [
  { category: "technical", name: "Technical", letter: "T", key: "1" },
  { category: "management", name: "Management", letter: "M", key: "2" },
  { category: "growth", name: "Growth", letter: "G", key: "3" },
  { category: "personal", name: "Personal", letter: "P", key: "4" },
];

export const wordOf = (category: Category): CategoryWord =>
  CATEGORIES.find((c) => c.category === category) ?? CATEGORIES[0]!;
