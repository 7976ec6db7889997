import { z } from "zod";
import { findPostingAlias } from "@/lib/adapters/db/queries/dedupe";
import { findSimilarPostings, loadPostingPage, loadVersionMentions } from "@/lib/adapters/db/queries/posting-reads";
import { AppError } from "@/lib/core/kernel/app-error";
import { type LifeEvent, lifeLine } from "@/lib/core/postings/life-line";
import { REQUIREMENTS } from "@/lib/core/postings/posting-fields";
import { type DiffPart, diffWords } from "@/lib/core/postings/word-diff";
import type { TextBlock } from "@/lib/core/postings/text-block";
import { SKILL_KINDS, type SkillKind } from "@/lib/core/skills/skill-types";
import type { UserContext } from "@/lib/services/context/context";
import { loadSummaries } from "./load-summaries";
import { type ModelView, toModelView } from "./model-view";
import { type PostingFacts, readingShape } from "./reading-shape";
import type { Labels, PostingSummary } from "./to-summary";

const SIMILAR = 6;

const blocks = z.array(
  z.object({ start: z.int(), end: z.int(), kind: z.enum(["heading", "paragraph", "item"]) }),
) satisfies z.ZodType<TextBlock[]>;

export type PostingSkillView = {
  id: string;
  labels: Labels;
  kind: SkillKind;
  requirement: (typeof REQUIREMENTS)[number];
  /** The address of its ESCO concept, where one is linked. */
  esco: string | null;
  /** 0 … 1. */
  confidence: number;
  /** How it was found; see `FoundSkill`. */
  method: string;
  mentions: { field: string; start: number; end: number }[];
};

export type ListingView = {
  id: string;
  source: { id: string; name: string; attribution: string | null; homepage: string | null; followed: boolean };
  url: string | null;
  state: "open" | "closed";
  closedReason: string | null;
  closedAt: Date | null;
  firstSeenAt: Date;
  lastSeenAt: Date;
  postedAt: Date | null;
  /** As stated last, where the source moved its date. */
  restatedAt: Date | null;
  location: string | null;
  /** Why it stands under this posting, as codes with the part of the text that is shared. */
  joinReason: string;
  joinReasons: { code: string; share: number | null }[];
  refreshedCount: number;
  reopenedCount: number;
};

export type PostingDetail = {
  summary: PostingSummary;
  lastSeenAt: Date;
  versionCount: number;
  /** The version that is shown. */
  versionId: string;
  lang: string | null;
  text: string;
  blocks: TextBlock[];
  /** Null until the posting was read. */
  facts: PostingFacts | null;
  /** What a model added to it; null where none did, and where postings are not read by one any more. */
  model: ModelView | null;
  /** The middle of the pay in US dollars a year, at the rates of the day it was counted. */
  annualUsd: number | null;
  /** The last day to apply that its listings state. */
  deadline: Date | null;
  skills: PostingSkillView[];
  listings: ListingView[];
  life: LifeEvent[];
  /** Every place that its listings name, as they word it. */
  places: string[];
  /** What changed at each version after the first, newest first. */
  changes: { number: number; observedAt: Date; title: DiffPart[]; text: DiffPart[] }[];
  similar: (PostingSummary & { similarity: number })[];
  /** The best match of the asker's own résumés. */
  fit: { matchId: string; score: number; band: string } | null;
};

const joinDetail = z
  .object({ reasons: z.array(z.object({ code: z.string(), share: z.number().nullable() })) })
  .catch({ reasons: [] });

type Page = NonNullable<Awaited<ReturnType<typeof loadPostingPage>>>;

/** Sources whose terms ask for a link that search engines follow. */
const FOLLOWED_ADAPTERS = new Set(["remoteok"]);

function listingView(listing: Page["listings"][number]): ListingView {
  const { id, name, attribution, homepage, adapter } = listing.source;
  return {
    id: listing.id,
    source: { id, name, attribution, homepage, followed: FOLLOWED_ADAPTERS.has(adapter) },
    url: listing.url,
    state: listing.state,
    closedReason: listing.closedReason,
    closedAt: listing.closedAt,
    firstSeenAt: listing.firstSeenAt,
    lastSeenAt: listing.lastSeenAt,
    postedAt: listing.postedAt,
    restatedAt: listing.restatedAt,
    location: listing.location,
    joinReason: listing.joinReason,
    joinReasons: joinDetail.parse(listing.joinDetail).reasons,
    refreshedCount: listing.refreshedCount,
    reopenedCount: listing.reopenedCount,
  };
}

