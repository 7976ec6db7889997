import type { Db } from "@/lib/adapters/db/client";
import { findAdditions } from "@/lib/adapters/db/queries/taxonomy-additions";
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
};

/** The files' taxonomy until `renew` finds additions in the database. */
export function createRenewableTaxonomy(db: Db): RenewableTaxonomy {
  let additions: Awaited<ReturnType<typeof findAdditions>> = [];
  let state = hashOf(additions);
  let taxonomy: Taxonomy | undefined;
  let knowledge: Knowledge | undefined;
  const currentTaxonomy = () => (taxonomy ??= readTaxonomy(additions));
  return {
    taxonomy: currentTaxonomy,
    knowledge: () => (knowledge ??= readKnowledge(currentTaxonomy())),
    renew: async () => {
      const found = await findAdditions(db);
      const next = hashOf(found);
      if (next === state) return;
      [additions, state, taxonomy, knowledge] = [found, next, undefined, undefined];
    },
  };
}
