import { findSkillsAskedTogether, findStrengths } from "@/lib/adapters/db/queries/skill-reads";
import { findKeyCells } from "@/lib/adapters/db/queries/trend-reads";
import { AppError } from "@/lib/core/kernel/app-error";
import { REQUIREMENTS, type Requirement } from "@/lib/core/postings/posting-fields";
import { conceptLabels } from "@/lib/core/skills/concept-labels";
import { placeFamilies } from "@/lib/core/skills/skill-categories";
import type { Concept } from "@/lib/core/skills/skill-types";
import { type DemandSeries, demandSeries } from "@/lib/core/trends/demand-series";
import { ALL } from "@/lib/core/trends/trend-cells";
import { rangeOf } from "@/lib/core/trends/trend-query";
import type { UserContext } from "@/lib/services/context/context";
import { loadSummaries } from "@/lib/services/postings/load-summaries";
import type { Labels, PostingSummary } from "@/lib/services/postings/to-summary";

const SHOWN = 8;
const TOGETHER = 10;

export type SkillPage = {
  id: string;
  kind: string;
  family: string;
  labels: Labels;
  aliases: { en: string[]; es: string[] };
  esco: string | null;
  /** Where it stands in the taxonomy, from the top: a category, a family, and the skill that this one is a part of. */
  path: { id: string; labels: Labels; isSkill: boolean }[];
  /** Skills that are instances or parts of this one, by label. */
  narrower: { id: string; labels: Labels }[];
  /** What the open postings that ask for it ask for too; `share` of them, 0 … 1. */
  together: { id: string; labels: Labels; share: number }[];
  /** Nearest first; closeness 0 … 1. */
  related: { id: string; labels: Labels; closeness: number }[];
  open: number;
  postings: (PostingSummary & { strength: Requirement | null })[];
  demand: DemandSeries[];
};

function pathOf(ctx: UserContext, concept: Concept): SkillPage["path"] {
  const { categories, concepts } = ctx.taxonomy();
  const place = placeFamilies(categories).get(concept.family);
  const broader = concepts.get(concept.broader ?? "");
  return [
    ...(place === undefined ? [] : [place.category, place.family]).map(({ id, en, es }) => ({
      id,
      labels: { en, es },
      isSkill: false,
    })),
    ...(broader === undefined ? [] : [{ id: broader.id, labels: conceptLabels(broader), isSkill: true }]),
  ];
}

type Neighbour = { id: string; labels: Labels };

function narrowerThan(ctx: UserContext, id: string): Neighbour[] {
  return [...ctx.taxonomy().concepts.values()]
    .filter(({ broader }) => broader === id)
    .map((concept) => ({ id: concept.id, labels: conceptLabels(concept) }))
    .sort((a, b) => (a.labels.en < b.labels.en ? -1 : 1));
}

async function newestAsking(ctx: UserContext, id: string): Promise<SkillPage["postings"]> {
  const newest = await ctx.db.posting.findMany({
    where: { state: "open", skillIds: { has: id } },
    select: { id: true, currentVersionId: true },
    orderBy: [{ firstSeenAt: "desc" }, { id: "asc" }],
    take: SHOWN,
  });
  const versions = new Map(newest.map((row) => [row.id, row.currentVersionId]));
  const strengths = await findStrengths(ctx.db, id, [...versions.values()]);
  const summaries = await loadSummaries(ctx, [...versions.keys()]);
  return summaries.map((summary) => {
    const stored = strengths.get(versions.get(summary.id) ?? "");
    return { ...summary, strength: REQUIREMENTS.find((known) => known === stored) ?? null };
  });
}

/** A skill of the taxonomy, who asks for it now, and its demand over the last twelve months. Throws `not_found`. */
export async function getSkill(ctx: UserContext, id: string): Promise<SkillPage> {
  const { concepts } = ctx.taxonomy();
  const concept = concepts.get(id);
  if (concept === undefined) throw new AppError("not_found", "There is no such skill.");
  const where = { state: "open", skillIds: { has: id } } as const;
  const now = ctx.now();
  const range = rangeOf({ by: "month", from: null, to: null }, now);
  const [open, postings, together, cells] = await Promise.all([
    ctx.db.posting.count({ where }),
    newestAsking(ctx, id),
    findSkillsAskedTogether(ctx.db, id, TOGETHER),
    findKeyCells(ctx.db, { grain: "month", ...range, keys: [id], sources: [ALL] }),
  ]);
  return {
    id,
    kind: concept.kind,
    family: concept.family,
    labels: conceptLabels(concept),
    aliases: { en: concept.en.slice(1), es: concept.es.slice(1) },
    esco: concept.esco,
    path: pathOf(ctx, concept),
    narrower: narrowerThan(ctx, id),
    together: together.flatMap(({ id: other, postings: count }) => {
      const known = concepts.get(other);
      return known === undefined ? [] : { id: other, labels: conceptLabels(known), share: count / Math.max(open, 1) };
    }),
    related: Object.entries(concept.related ?? {})
      .flatMap(([key, closeness]) => {
        const other = concepts.get(key);
        return other === undefined ? [] : { id: key, labels: conceptLabels(other), closeness };
      })
      .sort((a, b) => b.closeness - a.closeness || (a.id < b.id ? -1 : 1)),
    open,
    postings,
    demand: demandSeries(cells, { dimension: "skill", keys: [id], ...range, now }),
  };
}
