// How dates and times are written: English words in the conventions of the person's region. The
// shell names the locale in the page's address; without it the web view's own counts.

/** A BCP 47 tag such as "en-GB" or "en-DE"; undefined where the web view decides. */
export const locale: string | undefined =
  new URLSearchParams(globalThis.location?.search ?? "").get("locale") ?? undefined;

type WithWeek = Intl.Locale & {
  weekInfo?: { firstDay: number };
  getWeekInfo?: () => { firstDay: number };
};

/** The day weeks start with where the person lives, 0 = Monday … 6 = Sunday. */
export function firstWeekday(tag: string | undefined = locale): number {
  if (!tag) return 0;
  const where = new Intl.Locale(tag) as WithWeek;
  const day = (where.getWeekInfo?.() ?? where.weekInfo)?.firstDay ?? 1;
  return (day + 6) % 7;
}
