import type { FoundSkill } from "@/lib/core/skills/skill-types";
import type { EscoLinker } from "./create-esco-linker";
import type { EscoLink, LinkLang } from "./esco-types";
import { labelIn, linkPhrase } from "./link-phrase";

/** A skill's own label is linked by words only where it nearly is the concept's label. */
const SURE = 0.8;

export type LinkedMention = { skillId: string; link: EscoLink | null };

function fromTaxonomy(linker: EscoLinker, { esco, label, confidence }: FoundSkill, lang: LinkLang): EscoLink | null {
  if (esco === null) return null;
  const at = linker.byUri.get(esco);
  const name = at === undefined ? label : labelIn(linker, at, lang);
  return { uri: esco, label: name, score: confidence, method: "taxonomy" };
}

/**
 * The ESCO concept of every skill found in a text: the one that the taxonomy names, else the one that the skill's label or the words of
 * its first mention name; null where neither does.
 */
export function linkMentions(linker: EscoLinker, skills: readonly FoundSkill[], lang: LinkLang): LinkedMention[] {
  return skills.map((skill) => {
    const known = fromTaxonomy(linker, skill, lang);
    if (known !== null) return { skillId: skill.id, link: known };
    const names = [skill.label, skill.mentions[0]?.text ?? ""];
    const links = names.flatMap((name) => (name === "" ? [] : linkPhrase(linker, name, lang, { take: 1 })));
    const sure = links.find((link) => link.method === "label") ?? links.find((link) => link.score >= SURE);
    return { skillId: skill.id, link: sure ?? null };
  });
}
