import { listRankedMatches } from "@/lib/adapters/db/queries/match-reads";
import { countHoldings, countPostingsAsking, findFreshness } from "@/lib/adapters/db/queries/overview";
import { findOwnVersion } from "@/lib/adapters/db/queries/resumes";
import { addDays } from "@/lib/core/kernel/utc-day";
import { BAND_FLOORS } from "@/lib/core/matching/weights";
import type { Profile } from "@/lib/core/resumes/profile";
import { profileIssues } from "@/lib/core/resumes/profile-warnings";
import { storedProfile } from "@/lib/core/resumes/stored-profile";
import type { UserContext } from "@/lib/services/context/context";
import { type ChosenResume, chooseResume } from "@/lib/services/matches/choose-resume";
import { type ListedMatch, loadListed } from "@/lib/services/matches/listed-match";
import { loadMySkillTrends, type SkillTrend } from "./my-skill-trends";
import { type Need, whatNeedsMe } from "./what-needs-me";

/** New means: since the last visit, and at least the last seven days. */
const NEW_DAYS = 7;
const LISTED = 5;

export type Overview = {
  /** Nothing is here yet: neither postings nor a résumé. */
  isFirstRun: boolean;
  openPostings: number;
  sources: number;
  /** Last crawl that went well; null where there was none. */
  freshAt: Date | null;
  resume: ChosenResume | null;
  since: Date;
  /** Matches of at least the band fair whose posting was first seen since then. */
  newMatches: number;
  best: ListedMatch | null;
  /** The best of the new matches; the best of all where none is new. */
  listed: { areNew: boolean; matches: ListedMatch[] };
  /** Open postings that ask for at least one of my trade's skills, of all open postings. */
  pulse: { asking: number; skills: number } | null;
  trends: SkillTrend[];
  needs: Need[];
};

function newSince(ctx: UserContext, lastSeenAt: Date | null): Date {
  const weekAgo = addDays(ctx.now(), -NEW_DAYS);
  return lastSeenAt !== null && lastSeenAt < weekAgo ? lastSeenAt : weekAgo;
}

async function loadProfile(ctx: UserContext, resume: ChosenResume | null): Promise<Profile | null> {
  if (resume === null) return null;
  const owned = { versionId: resume.newestVersionId, userId: ctx.actor.userId };
  const version = await findOwnVersion(ctx.db, owned);
  return version === null ? null : storedProfile.parse(version.profile);
}

/** Skills of a trade: what everybody claims (teamwork) or speaks says nothing about a market. */
function tradeSkills(profile: Profile | null): string[] {
  return (profile?.skills ?? []).flatMap(({ id, kind }) => (kind === "hard" || kind === "certification" ? [id] : []));
}

async function loadMatches(ctx: UserContext, resume: ChosenResume | null, since: Date) {
  if (resume === null) return { newMatches: 0, best: null, listed: { areNew: false, matches: [] } };
  const wanted = { userId: ctx.actor.userId, resumeVersionId: resume.versionId };
  const rows = await listRankedMatches(ctx.db, wanted);
  const fresh = rows.filter(({ firstSeenAt, score }) => firstSeenAt >= since && score >= BAND_FLOORS.fair);
  const areNew = fresh.length > 0;
  const shown = (areNew ? fresh : rows).slice(0, LISTED).map(({ id }) => id);
  const [top] = rows;
  const loaded = await loadListed(ctx, top === undefined ? shown : [top.id, ...shown]);
  const byId = new Map(loaded.map((match) => [match.id, match]));
  return {
    newMatches: fresh.length,
    best: byId.get(top?.id ?? "") ?? null,
    listed: { areNew, matches: shown.flatMap((id) => byId.get(id) ?? []) },
  };
}

/** Everything on the first page of the signed-in person. `lastSeenAt`: their visit before this one. */
export async function getOverview(ctx: UserContext, input: { lastSeenAt: Date | null }): Promise<Overview> {
  const since = newSince(ctx, input.lastSeenAt);
  const [{ chosen: resume }, holdings, freshAt] = await Promise.all([
    chooseResume(ctx, null),
    countHoldings(ctx.db),
    findFreshness(ctx.db),
  ]);
  const profile = await loadProfile(ctx, resume);
  const skills = tradeSkills(profile);
  const issues = profile === null ? 0 : profileIssues(profile, ctx.now()).length;
  const [matches, asking, trends, needs] = await Promise.all([
    loadMatches(ctx, resume, since),
    countPostingsAsking(ctx.db, skills),
    loadMySkillTrends(ctx, skills),
    whatNeedsMe(ctx, { resume, issues, ...holdings }),
  ]);
  return {
    isFirstRun: resume === null && holdings.openPostings === 0,
    ...holdings,
    freshAt,
    resume,
    since,
    ...matches,
    pulse: skills.length === 0 ? null : { asking, skills: skills.length },
    trends,
    needs,
  };
}
