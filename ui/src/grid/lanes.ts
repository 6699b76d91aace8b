// Where the layers of a week stand in a day column: over each other, with what happened in a thin
// lane at the right, or side by side. Pure; widths are CSS pixels.

import type { Layers } from "../messages/Layers";

export type LayerName = "committed" | "live" | "actual";

/** A part of every day column, from its left edge. */
export interface Lane {
  left: number;
  width: number;
}

export interface Lanes {
  committed: Lane;
  live: Lane;
  /** None where it is not shown, or nothing has happened yet. */
  actual: Lane | null;
  /** Whether the lane of what happened has room for words. */
  roomy: boolean;
  /** Whether each layer has a part of its own. */
  beside: boolean;
}

/** Free ground at the left of a column, and at both sides together: a place to begin a drag. */
const LEFT = 2;
const FREE = 10;
const BETWEEN = 3;
const THIN = 7;
/** Least width in which an entry can be taken by the hand: WCAG asks for 24. */
const HANDY = 28;
const WIDEST = 200;
/** A column this wide has room for the words of what happened at any time. */
const AMPLE = 420;

/** The layers that are drawn; nothing chosen is the plan. */
export function shownLayers(layers: Layers): LayerName[] {
  const shown = (["committed", "live", "actual"] as const).filter((name) => layers[name]);
  return shown.length > 0 ? shown : ["live"];
}

/**
 * The lanes of columns this wide. `happened`: whether there is anything to show in the lane of what
 * happened; `edited`: whether it is worked in.
 */
export function lanesOf(
  layers: Layers,
  column: number,
  { happened, edited }: { happened: boolean; edited: boolean },
): Lanes {
  const shown = shownLayers(layers);
  const all = { left: LEFT, width: Math.max(0, column - FREE) };
  if (layers.beside && shown.length > 1) return besideEachOther(shown, all);
  const plan = shown.includes("live") || shown.includes("committed");
  if (!shown.includes("actual") || (plan && !happened && !edited))
    return { committed: all, live: all, actual: null, roomy: false, beside: false };
  if (!plan) return { committed: all, live: all, actual: all, roomy: true, beside: false };
  const wide = Math.min(Math.max(HANDY, column * 0.25), WIDEST);
  const ample = AMPLE <= column;
  const width = edited || ample ? wide : THIN;
  const right = edited || ample ? BETWEEN : 5;
  const left = column - right - width;
  const rest = { left: LEFT, width: Math.max(0, left - BETWEEN - LEFT) };
  return {
    committed: rest,
    live: rest,
    actual: { left, width },
    roomy: edited || ample,
    beside: false,
  };
}

function besideEachOther(shown: LayerName[], all: Lane): Lanes {
  const width = Math.max(0, (all.width - BETWEEN * (shown.length - 1)) / shown.length);
  const at = (name: LayerName): Lane | null => {
    const turn = shown.indexOf(name);
    return turn < 0 ? null : { left: all.left + turn * (width + BETWEEN), width };
  };
  const live = at("live") ?? at("committed") ?? all;
  return {
    // What left its place is outlined over the plan, where the committed plan has no part of its own.
    committed: at("committed") ?? live,
    live,
    actual: at("actual"),
    roomy: true,
    beside: true,
  };
}
