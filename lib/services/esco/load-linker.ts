import { createEscoLinker, type EscoLinker } from "@/lib/core/esco/create-esco-linker";
import type { EscoKind, EscoLabels } from "@/lib/core/esco/esco-types";
import { foldTaxonomyLabels } from "@/lib/core/esco/fold-taxonomy-labels";
import type { Context } from "@/lib/services/context/context";

const PAGE = 2_000;

function labelsOf(preferred: string | null, others: readonly string[]): string[] {
  return preferred === null ? [...others] : [preferred, ...others];
}

async function loadConcepts(ctx: Context, kind: EscoKind): Promise<EscoLabels[]> {
  const counts = await ctx.db.escoRelation.groupBy({
    by: ["toUri"],
    where: { kind: { in: ["essential", "optional"] } },
    _count: true,
  });
  const demand = new Map(counts.map((one) => [one.toUri, one._count]));
  const concepts: EscoLabels[] = [];
  for (let after = ""; ; ) {
    const rows = await ctx.db.escoConcept.findMany({
      where: { kind, uri: { gt: after } },
      orderBy: { uri: "asc" },
      take: PAGE,
    });
    for (const { uri, labelEn, altEn, labelEs, altEs, description } of rows)
      concepts.push({
        uri,
        kind,
        en: labelsOf(labelEn, altEn),
        es: labelsOf(labelEs, altEs),
        description,
        demand: demand.get(uri) ?? 0,
      });
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return concepts;
    after = last.uri;
  }
}

/**
 * A linker over the imported skills, with what our own taxonomy calls them, or over the imported occupations; null where no bundle was
 * imported. Loading takes about a second, so that a caller keeps it.
 */
export async function loadEscoLinker(ctx: Context, kind: "skill" | "occupation"): Promise<EscoLinker | null> {
  const concepts = await loadConcepts(ctx, kind);
  if (concepts.length === 0) return null;
  return createEscoLinker(kind === "skill" ? foldTaxonomyLabels(concepts, ctx.taxonomy().concepts.values()) : concepts);
}
