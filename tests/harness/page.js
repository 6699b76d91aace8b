// What a journey asks of the page, in terms of what a screen reader is told.
// Evaluated by WebDriver for each question; leaves nothing behind in the page.

const implicit = {
  ARTICLE: () => "article",
  SECTION: (e) => (e.hasAttribute("aria-label") || e.hasAttribute("aria-labelledby") ? "region" : null),
  A: (e) => (e.hasAttribute("href") ? "link" : null),
  BUTTON: () => "button",
  DIALOG: () => "dialog",
  H1: () => "heading",
  H2: () => "heading",
  H3: () => "heading",
  H4: () => "heading",
  INPUT: (e) =>
    ({ button: "button", submit: "button", checkbox: "checkbox", radio: "radio", range: "slider",
       number: "spinbutton", search: "searchbox" })[e.type] ?? "textbox",
  LI: () => "listitem",
  MAIN: () => "main",
  METER: () => "meter",
  NAV: () => "navigation",
  OPTION: () => "option",
  SELECT: () => "combobox",
  SUMMARY: () => "button",
  TABLE: () => "table",
  TEXTAREA: () => "textbox",
  UL: () => "list",
};

const tidy = (text) => (text ?? "").replace(/\s+/g, " ").trim();

const roleOf = (e) => e.getAttribute("role") ?? implicit[e.tagName]?.(e) ?? null;

// The text without what is only for the eye.
const spoken = (node) =>
  node instanceof Element
    ? node.ariaHidden === "true"
      ? ""
      : [...node.childNodes].map(spoken).join("")
    : node instanceof Text
      ? node.data
      : "";

function nameOf(e) {
  const by = e.getAttribute("aria-labelledby");
  if (by) return tidy(by.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? "").join(" "));
  const own = e.getAttribute("aria-label");
  if (own) return tidy(own);
  if (e.labels?.length) return tidy([...e.labels].map(spoken).join(" "));
  return tidy(spoken(e)) || tidy(e.getAttribute("title")) || tidy(e.getAttribute("placeholder"));
}

const shown = (e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0;

const box = (e) => {
  const { left, top, width, height } = e.getBoundingClientRect();
  return { left, top, width, height };
};

const verbs = {
  // Elements with this role whose name is (or, with `part`, contains) this, in the first dialog or
  // anywhere.
  find(role, name, part, inDialog) {
    const all = inDialog ? '[role="dialog"] *' : "*";
    return [...document.querySelectorAll(all)].filter(
      (e) =>
        roleOf(e) === role &&
        shown(e) &&
        (name === null || (part ? nameOf(e).includes(name) : nameOf(e) === name)),
    );
  },

  // The names of everything with this role, for a failure's report.
  names(role) {
    return [...document.querySelectorAll("*")].filter((e) => roleOf(e) === role && shown(e)).map(nameOf);
  },

  days() {
    return [...document.querySelectorAll("[data-date][data-from]")].filter(shown).map((e) => ({
      date: e.dataset.date,
      label: e.getAttribute("aria-label") ?? "",
      from: Number(e.dataset.from),
      to: Number(e.dataset.to),
      ...box(e),
    }));
  },

  blocks() {
    return [...document.querySelectorAll("[data-uid][data-layer]")].filter(shown).map((e) => ({
      uid: e.dataset.uid,
      layer: e.dataset.layer,
      label: e.getAttribute("aria-label") ?? "",
      start: e.dataset.start ?? "",
      end: e.dataset.end ?? "",
      day: e.closest("[data-date]")?.dataset.date ?? null,
      focused: e === document.activeElement,
      ...box(e),
    }));
  },

  meters() {
    return [...document.querySelectorAll('[role="meter"]')].filter(shown).map((e) => ({
      label: e.getAttribute("aria-label") ?? "",
      now: Number(e.getAttribute("aria-valuenow")),
      max: Number(e.getAttribute("aria-valuemax")),
      target: Number(e.dataset.target),
      text: e.getAttribute("aria-valuetext") ?? "",
    }));
  },

  said() {
    return tidy(document.querySelector("[data-live]")?.textContent);
  },

  // Scrolls whatever holds the day so that this share of its height is in view.
  reveal(date, share) {
    const day = document.querySelector(`[data-date="${date}"][data-from]`);
    let frame = day?.parentElement;
    while (frame && frame.scrollHeight <= frame.clientHeight) frame = frame.parentElement;
    if (!frame) return;
    const dayTop = day.getBoundingClientRect().top - frame.getBoundingClientRect().top + frame.scrollTop;
    frame.scrollTop = dayTop + share * day.offsetHeight - frame.clientHeight / 2;
  },

  // Role and name of what has the focus.
  focus() {
    const e = document.activeElement;
    return e && e !== document.body ? [roleOf(e) ?? "", nameOf(e)] : ["", ""];
  },

  words() {
    return tidy(document.body.innerText);
  },

  // How many drawings of a gesture lie over the week.
  ghosts() {
    return document.querySelectorAll("[data-preview]").length;
  },

  view() {
    return { width: innerWidth, height: innerHeight };
  },
};
