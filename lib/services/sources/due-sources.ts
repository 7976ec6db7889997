import { isDue } from "@/lib/core/pipeline/source-health";
import type { Context } from "@/lib/services/context/context";

/** The sources that a run looks at if it starts now: those that are on and due, in the order of their ids; of a shorter cadence only, where that is asked. */
export async function findDueSources(ctx: Context, shorterThanMinutes?: number): Promise<string[]> {
  const now = ctx.wallNow();
  const on = await ctx.db.source.findMany({
    where: {
      enabled: true,
      adapter: { not: "file" },
      ...(shorterThanMinutes === undefined ? {} : { cadenceMinutes: { lt: shorterThanMinutes } }),
    },
    select: { id: true, cadenceMinutes: true, cooldownUntil: true, nextRunAt: true },
    orderBy: { id: "asc" },
  });
  return on.filter((source) => isDue(source, now)).map((source) => source.id);
}
