// Gives the focus back to where it was before it came into a place of the window, once the part of
// the place that has it goes. Sheets do so themselves; this is for what opens without taking it.

export class Back {
  #before: HTMLElement | null = null;
  /** Whether the focus came into the place and was not taken elsewhere since. */
  #inside = false;

  /** Attached to the place as a whole. */
  place = (element: HTMLElement): (() => void) => {
    const enter = ({ relatedTarget: from }: FocusEvent) => {
      this.#inside = true;
      if (from instanceof HTMLElement && !element.contains(from)) this.#before = from;
    };
    const leave = ({ relatedTarget: to }: FocusEvent) => {
      // What is taken out of the page loses the focus to nothing.
      if (to instanceof Node && !element.contains(to)) this.#inside = false;
    };
    element.addEventListener("focusin", enter);
    element.addEventListener("focusout", leave);
    return () => {
      element.removeEventListener("focusin", enter);
      element.removeEventListener("focusout", leave);
    };
  };

  /** Attached to each part that may go. */
  part = (element: HTMLElement): (() => void) => {
    return () => {
      const active = document.activeElement;
      const lost = active === null || active === document.body || element.contains(active);
      if (!this.#inside || !lost) return;
      this.#inside = false;
      if (this.#before?.isConnected) this.#before.focus();
    };
  };
}
