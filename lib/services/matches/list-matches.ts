import { listRankedMatches } from "@/lib/adapters/db/queries/match-reads";
import type { UserContext } from "@/lib/services/context/context";
import { type ChosenResume, chooseResume, type ResumeChoice } from "./choose-resume";
import { type ListedMatch, loadListed } from "./listed-match";
import {
  filterMatches,
  type MatchFacets,
  matchFacets,
  type MatchListInput,
  type MatchPage,
  pageAfter,
} from "./match-filters";

/** Matches on one page of a list. */
const PAGE_SIZE = 40;

export type MatchList = {
  resumes: ResumeChoice[];
  resume: ChosenResume | null;
  /** Years of work that the résumé shows; null where it dates none. */
  totalYears: number | null;
  facets: MatchFacets;
  /** Kept matches with open postings, and how many of them pass the filters. */
  kept: number;
  passing: number;
  /** Names of the sources that the facets count, by id. */
  sourceNames: Record<string, string>;
  /** Whether any posting is open at all. */
  hasPostings: boolean;
  page: Omit<MatchPage<never>, "rows"> & { matches: ListedMatch[] };
};

async function namesOfSources(ctx: UserContext, ids: readonly string[]): Promise<Record<string, string>> {
  const rows = await ctx.db.source.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

async function isAnyOpen(ctx: UserContext): Promise<boolean> {
  return (await ctx.db.posting.findFirst({ where: { state: "open" }, select: { id: true } })) !== null;
}

const NOTHING: MatchFacets = { band: [], workplace: [], seniority: [], lang: [], source: [] };

async function yearsOf(ctx: UserContext, versionId: string): Promise<number | null> {
  const row = await ctx.db.resumeVersion.findUnique({ where: { id: versionId }, select: { profile: true } });
  const profile = row?.profile;
  if (typeof profile !== "object" || profile === null || Array.isArray(profile)) return null;
  const years = profile["totalYears"];
  return typeof years === "number" ? years : null;
}

/** The ranked open postings for one of the signed-in person's résumés, filtered, one page of it. */
export async function listMatches(ctx: UserContext, input: MatchListInput): Promise<MatchList> {
  const { all, chosen } = await chooseResume(ctx, input.resume);
  if (chosen === null) {
    const page = { matches: [], first: 0, previous: null, next: null };
    return {
      resumes: all,
      resume: null,
      totalYears: null,
      facets: NOTHING,
      kept: 0,
      passing: 0,
      sourceNames: {},
      hasPostings: await isAnyOpen(ctx),
      page,
    };
  }
  const wanted = { userId: ctx.actor.userId, resumeVersionId: chosen.versionId };
  const [rows, totalYears] = await Promise.all([listRankedMatches(ctx.db, wanted), yearsOf(ctx, chosen.versionId)]);
  const passing = filterMatches(rows, input);
  const { rows: shown, ...place } = pageAfter(passing, input.after, PAGE_SIZE);
  const matches = await loadListed(
    ctx,
    shown.map(({ id }) => id),
  );
  const facets = matchFacets(rows, input);
  return {
    resumes: all,
    resume: chosen,
    totalYears,
    facets,
    kept: rows.length,
    passing: passing.length,
    sourceNames: await namesOfSources(
      ctx,
      facets.source.map(({ value }) => value),
    ),
    hasPostings: rows.length > 0 || (await isAnyOpen(ctx)),
    page: { matches, ...place },
  };
}
