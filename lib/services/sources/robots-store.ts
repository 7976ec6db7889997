import type { RobotsStore } from "@/lib/adapters/http/robots-gate";
import type { Context } from "@/lib/services/context/context";

/** robots.txt files in the database, so that no restart and no other source asks for them again before their time. */
export function robotsStoreOf(ctx: Context): RobotsStore {
  return {
    load: async (origin) => {
      const row = await ctx.db.robotsFile.findUnique({ where: { origin } });
      return row === null
        ? null
        : { status: row.status, text: row.body, fetchedAt: row.fetchedAt, expiresAt: row.expiresAt };
    },
    save: async (origin, { status, text, fetchedAt, expiresAt }) => {
      // PostgreSQL keeps no NUL in a text; in a robots.txt it means nothing.
      const row = { status, body: text.replaceAll("\0", ""), fetchedAt, expiresAt };
      await ctx.db.robotsFile.upsert({ where: { origin }, create: { origin, ...row }, update: row });
    },
  };
}
