// Every action of the window, once: the keys of the shell, the list of all keys, the tooltips and
// the command palette all read this list.
//
// To add an action, add an entry to the list of its group below, in the order in which people should
// meet it. Where a part of the window has many, it exports an `Action[]` from a file of its own, which
// is spread into `ACTIONS` at the end. `does` names it for good, `now` as it would be this time.
// `keys` are heard everywhere, unless something in the page took the press first; a key that only
// the grid hears is named in `gridKey` and described in keys.ts. What an action needs to know it asks
// the store and the view when it runs; `ready` says whether it would do anything now.

import { reminderActions } from "./attention/actions";
import { focusActions } from "./focus/actions";
import { go, settingsParts } from "./go";
import { look } from "./look";
import { printWeek } from "./print/print";
import { store } from "./store.svelte";
import { openSuggestions } from "./suggest/open";
import { plusDays } from "./time";
import { timerActions } from "./timer/actions";
import { view } from "./view.svelte";

export interface Action {
  /** Names it in code and for tests; never shown. */
  id: string;
  /** As it is found and listed: "Import a calendar file". */
  does: string;
  /** As it is found right now, where that says more: "Undo move Ingest design". */
  now?: () => string;
  group: "Go to" | "Plan" | "Show" | "Look" | "Settings";
  /** Heard everywhere, as people read them: "Ctrl+Shift+Z". */
  keys?: string[];
  /** Whether its keys go to another action as long as that has something to do. */
  yields?: boolean;
  /** The key the grid has for it. */
  gridKey?: string;
  /** Other words people may look for it by. */
  words?: string;
  /** Whether it would do anything now; without it always. */
  ready?: () => boolean;
  run: () => void;
}

const screens: Action[] = [
  {
    id: "week",
    does: "Week",
    group: "Go to",
    keys: ["Ctrl+1"],
    words: "home grid plan screen view",
    run: () => void look.at("week"),
  },
  {
    id: "seasons",
    does: "Seasons",
    group: "Go to",
    keys: ["Ctrl+4"],
    words: "grow time line targets launch hiring learning screen",
    run: () => go.screen("seasons"),
  },
  {
    id: "settings",
    does: "Settings",
    group: "Go to",
    keys: ["Ctrl+6"],
    words: "preferences options screen",
    run: () => go.screen("settings"),
  },
  {
    id: "today",
    does: "Today",
    group: "Go to",
    gridKey: "T",
    words: "now current this week",
    run: () => void go.today(),
  },
  {
    id: "look-day",
    does: "Day",
    group: "Go to",
    words: "view one day",
    run: () => void look.at("day"),
  },
  {
    id: "look-month",
    does: "Month",
    group: "Go to",
    words: "view overview weeks",
    run: () => void look.at("month"),
  },
  {
    id: "look-agenda",
    does: "Agenda",
    group: "Go to",
    words: "view list",
    run: () => void look.at("agenda"),
  },
];

