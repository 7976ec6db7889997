import type { SkillCategory } from "./skill-categories";
import type { Concept } from "./skill-types";

type Named = { id: string; en: string; es: string };

function lintOrder(entries: readonly Named[], what: string): string[] {
  return entries.flatMap(({ id }, index) => {
    const previous = entries[index - 1]?.id;
    return previous === undefined || previous < id ? [] : [`The ${what} ${id} stands after ${previous}.`];
  });
}

function lintNames(entries: readonly Named[], what: string): string[] {
  const problems: string[] = [];
  for (const lang of ["en", "es"] as const) {
    const owners = new Map<string, string>();
    for (const entry of entries) {
      const name = entry[lang].toLowerCase();
      const owner = owners.get(name);
      if (owner !== undefined) problems.push(`The ${what} ${entry.id} and ${owner} are both called "${name}".`);
      owners.set(name, entry.id);
    }
  }
  return problems;
}

function lintPlaces(categories: readonly SkillCategory[], families: ReadonlySet<string>): string[] {
  const places = new Map<string, string>();
  const problems: string[] = [];
  for (const category of categories) {
    if (category.families.length === 0) problems.push(`The category ${category.id} has no family.`);
    for (const { id } of category.families) {
      const place = places.get(id);
      if (place !== undefined) problems.push(`The family ${id} is in ${place} and in ${category.id}.`);
      if (!families.has(id)) problems.push(`The family ${id} in ${category.id} has no concepts.`);
      places.set(id, category.id);
    }
  }
  const lost = Array.from(families).filter((family) => !places.has(family));
  return [...problems, ...lost.sort().map((family) => `The family ${family} has no place in the categories.`)];
}

/**
 * What is wrong with the tree of categories over a taxonomy, one sentence a problem; empty when nothing is: every family
 * with concepts stands in exactly one category, categories and families are sorted by id, no two share a name.
 */
export function lintCategories(categories: readonly SkillCategory[], concepts: readonly Concept[]): string[] {
  const families = categories.flatMap((category) => category.families);
  return [
    ...lintOrder(categories, "category"),
    ...categories.flatMap((category) => lintOrder(category.families, "family")),
    ...lintNames(categories, "category"),
    ...lintNames(families, "family"),
    ...lintPlaces(categories, new Set(concepts.map((concept) => concept.family))),
  ];
}
