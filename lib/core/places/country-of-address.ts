import { COUNTRIES } from "./country-names";

const CODES: ReadonlySet<string> = new Set(COUNTRIES.map(({ code }) => code));

/** Endings that are sold to anybody as if they were words: an address under one says nothing of a country. */
const SOLD_AS_WORDS: ReadonlySet<string> = new Set(
  "ac ag ai am as bz cc cd dj fm gg gl gs im io is la li ly me ms mu nu pw sc sh so st su tc tf tk to tv vc vg ws".split(
    " ",
  ),
);
/** National boards whose own ending is an international one: host → country, or null where the path names it. */
const NATIONAL_BOARDS: Readonly<Record<string, string | null>> = {
  "multitrabajos.com": "EC",
  "konzerta.com": "PA",
  "elempleo.com": null,
};
/** The board's country sites stand before its name: `mx.computrabajo.com`. */
const SITES_BY_PREFIX = /^(?<code>[a-z]{2})\.computrabajo\.com$/u;

function known(code: string): string | null {
  const upper = code === "uk" ? "GB" : code.toUpperCase();
  return CODES.has(upper) ? upper : null;
}

function byEnding(host: string): string | null {
  const labels = host.split(".");
  const [second, ending] = labels.slice(-2);
  if (ending?.length !== 2 || SOLD_AS_WORDS.has(ending)) return null;
  // Of Colombia's addresses only those under a second ending are the country's for sure.
  if (ending === "co" && (labels.length < 3 || !/^(?:com|edu|gov|net|org)$/u.test(second ?? ""))) return null;
  return known(ending);
}

/**
 * The country (ISO 3166-1 alpha-2) of the national board or employer under whose address an advert stands: by the ending of its host, or by the
 * boards that have their country in front of it or in the path. Null for international addresses, and for none.
 */
export function countryOfAddress(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const { hostname, pathname } = new URL(address);
  const host = hostname.replace(/^www\./u, "");
  const prefix = SITES_BY_PREFIX.exec(host)?.groups?.["code"];
  if (prefix !== undefined) return known(prefix);
  const board = Object.hasOwn(NATIONAL_BOARDS, host) ? NATIONAL_BOARDS[host] : undefined;
  if (board === null) return /^\/cr(?:\/|$)/u.test(pathname) ? "CR" : "CO";
  return board ?? byEnding(host);
}
