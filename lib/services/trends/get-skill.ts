import { findKeyCells } from "@/lib/adapters/db/queries/trend-reads";
import { AppError } from "@/lib/core/kernel/app-error";
import { type DemandSeries, demandSeries } from "@/lib/core/trends/demand-series";
import { ALL } from "@/lib/core/trends/trend-cells";
import { rangeOf } from "@/lib/core/trends/trend-query";
import type { UserContext } from "@/lib/services/context/context";
import { loadSummaries } from "@/lib/services/postings/load-summaries";
import type { Labels, PostingSummary } from "@/lib/services/postings/to-summary";

const SHOWN = 8;

export type SkillPage = {
  id: string;
  kind: string;
  family: string;
  labels: Labels;
  aliases: { en: string[]; es: string[] };
  esco: string | null;
  /** Nearest first; closeness 0 … 1. */
  related: { id: string; labels: Labels; closeness: number }[];
  open: number;
  postings: PostingSummary[];
  demand: DemandSeries[];
};

/** A skill of the taxonomy, who asks for it now, and its demand over the last twelve months. Throws `not_found`. */
export async function getSkill(ctx: UserContext, id: string): Promise<SkillPage> {
  const { concepts } = ctx.taxonomy();
  const concept = concepts.get(id);
  if (concept === undefined) throw new AppError("not_found", "There is no such skill.");
  const labelsOf = (skill: { id: string; en: string[]; es: string[] }): Labels => {
    const en = skill.en[0] ?? skill.es[0] ?? skill.id;
    return { en, es: skill.es[0] ?? en };
  };
  const where = { state: "open", skillIds: { has: id } } as const;
  const now = ctx.now();
  const range = rangeOf({ by: "month", from: null, to: null }, now);
  const [open, newest, cells] = await Promise.all([
    ctx.db.posting.count({ where }),
    ctx.db.posting.findMany({
      where,
      select: { id: true },
      orderBy: [{ firstSeenAt: "desc" }, { id: "asc" }],
      take: SHOWN,
    }),
    findKeyCells(ctx.db, { grain: "month", ...range, keys: [id], sources: [ALL] }),
  ]);
  return {
    id,
    kind: concept.kind,
    family: concept.family,
    labels: labelsOf(concept),
    aliases: { en: concept.en.slice(1), es: concept.es.slice(1) },
    esco: concept.esco,
    related: Object.entries(concept.related ?? {})
      .flatMap(([key, closeness]) => {
        const other = concepts.get(key);
        return other === undefined ? [] : { id: key, labels: labelsOf(other), closeness };
      })
      .sort((a, b) => b.closeness - a.closeness || (a.id < b.id ? -1 : 1)),
    open,
    postings: await loadSummaries(
      ctx,
      newest.map((row) => row.id),
    ),
    demand: demandSeries(cells, { dimension: "skill", keys: [id], ...range, now }),
  };
}
