// The grid alone, on a planner made up in the page: for looking at it without the shell. Not part
// of the build. `?dark`, `?day`, `?many` change what it shows.

import "@fontsource-variable/inter/index.css";
import { flushSync, mount } from "svelte";
import "../src/style/tokens.css";
import { fake } from "./fake";

const wants = new URLSearchParams(location.search);
if (wants.has("dark")) document.documentElement.dataset.theme = "dark";
const calls = fake(wants.has("many") ? 500 : 0);
const { default: Grid } = await import("../src/grid/Grid.svelte");
const { store } = await import("../src/store.svelte");
await store.load(
  wants.has("day")
    ? { from: "2026-11-19", until: "2026-11-20" }
    : { from: "2026-11-16", until: "2026-11-23" },
);
mount(Grid, { target: document.getElementById("app")! });
flushSync();
Object.assign(window, { store, calls });
