// The beat of what counts on by itself: once a second or once a minute while somebody looks. Nothing
// wakes up while the window is hidden, and nothing while nobody asks.

import { createSubscriber } from "svelte/reactivity";

const SECOND = 1000;

class Beat {
  #follow: () => void;

  constructor(every: number) {
    this.#follow = createSubscriber((update) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const tick = () => {
        update();
        timer = setTimeout(tick, every - (Date.now() % every) + 20);
      };
      const look = () => {
        clearTimeout(timer);
        if (!document.hidden) tick();
      };
      // The first beat comes by itself: whoever asks has just looked at the clock.
      if (!document.hidden) timer = setTimeout(tick, every - (Date.now() % every) + 20);
      document.addEventListener("visibilitychange", look);
      return () => {
        clearTimeout(timer);
        document.removeEventListener("visibilitychange", look);
      };
    });
  }

  /** Milliseconds of the computer's clock; whoever draws by it is drawn again at each beat. */
  get now(): number {
    this.#follow();
    return Date.now();
  }
}

export const seconds = new Beat(SECOND);
export const minutes = new Beat(60 * SECOND);
