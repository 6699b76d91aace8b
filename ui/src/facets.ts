// What nothing is said of: the facets a block begins with.

import type { Facets } from "./messages/Facets";

export const plain = (): Facets => ({
  lead: null,
  activity: null,
  horizon: null,
  meeting: false,
  delegable: false,
  protected: false,
  contingency: false,
  tags: [],
});