const plan: Action[] = [
  {
    id: "new",
    does: "New block",
    group: "Plan",
    keys: ["Ctrl+N"],
    words: "add create",
    run: () => void view.newBlock(),
  },
  {
    id: "words",
    does: "Add in words",
    group: "Plan",
    keys: ["Q"],
    words: "quick add natural language type line task",
    ready: () => !view.adding,
    run: () => view.addInWords(),
  },
  {
    id: "undo",
    does: "Undo",
    now: () => `Undo ${store.week?.undo ?? ""}`.trim(),
    group: "Plan",
    keys: ["Ctrl+Z"],
    words: "take back",
    ready: () => Boolean(store.week?.undo),
    run: () => void store.undo(),
  },
  {
    id: "redo",
    does: "Redo",
    now: () => `Redo ${store.week?.redo ?? ""}`.trim(),
    group: "Plan",
    keys: ["Ctrl+Shift+Z", "Ctrl+Y"],
    words: "again",
    ready: () => Boolean(store.week?.redo),
    run: () => void store.redo(),
  },
  {
    id: "suggest",
    does: "Suggest what to do with free time",
    group: "Plan",
    keys: ["Ctrl+J"],
    words: "fill plan week proposals best",
    run: () => void openSuggestions("fill"),
  },
  {
    id: "repair",
    does: "Repair the week after a meeting landed",
    group: "Plan",
    words: "suggest move overlap conflict proposals",
    run: () => void openSuggestions("repair"),
  },
  {
    id: "season-questions",
    does: "Five questions about the time ahead",
    group: "Plan",
    words: "season questionnaire lead manage why where how when",
    run: () => go.sheet("questions"),
  },
  {
    id: "crisis",
    does: "Start crisis mode",
    group: "Plan",
    words: "season incident emergency outage phases",
    run: () => go.sheet("crisis"),
  },
  {
    id: "decline",
    does: "Write down a no",
    group: "Plan",
    words: "decline saying no delegate hand on log",
    run: () => view.decline({}),
  },
  {
    id: "templates",
    does: "Templates",
    group: "Plan",
    keys: ["Ctrl+L"],
    words: "ideal week lay ready-made pattern meeting",
    run: () => void (view.templates ? (view.templates = null) : view.openTemplates("open")),
  },
  {
    id: "copy-last-week",
    does: "Copy last week",
    group: "Plan",
    keys: ["Ctrl+Shift+L"],
    words: "repeat previous again template",
    run: () => void view.openTemplates("last_week"),
  },
  {
    id: "save-template",
    does: "Save as template",
    group: "Plan",
    words: "keep week day selection ideal",
    run: () => void view.openTemplates("save"),
  },
  {
    id: "commit",
    does: "Commit the week",
    now: () =>
      store.week?.figures.commitment ? "What became of the committed week" : "Commit the week",
    group: "Plan",
    gridKey: "C",
    words: "promise plan freeze changes reasons stability",
    run: () => go.commit(),
  },
  {
    id: "import",
    does: "Import a calendar file",
    group: "Plan",
    keys: ["Ctrl+I"],
    words: "ics open load",
    run: () => void view.choose(),
  },
  {
    id: "export",
    does: "Export",
    group: "Plan",
    keys: ["Ctrl+E"],
    words: "ics save calendar file",
    run: () => void go.export(),
  },
  {
    id: "print",
    does: "Print the week",
    group: "Plan",
    keys: ["Ctrl+P"],
    words: "paper page pdf",
    run: () => void printWeek(),
  },
];

