import { foldText } from "@/lib/core/kernel/fold";
import type { Lang } from "@/lib/core/kernel/language";
import { lookupSkill } from "@/lib/core/skills/lookup-skill";
import { readSkills } from "@/lib/core/skills/read-skills";
import type { SkillMatcher } from "@/lib/core/skills/skill-matcher";
import type { FoundSkill } from "@/lib/core/skills/skill-types";
import { detectLanguage } from "./detect-language";
import type { Evidence, Field } from "./find-phrases";
import type { EmploymentType, Salary, Seniority, Workplace } from "./posting-fields";
import { type RequiredLanguage, readLanguages } from "./read-languages";
import { readSeniority } from "./read-seniority";
import { readDegree, readEmploymentType, readWorkplace } from "./read-terms";
import { readYears } from "./read-years";
import type { TextBlock } from "./text-block";

/** Rises whenever `readPosting` would read something else out of the same posting with the same taxonomy. */
export const READING_VERSION = 1;

/** What the source states apart from the text; it wins over what the text says. */
export type StructuredFields = {
  employmentType: EmploymentType | null;
  workplace: Workplace | null;
  salary: Salary | null;
  tags: readonly string[];
};

export type PostingInput = {
  title: string;
  text: string;
  blocks: readonly TextBlock[];
  /** The language the source states; only "en" and "es" are taken at its word. */
  lang?: string | null;
  structured?: StructuredFields;
};

/** What one posting says; each field is null where it does not say. */
export type PostingReading = {
  lang: Lang;
  skills: FoundSkill[];
  seniority: Seniority | null;
  yearsMin: number | null;
  workplace: Workplace | null;
  employmentType: EmploymentType | null;
  salary: Salary | null;
  degreeRequired: boolean | null;
  languagesRequired: RequiredLanguage[] | null;
  /** Field name → the words it rests on; a field that the source states apart from the text has no words. */
  evidence: Record<string, Evidence[]>;
};

const NOTHING_STATED: StructuredFields = { employmentType: null, workplace: null, salary: null, tags: [] };
const TAG_CONFIDENCE = 0.7;

function fromTags(matcher: SkillMatcher, tags: readonly string[], found: readonly FoundSkill[]): FoundSkill[] {
  const known = new Set(found.map((skill) => skill.id));
  return tags.flatMap((tag): FoundSkill[] => {
    const concept = lookupSkill(matcher, tag);
    if (concept === null || known.has(concept.id)) return [];
    known.add(concept.id);
    const label = concept.en[0] ?? concept.es[0] ?? concept.id;
    const { id, kind, esco } = concept;
    return [
      {
        id,
        label,
        kind,
        esco,
        confidence: TAG_CONFIDENCE,
        requirement: "mentioned",
        method: "structured",
        mentions: [],
      },
    ];
  });
}

function statedLanguage(lang: string | null | undefined, text: string, title: string): Lang {
  const stated = lang?.slice(0, 2).toLowerCase();
  return stated === "en" || stated === "es" ? stated : detectLanguage(text, title);
}

function toField(field: "title" | "text", text: string): Field {
  return { field, text, fold: foldText(text) };
}

/**
 * Reads everything that a posting says. Pure: equal input gives equal output. Skills stand in the order of their first
 * mention, those known only from the source's tags last; pay is taken from the source's own fields, never from the text.
 */
export function readPosting(matcher: SkillMatcher, input: PostingInput): PostingReading {
  const lang = statedLanguage(input.lang, input.text, input.title);
  const [title, text] = [toField("title", input.title), toField("text", input.text)];
  const given = { title: input.title, text: input.text, lang, blocks: input.blocks };
  const { skills } = readSkills(matcher, given, { title: title.fold, text: text.fold });
  const seniority = readSeniority(title, text);
  const years = readYears(text);
  const stated = input.structured ?? NOTHING_STATED;
  const workplace = stated.workplace === null ? readWorkplace(title, text) : null;
  const employment = stated.employmentType === null ? readEmploymentType(title, text) : null;
  const degree = readDegree(text);
  const languages = readLanguages(skills, input);
  const evidence: Record<string, Evidence[]> = {};
  if (seniority !== null) evidence["seniority"] = seniority.evidence;
  if (years !== null) evidence["yearsMin"] = years.evidence;
  if (workplace !== null) evidence["workplace"] = workplace.evidence;
  if (employment !== null) evidence["employmentType"] = employment.evidence;
  if (degree !== null) evidence["degreeRequired"] = degree.evidence;
  if (languages !== null) evidence["languagesRequired"] = languages.evidence;
  return {
    lang,
    skills: [...skills, ...fromTags(matcher, stated.tags, skills)],
    seniority: seniority?.seniority ?? null,
    yearsMin: years?.yearsMin ?? null,
    workplace: stated.workplace ?? workplace?.value ?? null,
    employmentType: stated.employmentType ?? employment?.value ?? null,
    salary: stated.salary,
    degreeRequired: degree?.value ?? null,
    languagesRequired: languages?.languages ?? null,
    evidence,
  };
}
