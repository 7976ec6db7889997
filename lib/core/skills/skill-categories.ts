/** One family of concepts under its category; the data file `<id>.jsonl` holds its concepts. */
export type SkillFamily = { id: string; en: string; es: string };

/** A top branch of the taxonomy with the families below it. */
export type SkillCategory = { id: string; en: string; es: string; families: SkillFamily[] };

/** A family with the category that it belongs to. */
export type FamilyPlace = { category: SkillCategory; family: SkillFamily };

/** Where every family stands in the tree, by family id. */
export function placeFamilies(categories: readonly SkillCategory[]): ReadonlyMap<string, FamilyPlace> {
  return new Map(
    categories.flatMap((category) =>
      category.families.map((family): [string, FamilyPlace] => [family.id, { category, family }]),
    ),
  );
}
