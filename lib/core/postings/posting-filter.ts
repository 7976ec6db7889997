import { z } from "zod";
import { foldLabel } from "@/lib/core/kernel/fold";
import { addDays } from "@/lib/core/kernel/utc-day";
import { SENIORITIES, WORKPLACES } from "./posting-fields";

/** Periods that a list of postings can be limited to, in days. */
export const RECENT_DAYS = [1, 7, 30, 90] as const;

const MAX_WORDS = 12;
const MAX_CHOICES = 20;

const repeated = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()).map((word) => word.trim()).filter(Boolean))
  .transform((words) => [...new Set(words)].slice(0, MAX_CHOICES));

const single = repeated.transform((words) => words[0] ?? null);

function oneOf<const T extends readonly string[]>(choices: T) {
  return repeated.transform((words) => choices.filter((choice): choice is T[number] => words.includes(choice)));
}

const firstOf = <const T extends readonly [string, ...string[]]>(choices: T) =>
  single.transform((word) => choices.find((choice): choice is T[number] => choice === word) ?? null);

const isInstant = (word: string) => /^\d{4}-\d{2}-\d{2}/u.test(word) && !Number.isNaN(Date.parse(word));

/** A number of days back, or an instant; anything else is no limit. */
const since = single.transform((word) => {
  if (word === null) return null;
  if (/^\d{1,3}$/u.test(word) && Number(word) > 0) return word;
  return word.length <= 30 && isInstant(word) ? word : null;
});

/** What a list of postings is limited to, as it stands in an address. Whatever cannot be used is left out, never an error. */
export const postingFilter = z.object({
  q: single.transform((words) => words?.slice(0, 200) ?? ""),
  state: firstOf(["open", "closed", "any"]).transform((state) => state ?? "open"),
  place: single.transform((words) => words?.slice(0, 100) ?? ""),
  /** ISO 3166-1 alpha-2. */
  country: repeated.transform((codes) =>
    codes.map((code) => code.toUpperCase()).filter((code) => /^[A-Z]{2}$/u.test(code)),
  ),
  workplace: oneOf(WORKPLACES),
  seniority: oneOf(SENIORITIES),
  skill: repeated,
  source: repeated,
  lang: oneOf(["en", "es", "und"]),
  posted: since,
  seen: since,
  /** With an instant in `seen`: first seen no later than this. */
  until: single.transform((word) => (word !== null && word.length <= 30 && isInstant(word) ? word : null)),
  pay: single.transform((word) => word === "1"),
  sort: firstOf(["relevance", "newest"]),
  after: single,
});

export type PostingFilter = z.output<typeof postingFilter>;

/** The filter as an address keeps it: only what differs from the unfiltered list, in one order. */
export function toFilterParams(filter: Omit<PostingFilter, "after">): URLSearchParams {
  const params = new URLSearchParams();
  if (filter.q !== "") params.set("q", filter.q);
  if (filter.state !== "open") params.set("state", filter.state);
  if (filter.place !== "") params.set("place", filter.place);
  for (const name of ["country", "workplace", "seniority", "skill", "source", "lang"] as const) {
    for (const value of filter[name]) params.append(name, value);
  }
  if (filter.posted !== null) params.set("posted", filter.posted);
  if (filter.seen !== null) params.set("seen", filter.seen);
  if (filter.until !== null) params.set("until", filter.until);
  if (filter.pay) params.set("pay", "1");
  if (filter.sort !== null) params.set("sort", filter.sort);
  return params;
}

/** The instant that a limit names: so many days before `now`, or the instant itself. */
export function sinceInstant(limit: string | null, now: Date): Date | null {
  if (limit === null) return null;
  return /^\d+$/u.test(limit) ? addDays(now, -Number(limit)) : new Date(limit);
}

/** The words of a search, folded as the stored text is; signs that no search word has are dropped. At most 12. */
export function searchWords(query: string): string[] {
  return foldLabel(query)
    .split(" ")
    .map((word) => word.replace(/[^\p{L}\p{N}+#./_-]+/gu, ""))
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, MAX_WORDS);
}
