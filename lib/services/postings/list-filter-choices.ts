import { countPostingCountries } from "@/lib/adapters/db/queries/places";
import { findSkillsByWords } from "@/lib/adapters/db/queries/posting-reads";
import { foldLabel } from "@/lib/core/kernel/fold";
import type { UserContext } from "@/lib/services/context/context";
import type { Labels } from "./to-summary";

export type FilterChoices = {
  sources: { id: string; name: string }[];
  /** ISO 3166-1 alpha-2 of the countries that postings are in, the most frequent first. */
  countries: string[];
  /** Labels of the skills that the filter names; an unknown id is left out. */
  skills: { id: string; labels: Labels }[];
};

/** What the controls above a list of postings need to name their values. */
export async function listFilterChoices(ctx: UserContext, skillIds: readonly string[]): Promise<FilterChoices> {
  const [sources, countries, skills] = await Promise.all([
    ctx.db.source.findMany({ select: { id: true, name: true }, orderBy: { id: "asc" }, take: 200 }),
    countPostingCountries(ctx.db),
    ctx.db.skill.findMany({
      where: { id: { in: [...skillIds] } },
      select: { id: true, labelEn: true, labelEs: true },
      orderBy: { id: "asc" },
    }),
  ]);
  return {
    sources,
    countries: countries.map(({ country }) => country),
    skills: skills.map(({ id, labelEn, labelEs }) => ({ id, labels: { en: labelEn, es: labelEs } })),
  };
}

const SUGGESTED = 8;

/** Skills whose name contains what was typed, in either language; none for fewer than one letter. */
export async function suggestSkills(ctx: UserContext, typed: string): Promise<{ id: string; labels: Labels }[]> {
  const words = foldLabel(typed).slice(0, 60);
  if (words === "") return [];
  const skills = await findSkillsByWords(ctx.db, words, SUGGESTED);
  return skills.map(({ id, labelEn, labelEs }) => ({ id, labels: { en: labelEn, es: labelEs } }));
}