function changesOf(versions: Page["versions"]): PostingDetail["changes"] {
  return versions
    .flatMap((version, index) => {
      const before = versions[index - 1];
      if (before === undefined) return [];
      return {
        number: version.number,
        observedAt: version.observedAt,
        title: diffWords(headOf(before), headOf(version)),
        text: diffWords(before.text, version.text),
      };
    })
    .reverse();
}

function headOf(version: Page["versions"][number]): string {
  return [version.title, version.company, version.location].filter((part) => part !== null).join(" · ");
}

function skillView(
  row: Awaited<ReturnType<typeof loadVersionMentions>>[number],
  concept: { esco: string | null } | undefined,
): PostingSkillView {
  return {
    id: row.skillId,
    labels: { en: row.skill.labelEn, es: row.skill.labelEs },
    kind: SKILL_KINDS.find((kind) => kind === row.skill.kind) ?? "hard",
    requirement: REQUIREMENTS.find((strength) => strength === row.requirement) ?? "mentioned",
    esco: concept?.esco ?? null,
    confidence: row.confidence,
    method: row.method,
    mentions: row.mentions,
  };
}

async function similarTo(ctx: UserContext, page: Page): Promise<PostingDetail["similar"]> {
  const found = await findSimilarPostings(ctx.db, { versionId: page.currentVersionId, postingId: page.id }, SIMILAR);
  const closeness = new Map(found.map(({ id, similarity }) => [id, similarity]));
  const summaries = await loadSummaries(
    ctx,
    found.map(({ id }) => id),
  );
  return summaries.map((summary) => ({ ...summary, similarity: closeness.get(summary.id) ?? 0 }));
}

async function fitOf(ctx: UserContext, postingId: string): Promise<PostingDetail["fit"]> {
  const match = await ctx.db.match.findFirst({
    where: { userId: ctx.actor.userId, postingId, resumeVersion: { resume: { deletedAt: null } } },
    select: { id: true, score: true, band: true },
    orderBy: [{ score: "desc" }, { computedAt: "desc" }, { id: "asc" }],
  });
  return match === null ? null : { matchId: match.id, score: match.score, band: match.band };
}

async function loadPage(ctx: UserContext, id: string): Promise<Page | null> {
  const page = await loadPostingPage(ctx.db, id);
  if (page !== null) return page;
  const now = await findPostingAlias(ctx.db, id);
  return now === null ? null : loadPostingPage(ctx.db, now);
}

/** Everything about one posting; a former id leads to the posting that took its listings. Throws `not_found`. */
export async function getPosting(ctx: UserContext, id: string): Promise<PostingDetail> {
  const page = await loadPage(ctx, id);
  const current = page?.versions.find((version) => version.id === page.currentVersionId);
  if (page === null || current === undefined)
    throw new AppError("not_found", "This posting is not there. It may have been removed with its source.");
  // Other boards' wordings are kept too; what changed is told of the one that the posting speaks with.
  const versions = page.versions
    .filter((version) => version.listingId === current.listingId)
    .map((version, index) => ({ ...version, number: index + 1 }));
  const [[summary], skills, similar, fit] = await Promise.all([
    loadSummaries(ctx, [page.id]),
    loadVersionMentions(ctx.db, current.id),
    similarTo(ctx, page),
    fitOf(ctx, page.id),
  ]);
  if (summary === undefined) throw new AppError("not_found", "This posting is not there.");
  const facts = readingShape.safeParse(current.reading);
  const { concepts } = ctx.taxonomy();
  return {
    summary,
    lastSeenAt: page.lastSeenAt,
    versionCount: page.versionCount,
    versionId: current.id,
    lang: page.lang,
    text: current.text,
    blocks: blocks.parse(current.blocks),
    facts: facts.success ? facts.data : null,
    model: ctx.env.ENRICHMENT_LLM === "on" ? toModelView(current.aiReading, concepts) : null,
    annualUsd: page.salaryAnnualUsd,
    deadline: lastOf(page.listings.flatMap(({ validThrough }) => validThrough ?? [])),
    skills: skills.map((row) => skillView(row, concepts.get(row.skillId))).sort(byStrength),
    listings: page.listings.map(listingView),
    life: lifeLine(
      page.listings.map((listing) => ({ ...listing, source: listing.source.name })),
      versions.slice(1),
    ),
    places: [...new Set(page.listings.flatMap((listing) => listing.location ?? []))],
    changes: changesOf(versions),
    similar,
    fit,
  };
}

function lastOf(days: readonly Date[]): Date | null {
  return days.reduce<Date | null>((last, day) => (last === null || day > last ? day : last), null);
}

function byStrength(a: PostingSkillView, b: PostingSkillView): number {
  const order = REQUIREMENTS.indexOf(a.requirement) - REQUIREMENTS.indexOf(b.requirement);
  return order || (a.labels.en < b.labels.en ? -1 : 1);
}
