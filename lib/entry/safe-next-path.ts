/** Where people land who asked for nothing else. */
export const HOME_PATH = "/overview";

const BASE = "http://here.invalid";
const NOT_A_PAGE = /^\/(api|sign-in|sign-up|forgot|reset)(\/|$|\?)/;

/** The path to go to after signing in: a page of this app, never another site, whatever the parameter holds. */
export function safeNextPath(raw: unknown): string {
  if (typeof raw !== "string" || !raw.startsWith("/") || raw.length > 2000) return HOME_PATH;
  if (!URL.canParse(raw, BASE)) return HOME_PATH;
  const url = new URL(raw, BASE);
  const path = `${url.pathname}${url.search}`;
  return url.origin !== BASE || path.startsWith("//") || NOT_A_PAGE.test(path) ? HOME_PATH : path;
}
