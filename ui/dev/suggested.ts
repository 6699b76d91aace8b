// Suggestions of the stand-in: always the same two.

import type { Occurrence } from "../src/messages/Occurrence";
import type { ProposalLine } from "../src/messages/ProposalLine";
import type { SuggestReply } from "../src/messages/SuggestReply";
import type { SuggestRequest } from "../src/messages/SuggestRequest";
import type { Week } from "../src/messages/Week";

/** What could be done with a week; with "growth" given up there is no conflict. */
export function suggested(week: Week, request: SuggestRequest): SuggestReply {
  const of = week.occurrences.find((one) => one.layer === "live")!;
  const day = week.range.from;
  const proposals = [
    proposal(of, "p1", "Focus time", "technical", `${day}T16:00:00`, `${day}T17:00:00`),
    proposal(of, "p2", "Growth time", "growth", `${day}T17:00:00`, `${day}T17:30:00`),
  ];
  return {
    rev: week.rev,
    week: week.figures.week,
    mode: request.mode,
    proposals,
    figures: week.figures,
    gains: ["Growth reaches its 1 h 30."],
    costs: ["One switch more on Monday."],
    optimal: true,
    proof: "No other plan on half hours is better: that is proved.",
    unmet: [
      {
        text: "Nothing is added on Tuesday: what stands there already leaves no half hour for lunch.",
        relax: { key: "day:2026-11-17", label: "Plan Tuesday anyway" },
      },
    ],
    conflict: null,
    said: "2 suggestions. Growth reaches its 1 h 30.",
  };
}

function proposal(
  of: Occurrence,
  key: string,
  title: string,
  category: Occurrence["category"],
  start: string,
  end: string,
): ProposalLine {
  return {
    key,
    draft: { what: "new", title, category, task: null, at: { start, end } },
    title,
    when: "Monday 16:00 to 17:00",
    reason: "Technical stands at 13 h of 20 h.",
    occurrences: [{ ...of, key: `${key}.1`, block: null, title, category, start, end }],
    moved: null,
  };
}
