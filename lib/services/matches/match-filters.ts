import { z } from "zod";
import { BANDS, type Band } from "@/lib/core/matching/match-types";
import { BAND_FLOORS } from "@/lib/core/matching/weights";
import { SENIORITIES, WORKPLACES } from "@/lib/core/postings/posting-fields";

const id = z.string().min(1).max(64);
const choice = <T extends z.ZodType>(schema: T) => schema.nullable().catch(null).default(null);

/** Filters and place of a list of matches, as an address states them; what cannot be read is as if it were not there. */
export const matchListInput = z.object({
  resume: choice(id),
  band: choice(z.enum(BANDS)),
  workplace: choice(z.enum(WORKPLACES)),
  seniority: choice(z.enum(SENIORITIES)),
  lang: choice(z.string().regex(/^[a-z]{2,3}$/u)),
  source: choice(z.string().min(1).max(120)),
  after: choice(id),
});
export type MatchListInput = z.infer<typeof matchListInput>;

/** What filtering looks at. */
export type Filterable = {
  id: string;
  score: number;
  lang: string | null;
  seniority: string | null;
  workplace: string | null;
  sourceIds: readonly string[];
};

type Filters = Pick<MatchListInput, "band" | "workplace" | "seniority" | "lang" | "source">;
type FilterName = keyof Filters;

const NAMES: readonly FilterName[] = ["band", "workplace", "seniority", "lang", "source"];

/** Which filters a row passes; one that is not set lets everything through. */
function passed(row: Filterable, { band, workplace, seniority, lang, source }: Filters): Record<FilterName, boolean> {
  return {
    band: band === null || row.score >= BAND_FLOORS[band],
    workplace: workplace === null || row.workplace === workplace,
    seniority: seniority === null || row.seniority === seniority,
    lang: lang === null || row.lang === lang,
    source: source === null || row.sourceIds.includes(source),
  };
}

/** The rows that pass all filters, in their order; without the one named, where the choices of that filter are counted. */
export function filterMatches<Row extends Filterable>(
  rows: readonly Row[],
  filters: Filters,
  except: FilterName | null = null,
): Row[] {
  return rows.filter((row) => {
    const passes = passed(row, filters);
    return NAMES.every((name) => name === except || passes[name]);
  });
}

/** One value that a filter could take, with how many matches it would leave. */
export type FacetChoice = { value: string; count: number };
export type MatchFacets = Record<FilterName, FacetChoice[]>;

function counted(values: readonly (string | null)[]): FacetChoice[] {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function inOrder(choices: FacetChoice[], order: readonly string[]): FacetChoice[] {
  return choices.sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
}

function bandChoices(rows: readonly Filterable[]): FacetChoice[] {
  const choices = BANDS.map((band: Band) => ({
    value: band,
    count: rows.filter(({ score }) => score >= BAND_FLOORS[band]).length,
  }));
  return choices.filter(({ value, count }) => value !== "poor" && count > 0);
}

/** The values that each filter could take, counted under the other filters. A band counts itself and everything above. */
export function matchFacets(rows: readonly Filterable[], filters: Filters): MatchFacets {
  const left = (name: FilterName) => filterMatches(rows, filters, name);
  return {
    band: bandChoices(left("band")),
    workplace: inOrder(counted(left("workplace").map((row) => row.workplace)), WORKPLACES),
    seniority: inOrder(counted(left("seniority").map((row) => row.seniority)), SENIORITIES),
    lang: counted(left("lang").map((row) => row.lang)),
    source: counted(left("source").flatMap((row) => [...row.sourceIds])),
  };
}

/** One page of a ranking; `previous` and `next` are the rows to go on after (`""` for the beginning), null where there is no more. */
export type MatchPage<Row> = { rows: Row[]; first: number; previous: string | null; next: string | null };

/** The page after a row, by its id: a row that left the ranking sends back to the beginning. */
export function pageAfter<Row extends { id: string }>(
  rows: readonly Row[],
  after: string | null,
  size: number,
): MatchPage<Row> {
  const from = after === null ? 0 : rows.findIndex((row) => row.id === after) + 1;
  const page = rows.slice(from, from + size);
  const before = from - size;
  return {
    rows: page,
    first: page.length === 0 ? 0 : from + 1,
    previous: from === 0 ? null : before <= 0 ? "" : (rows[before - 1]?.id ?? ""),
    next: from + size < rows.length ? (page.at(-1)?.id ?? null) : null,
  };
}
