// The window in a browser, over a pretended planner: for looking at it without the shell.
// Nothing of this is part of the program. Address: /dev/window.html?theme=dark&state=first

import { mockIPC } from "@tauri-apps/api/mocks";
import { Planner } from "./planner";

const asked = new URLSearchParams(location.search);
const planner = new Planner(asked.get("state") ?? "week", asked.get("theme") ?? "light");

mockIPC((command, args) => planner.answer(command, (args ?? {}) as Record<string, unknown>), {
  shouldMockEvents: true,
});
void import("../src/main");
