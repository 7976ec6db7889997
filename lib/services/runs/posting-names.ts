import type { Context } from "@/lib/services/context/context";

const AT_ONCE = 1_000;

/** How often a posting is followed to the one that it was joined to. */
const MOST_JOINS = 20;

export type PostingName = { title: string; company: string | null };

/** What some postings are called, by id; those that are not there are left out. */
export async function findPostingNames(ctx: Context, ids: readonly string[]): Promise<Map<string, PostingName>> {
  const names = new Map<string, PostingName>();
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const rows = await ctx.db.posting.findMany({
      where: { id: { in: ids.slice(from, from + AT_ONCE) } },
      select: { id: true, title: true, company: { select: { name: true } } },
    });
    for (const { id, title, company } of rows) names.set(id, { title, company: company?.name ?? null });
  }
  return names;
}

/** Former id → id of every posting that was joined to another, however often that one was joined since. */
export async function loadAliases(ctx: Context): Promise<Map<string, string>> {
  const rows = await ctx.db.postingAlias.findMany({ select: { id: true, postingId: true } });
  const next = new Map(rows.map(({ id, postingId }) => [id, postingId]));
  const resolve = (id: string, steps: number): string => {
    const further = next.get(id);
    return further === undefined || steps === 0 ? id : resolve(further, steps - 1);
  };
  return new Map([...next].map(([id, postingId]) => [id, resolve(postingId, MOST_JOINS)]));
}

/** The ids under which some postings stand now, by those they had: the same for all that were joined to no other. Asks for these alone. */
export async function findCurrentIds(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const current = new Map(ids.map((id) => [id, id]));
  for (let joins = 0, asked = [...current.keys()]; asked.length > 0 && joins < MOST_JOINS; joins += 1) {
    const rows = await ctx.db.postingAlias.findMany({
      where: { id: { in: asked } },
      select: { id: true, postingId: true },
    });
    const next = new Map(rows.map(({ id, postingId }) => [id, postingId]));
    for (const [id, until] of current) current.set(id, next.get(until) ?? until);
    asked = [...new Set(next.values())];
  }
  return current;
}
