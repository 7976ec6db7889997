import type { Db } from "@/lib/adapters/db/client";
import { findAdditions, markOfAdditions } from "@/lib/adapters/db/queries/taxonomy-additions";
import { hashOf } from "@/lib/core/kernel/hash";
import type { Knowledge, Taxonomy } from "./context";
import { readKnowledge } from "./read-knowledge";
import { readTaxonomy } from "./read-taxonomy";

/** The taxonomy of a process and what is read with it, made when first asked for. */
export type RenewableTaxonomy = {
  taxonomy: () => Taxonomy;
  knowledge: () => Knowledge;
  /** Looks for additions of administrators; where they are others than before, both are made anew at the next use. */
  renew: () => Promise<void>;
  /** The same for a process that answers requests: it looks at most once in `KEEP_UP_MS`, and reads one row to see whether anything changed. */
  keepUp: () => Promise<void>;
};

/** How long an addition of another process may go unnoticed, in ms. */
export const KEEP_UP_MS = 30_000;

/** The files' taxonomy until `renew` or `keepUp` finds additions in the database. `now` is the real time. */
export function createRenewableTaxonomy(db: Db, now: () => Date): RenewableTaxonomy {
  let additions: Awaited<ReturnType<typeof findAdditions>> = [];
  let state = hashOf(additions);
  let taxonomy: Taxonomy | undefined;
  let knowledge: Knowledge | undefined;
  let mark: string | undefined;
  let lookedAt = -Infinity;
  let looking: Promise<void> | undefined;
  const currentTaxonomy = () => (taxonomy ??= readTaxonomy(additions));
  const renew = async () => {
    const found = await findAdditions(db);
    const next = hashOf(found);
    if (next === state) return;
    [additions, state, taxonomy, knowledge] = [found, next, undefined, undefined];
  };
  const look = async () => {
    const found = await markOfAdditions(db);
    if (found === mark) return;
    await renew();
    mark = found;
  };
  return {
    taxonomy: currentTaxonomy,
    knowledge: () => (knowledge ??= readKnowledge(currentTaxonomy())),
    renew,
    keepUp: () => {
      if (looking !== undefined) return looking;
      const at = now().getTime();
      if (at - lookedAt < KEEP_UP_MS) return Promise.resolve();
      lookedAt = at;
      looking = look().finally(() => {
        looking = undefined;
      });
      return looking;
    },
  };
}
