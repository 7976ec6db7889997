import { listMonthlyCells } from "@/lib/adapters/db/queries/overview";
import { addMonths } from "@/lib/core/kernel/utc-month";
import { type DemandPoint, demandSeries, rankDemand } from "@/lib/core/trends/demand-series";
import { GRAINS } from "@/lib/core/trends/time-bucket";
import { DIMENSIONS, type TrendCell } from "@/lib/core/trends/trend-cells";
import { z } from "zod";
import type { UserContext } from "@/lib/services/context/context";
import { loadSkillLabels, type SkillLabels } from "@/lib/services/matches/skill-labels";

const MONTHS = 12;
const SHOWN = 3;

const cellSchema: z.ZodType<TrendCell> = z.object({
  grain: z.enum(GRAINS),
  bucket: z.string(),
  dimension: z.enum(DIMENSIONS),
  key: z.string(),
  source: z.string(),
  postings: z.int(),
});

/** The demand for one of my skills, month by month; `n` counts all postings of the period. */
export type SkillTrend = { skillId: string; labels: SkillLabels; postings: number; n: number; points: DemandPoint[] };

/** The three of some skills that most postings of the last twelve months ask for, with their monthly share. */
export async function loadMySkillTrends(ctx: UserContext, skillIds: readonly string[]): Promise<SkillTrend[]> {
  const to = ctx.now().toISOString().slice(0, 7);
  const from = addMonths(to, 1 - MONTHS);
  const cells = z.array(cellSchema).parse(await listMonthlyCells(ctx.db, { skillIds, from }));
  const period = { dimension: "skill", from, to } as const;
  const ranked = rankDemand(cells, { ...period, limit: SHOWN });
  const labels = await loadSkillLabels(
    ctx,
    ranked.map(({ key }) => key),
  );
  const series = demandSeries(cells, { ...period, keys: ranked.map(({ key }) => key), now: ctx.now() });
  return ranked.flatMap(({ key, postings, n }, index) => {
    const points = series[index]?.points;
    return points === undefined
      ? []
      : [{ skillId: key, labels: labels.get(key) ?? { en: key, es: key }, postings, n, points }];
  });
}
