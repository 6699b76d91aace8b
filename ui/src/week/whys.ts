// The three reasons for a change of the plan, with their keys.

import type { Why } from "../messages/Why";

export const WHYS: { why: Why; key: string; label: string; about: string }[] = [
  { why: "mine", key: "m", label: "Mine", about: "My own choice" },
  { why: "external", key: "e", label: "External", about: "It came from outside" },
  { why: "contingency", key: "r", label: "Room kept", about: "Room was kept for such things" },
];
