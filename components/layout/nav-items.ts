/** The pages that a rail can name; each has an icon and a word in the `shell.page` catalogue. */
export const NAV_PAGES = [
  "overview",
  "matches",
  "resumes",
  "postings",
  "companies",
  "trends",
  "sources",
  "runs",
  "quality",
  "health",
  "rates",
] as const;
export type NavPage = (typeof NAV_PAGES)[number];

export type NavItem = { page: NavPage; href: string /** A count that asks for attention. */; count?: number };
export type NavGroup = { id: "me" | "market" | "admin"; items: NavItem[] };

/** The item whose address is the longest prefix of the path, so that a detail page lights its list. */
export function currentItem(groups: readonly NavGroup[], pathname: string): NavItem | null {
  const fits = groups
    .flatMap(({ items }) => items)
    .filter(({ href }) => pathname === href || pathname.startsWith(`${href}/`));
  return fits.reduce<NavItem | null>(
    (best, item) => (best === null || item.href.length > best.href.length ? item : best),
    null,
  );
}
