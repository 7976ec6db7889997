import { countByLanguage, findKeyCells, findTrendCells, findTrendExtent } from "@/lib/adapters/db/queries/trend-reads";
import type { Growth } from "@/lib/core/trends/demand-growth";
import { type DemandSeries, demandSeries, type RankedDemand, rankDemand } from "@/lib/core/trends/demand-series";
import { comparePeriods, type Periods, periodGrowth } from "@/lib/core/trends/period-growth";
import { bucketEnd, bucketStart } from "@/lib/core/trends/time-bucket";
import { ALL, type TrendCell } from "@/lib/core/trends/trend-cells";
import { rangeOf, type TrendQuery } from "@/lib/core/trends/trend-query";
import type { UserContext } from "@/lib/services/context/context";
import type { Labels } from "@/lib/services/postings/to-summary";

const TOP = 12;
const DEFAULT_SKILLS = 4;
const MULTIPLES = 4;
const LANGS = ["en", "es"] as const;

/** The chosen skills at one source, or in one language. */
export type SmallMultiple = { key: string; series: DemandSeries[]; n: number };

export type Trends = {
  query: TrendQuery & { from: string; to: string };
  /** When the cells were counted; null where nothing was counted yet. */
  computedAt: Date | null;
  extent: { first: string | null; last: string | null };
  series: DemandSeries[];
  top: (RankedDemand & { growth: Growth })[];
  periods: Periods | null;
  bySource: SmallMultiple[];
  byLanguage: SmallMultiple[];
  labels: Record<string, Labels>;
  sources: { id: string; name: string }[];
  /** Ids of the sources that any counted posting came from. */
  reporting: string[];
  /** Postings that the answer rests on. */
  n: number;
};

type Range = { from: string; to: string };

/** Cells of one source or language stand for all there is when a rule reads them; the source is kept as what reported. */
function asWhole(cells: readonly TrendCell[], source: string | null): TrendCell[] {
  const whole = cells.map((cell) => ({ ...cell, source: ALL }));
  if (source === null) return whole;
  const reported = whole.filter((cell) => cell.dimension === "total");
  return [...whole, ...reported.map((cell) => ({ ...cell, dimension: "source" as const, key: source }))];
}

async function loadCells(ctx: UserContext, query: TrendQuery, range: Range): Promise<TrendCell[]> {
  if (query.lang !== null) {
    const cells = await countByLanguage(ctx.db, { ...span(query, range), langs: [query.lang], source: query.source });
    const reported = await findTrendCells(ctx.db, { grain: query.by, ...range, source: ALL, dimensions: ["source"] });
    return [...cells, ...reported.filter((cell) => query.source === null || cell.key === query.source)];
  }
  const cells = await findTrendCells(ctx.db, {
    grain: query.by,
    ...range,
    source: query.source ?? ALL,
    dimensions: ["total", "skill", "source"],
  });
  return asWhole(cells, query.source);
}

function span(query: TrendQuery, range: Range) {
  return { grain: query.by, since: bucketStart(range.from), until: bucketEnd(range.to) };
}

function multiple(
  key: string,
  cells: readonly TrendCell[],
  keys: readonly string[],
  range: Range,
  now: Date,
): SmallMultiple {
  const series = demandSeries(cells, { dimension: "skill", keys, ...range, now });
  return { key, series, n: (series[0]?.points ?? []).reduce((sum, point) => sum + point.n, 0) };
}

function largest(multiples: readonly SmallMultiple[]): SmallMultiple[] {
  return multiples
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n || (a.key < b.key ? -1 : 1))
    .slice(0, MULTIPLES);
}

async function perSource(
  ctx: UserContext,
  query: TrendQuery,
  range: Range,
  sources: readonly { id: string }[],
): Promise<SmallMultiple[]> {
  if (query.skill.length === 0) return [];
  const cells = await findKeyCells(ctx.db, {
    grain: query.by,
    ...range,
    keys: query.skill,
    sources: sources.map((source) => source.id),
  });
  const multiples = largest(
    sources.map(({ id }) =>
      multiple(
        id,
        asWhole(
          cells.filter((cell) => cell.source === id),
          id,
        ),
        query.skill,
        range,
        ctx.now(),
      ),
    ),
  );
  // One source alone would only repeat the large chart.
  return multiples.length > 1 ? multiples : [];
}

async function perLanguage(ctx: UserContext, query: TrendQuery, range: Range): Promise<SmallMultiple[]> {
  if (query.skill.length === 0) return [];
  const cells = await countByLanguage(ctx.db, { ...span(query, range), langs: LANGS, source: query.source });
  return largest(
    LANGS.map((lang) =>
      multiple(
        lang,
        cells.filter((cell) => cell.lang === lang),
        query.skill,
        range,
        ctx.now(),
      ),
    ),
  );
}

function reportingSources(cells: readonly TrendCell[], asked: TrendQuery): string[] {
  if (asked.source !== null) return [asked.source];
  return [...new Set(cells.filter((cell) => cell.dimension === "source").map((cell) => cell.key))].sort();
}

/** Labels of some skills by id; an id that is not in the taxonomy is left out. */
async function skillLabels(ctx: UserContext, ids: readonly string[]): Promise<Record<string, Labels>> {
  const skills = await ctx.db.skill.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, labelEn: true, labelEs: true },
  });
  return Object.fromEntries(skills.map(({ id, labelEn, labelEs }) => [id, { en: labelEn, es: labelEs }]));
}

/** The answer to a question about demand. Without chosen skills the ones most asked for in the period are taken. */
export async function getTrends(ctx: UserContext, asked: TrendQuery): Promise<Trends> {
  const now = ctx.now();
  const range = rangeOf(asked, now);
  const [cells, extent, sources] = await Promise.all([
    loadCells(ctx, asked, range),
    findTrendExtent(ctx.db, asked.by),
    ctx.db.source.findMany({ select: { id: true, name: true }, orderBy: { id: "asc" }, take: 200 }),
  ]);
  const ranked = rankDemand(cells, { dimension: "skill", ...range, limit: TOP });
  const periods = comparePeriods(range, now);
  const skill = asked.skill.length > 0 ? asked.skill : ranked.slice(0, DEFAULT_SKILLS).map(({ key }) => key);
  const query = { ...asked, ...range, skill };
  const [bySource, byLanguage, labels] = await Promise.all([
    asked.source === null && asked.lang === null ? perSource(ctx, query, range, sources) : Promise.resolve([]),
    asked.lang === null ? perLanguage(ctx, query, range) : Promise.resolve([]),
    skillLabels(ctx, [...skill, ...ranked.map(({ key }) => key)]),
  ]);
  const series = demandSeries(cells, { dimension: "skill", keys: skill, ...range, now });
  return {
    query,
    computedAt: extent.computedAt,
    extent: { first: extent.first, last: extent.last },
    series,
    top: ranked.map((row) => ({
      ...row,
      growth: periodGrowth(cells, { dimension: "skill", key: row.key, periods, now }),
    })),
    periods,
    bySource,
    byLanguage,
    labels,
    sources,
    reporting: reportingSources(cells, asked),
    n: cells.reduce((sum, cell) => sum + (cell.dimension === "total" ? cell.postings : 0), 0),
  };
}
