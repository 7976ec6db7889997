import { foldLabel } from "@/lib/core/kernel/fold";
import { type Concept, SKILL_KINDS } from "./skill-types";

/** What an administrator added: a concept of its own, or a further label of one that there is. */
export type TaxonomyAddition = {
  conceptId: string;
  isNew: boolean;
  label: string;
  lang: string;
  kind: string;
  family: string;
};

function newConcept({ conceptId, label, kind, family }: TaxonomyAddition): Concept | null {
  const known = SKILL_KINDS.find((one) => one === kind);
  return known === undefined ? null : { id: conceptId, kind: known, family, en: [label], es: [label], esco: null };
}

/**
 * The concepts with the additions among them, sorted by id as they were. An addition whose name or id is taken by now, or whose
 * concept is gone, is passed over: the data files may have learnt the same in the meantime.
 */
export function addToTaxonomy(concepts: readonly Concept[], additions: readonly TaxonomyAddition[]): Concept[] {
  if (additions.length === 0) return [...concepts];
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const names = new Set(concepts.flatMap(({ en, es }) => [...en, ...es].map(foldLabel)));
  const inOrder = additions.toSorted((a, b) => Number(b.isNew) - Number(a.isNew) || (a.label < b.label ? -1 : 1));
  for (const addition of inOrder) {
    const { conceptId, isNew, label, lang } = addition;
    const old = byId.get(conceptId);
    if (names.has(foldLabel(label)) || (old === undefined) !== isNew) continue;
    const side = lang === "es" ? "es" : "en";
    const next = old === undefined ? newConcept(addition) : { ...old, [side]: [...old[side], label] };
    if (next === null) continue;
    byId.set(conceptId, next);
    names.add(foldLabel(label));
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** The id of a concept with that name: `c-plus-plus` for "C++"; empty where nothing of it can stand in an id. */
export function conceptIdOf(label: string): string {
  return foldLabel(label)
    .replaceAll("+", "-plus")
    .replaceAll("#", "-sharp")
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-|-$/gu, "");
}
