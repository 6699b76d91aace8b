// What may be said of blocks: the facets a block begins with, and how they read in one line.

import { ahead } from "./attention/minutes";
import type { Facets } from "./messages/Facets";
import type { Horizon } from "./messages/Horizon";
import type { Remind } from "./messages/Remind";
import type { Vocabulary } from "./messages/Vocabulary";

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

export const HORIZONS: { value: Horizon; label: string }[] = [
  { value: "week", label: "This week" },
  { value: "quarter", label: "This quarter" },
  { value: "year", label: "This year" },
  { value: "three_years", label: "Three years and more" },
];

/** What is on or off, in the order it is shown. */
export const MARKS = [
  { name: "meeting", label: "Meeting", about: "Other people take part" },
  { name: "delegable", label: "Delegable", about: "Somebody else could do it" },
  {
    name: "protected",
    label: "Protected",
    about: "Moving, shortening or deleting it asks for a reason",
  },
  {
    name: "contingency",
    label: "Kept free",
    about: "Room for what comes up; it counts for no category",
  },
] as const;

/** What a lead share stands for, both sides alike. */
export function leadWords(lead: number | null): string {
  if (lead === null) return "Not said. How and when it gets done, or why and where it leads?";
  if (lead < 35) return "Mostly how and when: plans, scope, progress, what is in the way.";
  if (lead <= 65) return "Both: what to do next, and what it is good for.";
  return "Mostly why and where: direction, trust, meaning, people who grow.";
}

/** A reminder of the block's own in the line; empty where it is that of its category. */
function remindWords(remind: Remind | null): string {
  if (remind === null) return "";
  return remind === "never" ? "No reminder" : `Reminder ${ahead(remind.before).toLowerCase()}`;
}

/** All that is said of a block, in one line; empty when nothing is. */
export function summary(facets: Facets, goal: string, words: Vocabulary | null): string {
  const activity = words?.activities.find((one) => one.name === facets.activity)?.label;
  const horizon = HORIZONS.find((one) => one.value === facets.horizon)?.label;
  const said = [
    facets.lead === null ? "" : `${facets.lead} % why and where`,
    activity ?? "",
    horizon ?? "",
    ...MARKS.map(({ name, label }) => (facets[name] ? label : "")),
    remindWords(facets.remind ?? null),
    ...facets.tags.map((tag) => `#${tag}`),
    goal && `for ${goal}`,
  ];
  return said.filter(Boolean).join(" · ");
}