const shows: Action[] = [
  {
    id: "layers-beside",
    does: "Layers side by side or overlaid",
    now: () => (store.settings?.layers.beside ? "Layers overlaid" : "Layers side by side"),
    group: "Show",
    words: "committed planned actual happened compare lanes",
    run: () => {
      const layers = store.settings?.layers;
      if (layers) void store.set({ layers: { ...layers, beside: !layers.beside } });
    },
  },
  {
    id: "layer-actual",
    does: "Show or hide what happened",
    now: () => `${store.settings?.layers.actual ? "Hide" : "Show"} what happened`,
    group: "Show",
    words: "layer actual entries lane",
    run: () => {
      const layers = store.settings?.layers;
      if (layers) void store.set({ layers: { ...layers, actual: !layers.actual } });
    },
  },
  {
    id: "weekend",
    does: "Show or hide the weekend",
    now: () => `${store.settings?.show_weekend ? "Hide" : "Show"} the weekend`,
    group: "Show",
    gridKey: "W",
    words: "saturday sunday toggle days",
    run: () => void store.set({ show_weekend: !store.settings?.show_weekend }),
  },
  {
    id: "hours",
    does: "Show all hours or those around work",
    now: () => (store.settings?.show_all_hours ? "Show the hours around work" : "Show all hours"),
    group: "Show",
    gridKey: "H",
    words: "night early late toggle",
    run: () => void store.set({ show_all_hours: !store.settings?.show_all_hours }),
  },
  {
    id: "panel",
    does: "Show or hide the side panel",
    now: () => `${view.panel ? "Hide" : "Show"} the side panel`,
    group: "Show",
    keys: ["Ctrl+B"],
    words: "toggle details",
    run: () => (view.panel = !view.panel),
  },
  {
    id: "backlog",
    does: "Backlog",
    group: "Show",
    keys: ["L"],
    words: "tasks to do list panel later",
    run: () => void view.openBacklog(),
  },
  {
    id: "went",
    does: "How the week went",
    group: "Show",
    keys: ["Ctrl+H"],
    words: "adherence kept moved missed unplanned displaced actual recall reshuffled stability",
    run: () => void view.openWent(),
  },
  {
    id: "palette",
    does: "Find an action, a day, a block",
    group: "Show",
    keys: ["Ctrl+K"],
    words: "command palette",
    ready: () => view.palette !== "actions",
    run: () => view.find("actions"),
  },
  {
    id: "search",
    does: "Search everything",
    group: "Show",
    keys: ["/", "Ctrl+F"],
    words: "find look for",
    ready: () => view.palette !== "search",
    run: () => view.find("search"),
  },
  {
    id: "keys",
    does: "All keys",
    group: "Show",
    keys: ["?"],
    words: "keyboard shortcuts help",
    run: () => (view.keys = !view.keys),
  },
];

const followUps: Action[] = [
  {
    id: "spread-all",
    does: "Do the same to all of the series",
    now: () => store.notice?.spread?.all ?? "Do the same to all of the series",
    group: "Plan",
    keys: ["A"],
    words: "repeat recurring every occurrence",
    ready: () => Boolean(store.notice?.spread),
    run: () => void store.spread("all"),
  },
  {
    id: "spread-following",
    does: "Do the same to this and the following of the series",
    group: "Plan",
    keys: ["F"],
    words: "repeat recurring later occurrences",
    ready: () => Boolean(store.notice?.spread?.following),
    run: () => void store.spread("following"),
  },
];

/** The close of a day. */
const close: Action[] = [
  {
    id: "close-day",
    does: "Close the day",
    group: "Plan",
    keys: ["D"],
    words: "end evening shutdown review left tomorrow energy line",
    ready: () => !view.closing,
    run: () => (view.closing = { day: null }),
  },
  {
    id: "close-yesterday",
    does: "Close the day before",
    group: "Plan",
    words: "yesterday end late review left",
    ready: () => store.week !== null,
    run: () => (view.closing = { day: plusDays(store.week!.today, -1) }),
  },
];

const theme = (name: "system" | "light" | "dark", does: string, words: string): Action => ({
  id: `theme-${name}`,
  does,
  group: "Look",
  words: `theme colours ${words}`,
  ready: () => store.settings?.theme !== name,
  run: () => void store.set({ theme: name }),
});

const looks: Action[] = [
  theme("light", "Light look", "bright day"),
  theme("dark", "Dark look", "night"),
  theme("system", "Look as the desktop", "system automatic"),
];

const settings: Action[] = settingsParts.map((part) => ({
  id: `settings-${part.id}`,
  does: `Settings: ${part.title}`,
  group: "Settings",
  words: part.words,
  run: () => void go.settings(part.id),
}));

export const ACTIONS: Action[] = [
  ...screens,
  ...plan,
  ...close,
  ...timerActions,
  ...followUps,
  ...focusActions,
  ...reminderActions,
  ...shows,
  ...looks,
  ...settings,
];

export type ActionId = string;

const byId = new Map(ACTIONS.map((action) => [action.id, action]));

/** The keys of an action in words, for tooltips: "Ctrl+Shift+Z". */
export const keysOf = (id: ActionId): string => byId.get(id)?.keys?.[0] ?? "";
