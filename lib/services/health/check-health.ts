import type { Context } from "@/lib/services/context/context";

/** Whether the database answers. */
export async function checkHealth(ctx: Context): Promise<boolean> {
  try {
    await ctx.db.$queryRaw`SELECT 1`;
    return true;
  } catch (error) {
    ctx.log.error("health.database.unreachable", { error });
    return false;
  }
}
