import { listMatchableResumes } from "@/lib/adapters/db/queries/match-reads";
import type { UserContext } from "@/lib/services/context/context";

/** The version of a résumé whose matches are shown: the newest one that has any, else the newest. */
export type ChosenResume = {
  id: string;
  title: string;
  versionId: string;
  /** A newer version has no matches yet. */
  isBehind: boolean;
  newestVersionId: string;
  matches: number;
};

export type ResumeChoice = { id: string; title: string };

/** The résumés of the signed-in person, and the one asked for: theirs of that id, else the newest; null where they have none. */
export async function chooseResume(
  ctx: UserContext,
  wanted: string | null,
): Promise<{ all: ResumeChoice[]; chosen: ChosenResume | null }> {
  const rows = await listMatchableResumes(ctx.db, ctx.actor.userId);
  const usable = rows.flatMap(({ id, title, versions }) => {
    const [newest] = versions;
    if (newest === undefined) return [];
    const shown = versions.find(({ _count }) => _count.matches > 0) ?? newest;
    const isBehind = shown.id !== newest.id;
    return [{ id, title, versionId: shown.id, isBehind, newestVersionId: newest.id, matches: shown._count.matches }];
  });
  return {
    all: usable.map(({ id, title }) => ({ id, title })),
    chosen: usable.find(({ id }) => id === wanted) ?? usable[0] ?? null,
  };
}
