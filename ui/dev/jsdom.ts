// What jsdom lacks of a browser and the window asks for. For tests alone.

import { configure } from "@testing-library/svelte";
import { vi } from "vitest";

// The grid takes jsdom a while.
configure({ asyncUtilTimeout: 4000 });

class Silent {
  observe() {}
  unobserve() {}
  disconnect() {}
}
vi.stubGlobal("ResizeObserver", Silent);
vi.stubGlobal("matchMedia", (media: string) => ({
  media,
  matches: false,
  addEventListener() {},
  removeEventListener() {},
}));
Element.prototype.scrollIntoView = () => {};
Element.prototype.animate ??= () => ({ cancel() {}, finished: Promise.resolve() }) as never;
