import { foldLabel } from "@/lib/core/kernel/fold";
import type { Concept } from "./skill-types";

const KEBAB_CASE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
const ESCO_URI = /^http:\/\/data\.europa\.eu\/esco\/skill\/[0-9a-f-]{36}$/u;

type ById = ReadonlyMap<string, Concept>;

function lintId({ id }: Concept): string[] {
  return KEBAB_CASE.test(id) ? [] : [`The id "${id}" is not kebab-case.`];
}

function lintEsco({ id, esco }: Concept): string[] {
  return esco === null || ESCO_URI.test(esco) ? [] : [`${id}: "${esco}" is not the URI of an ESCO skill.`];
}

function lintLanguage(concept: Concept, lang: "en" | "es"): string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  if (concept[lang].length === 0) problems.push(`${concept.id}: it has no ${lang} label.`);
  for (const label of concept[lang]) {
    const folded = foldLabel(label);
    if (folded === "") problems.push(`${concept.id}: an ${lang} label is empty.`);
    else if (seen.has(folded)) problems.push(`${concept.id}: the ${lang} label "${label}" is there twice.`);
    seen.add(folded);
  }
  return problems;
}

function lintMarkedLabels(concept: Concept): string[] {
  const labels = new Set([...concept.en, ...concept.es]);
  const strangers = (marked: readonly string[] | undefined, name: string): string[] =>
    (marked ?? [])
      .filter((label) => !labels.has(label))
      .map((label) => `${concept.id}: the ${name} label "${label}" is not among its en and es labels.`);
  return [...strangers(concept.caseSensitive, "case-sensitive"), ...strangers(concept.ambiguous, "ambiguous")];
}

function lintContext({ id, ambiguous, context }: Concept): string[] {
  const isAmbiguous = (ambiguous ?? []).length > 0;
  if (isAmbiguous && (context?.near ?? []).length === 0)
    return [`${id}: it has ambiguous labels but no context that confirms them.`];
  if (!isAmbiguous && context !== undefined) return [`${id}: it has a context but no ambiguous label.`];
  return [...(context?.near ?? []), ...(context?.not ?? [])]
    .filter((word) => word === "" || word !== foldLabel(word))
    .map((word) => `${id}: the context word "${word}" is not folded.`);
}

function lintRelated({ id, related }: Concept, byId: ById): string[] {
  return Object.entries(related ?? {}).flatMap(([other, closeness]) => {
    if (other === id) return [`${id}: it is related to itself.`];
    const problems: string[] = [];
    if (!(closeness > 0 && closeness < 1))
      problems.push(`${id}: its closeness to ${other}, ${closeness}, is not between 0 and 1.`);
    const target = byId.get(other);
    if (target === undefined) problems.push(`${id}: it is related to ${other}, which does not exist.`);
    else if (target.related?.[id] === undefined)
      problems.push(`${id}: it is related to ${other}, but not the other way.`);
    return problems;
  });
}

function lintBroader({ id, broader }: Concept, byId: ById): string[] {
  const seen = new Set([id]);
  for (let at = broader; at !== undefined; at = byId.get(at)?.broader) {
    if (!byId.has(at)) return [`${id}: it or what is broader than it stands under ${at}, which does not exist.`];
    if (seen.has(at)) return [`${id}: going to what is broader leads back to ${at}.`];
    seen.add(at);
  }
  return [];
}

function lintOrder(concepts: readonly Concept[]): string[] {
  return concepts.flatMap(({ id }, index) => {
    const previous = concepts[index - 1]?.id;
    if (previous === undefined || previous < id) return [];
    return [
      previous === id ? `The id ${id} is there twice.` : `${id} stands after ${previous}; concepts are sorted by id.`,
    ];
  });
}

function lintDuplicateIds(concepts: readonly Concept[]): string[] {
  const families = new Map<string, string>();
  return concepts.flatMap(({ id, family }, index) => {
    const first = families.get(id);
    families.set(id, family);
    return first === undefined || concepts[index - 1]?.id === id
      ? []
      : [`The id ${id} is in ${first} and in ${family}.`];
  });
}

function lintClashes(concepts: readonly Concept[]): string[] {
  const owners = new Map<string, string>();
  return concepts.flatMap((concept) => {
    const names = new Set([...concept.en, ...concept.es].map(foldLabel));
    return Array.from(names).flatMap((name) => {
      const owner = owners.get(name) ?? concept.id;
      owners.set(name, owner);
      return owner === concept.id ? [] : [`${concept.id} and ${owner} both have the label "${name}".`];
    });
  });
}

/**
 * What is wrong with a taxonomy, one sentence a problem; empty when nothing is. Expects the concepts in the order in
 * which they will be used: sorted by id, as `loadTaxonomy` gives them.
 */
export function lintTaxonomy(concepts: readonly Concept[]): string[] {
  const byId: ById = new Map(concepts.map((concept) => [concept.id, concept]));
  return [
    ...lintOrder(concepts),
    ...lintDuplicateIds(concepts),
    ...lintClashes(concepts),
    ...concepts.flatMap((concept) => [
      ...lintId(concept),
      ...lintEsco(concept),
      ...lintLanguage(concept, "en"),
      ...lintLanguage(concept, "es"),
      ...lintMarkedLabels(concept),
      ...lintContext(concept),
      ...lintRelated(concept, byId),
      ...lintBroader(concept, byId),
    ]),
  ];
}
