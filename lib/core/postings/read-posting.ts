import { foldText } from "@/lib/core/kernel/fold";
import type { Lang } from "@/lib/core/kernel/language";
import type { OccupationFinder } from "@/lib/core/occupations/occupation-finder";
import { readOccupation } from "@/lib/core/occupations/read-occupation";
import { readPay } from "@/lib/core/pay/read-pay";
import type { Gazetteer } from "@/lib/core/places/gazetteer";
import { readPlaces } from "@/lib/core/places/read-places";
import { lookupSkill } from "@/lib/core/skills/lookup-skill";
import { readSkills } from "@/lib/core/skills/read-skills";
import type { SkillMatcher } from "@/lib/core/skills/skill-matcher";
import type { FoundSkill } from "@/lib/core/skills/skill-types";
import { detectLanguage } from "./detect-language";
import { factField } from "./fact-field";
import type { Evidence, Field } from "./find-phrases";
import type { EmploymentType, Salary, Seniority, Workplace } from "./posting-fields";
import type { OccupationReading, Pay, PlaceReading, Reading, Section } from "./posting-reading";
import { type RequiredLanguage, readLanguages } from "./read-languages";
import { readEmploymentType } from "./read-employment-type";
import { readSections } from "./read-sections";
import { readSeniority } from "./read-seniority";
import { readDegree } from "./read-degree";
import { readWorkplace } from "./read-workplace";
import { readYears } from "./read-years";
import { type Summary, summarise } from "./summarise";
import type { TextBlock } from "./text-block";

/** Rises whenever `readPosting` would read something else out of the same posting with the same taxonomy. */
export const READING_VERSION = 2;

/** What the source states apart from the text; it wins over what the text says. */
export type StructuredFields = {
  employmentType: EmploymentType | null;
  workplace: Workplace | null;
  salary: Salary | null;
  tags: readonly string[];
};

/** What reading rests on besides the posting: names of skills, occupations and places. */
export type ReadingKnowledge = { matcher: SkillMatcher; occupations: OccupationFinder; gazetteer: Gazetteer };

export type PostingInput = {
  title: string;
  text: string;
  blocks: readonly TextBlock[];
  /** What the source gives as the place. */
  location?: string | null;
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
  /** As the source states it apart from the text, else as read from title and text. */
  salary: Salary | null;
  /** What the text says of pay besides; null where the salary is the source's own. */
  pay: Pay | null;
  /** The first that the advert names comes first. */
  places: PlaceReading[];
  /** ISO 3166-1 alpha-2, of the first place. */
  country: string | null;
  occupation: OccupationReading | null;
  /** The parts of the text by its headings. */
  sections: Section[];
  /** The advert's own most telling sentences. */
  summary: Summary | null;
  degreeRequired: boolean | null;
  languagesRequired: RequiredLanguage[] | null;
  /** Field name → the words it rests on; a field that the source states apart from the text has no words. */
  evidence: Record<string, Evidence[]>;
  /** Field name → how sure it is (0 … 1) and how it was found. */
  grounds: Record<string, Ground>;
};

export type Ground = { confidence: number; method: string };

const NOTHING_STATED: StructuredFields = { employmentType: null, workplace: null, salary: null, tags: [] };
const TAG_CONFIDENCE = 0.7;
const STATED: Ground = { confidence: 1, method: "structured" };

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

/** Gathers what facts rest on while their values are taken. */
class Grounds {
  readonly evidence: Record<string, Evidence[]> = {};
  readonly grounds: Record<string, Ground> = {};

  take<T>(name: string, reading: Reading<T> | null): T | null {
    if (reading === null) return null;
    const { value, confidence, method, evidence } = reading;
    if (evidence.length > 0) this.evidence[name] = evidence;
    this.grounds[name] = { confidence, method };
    return value;
  }

  /** The source's own field wins over what the text says. */
  stated<T>(name: string, value: T | null, read: () => Reading<T> | null): T | null {
    if (value === null) return this.take(name, read());
    this.grounds[name] = STATED;
    return value;
  }
}

/**
 * Reads everything that a posting says. Pure: equal input gives equal output. Skills stand in the order of their first
 * mention, those known only from the source's tags last; what the source states apart from the text wins over the text.
 */
export function readPosting(knowledge: ReadingKnowledge, input: PostingInput): PostingReading {
  const { matcher, gazetteer, occupations } = knowledge;
  const lang = statedLanguage(input.lang, input.text, input.title);
  const [title, text] = [toField("title", input.title), toField("text", input.text)];
  const facts = { title: factField(title), text: factField(text) };
  const given = { title: input.title, text: input.text, lang, blocks: input.blocks };
  const { skills } = readSkills(matcher, given, { title: title.fold, text: text.fold });
  const stated = input.structured ?? NOTHING_STATED;
  const location = input.location ?? null;
  const from = new Grounds();
  const places = from.take("places", readPlaces(gazetteer, { location, title, text, lang })) ?? [];
  const country = places[0]?.country ?? null;
  const pay = stated.salary === null ? from.take("salary", readPay({ title, text, lang, country })) : null;
  const degree = readDegree(text);
  const languages = readLanguages(skills, input);
  const sections = readSections(facts.text);
  const mentions = skills.flatMap((skill) => skill.mentions.filter(({ field }) => field === "text"));
  const summary = summarise({ text: input.text, blocks: input.blocks, sections, mentions });
  if (degree !== null) from.evidence["degreeRequired"] = degree.evidence;
  if (languages !== null) from.evidence["languagesRequired"] = languages.evidence;
  return {
    lang,
    skills: [...skills, ...fromTags(matcher, stated.tags, skills)],
    seniority: from.take("seniority", readSeniority(facts.title, facts.text)),
    yearsMin: from.take("yearsMin", readYears(facts.text))?.min ?? null,
    workplace: from.stated("workplace", stated.workplace, () => readWorkplace(facts.title, facts.text, location)),
    employmentType: from.stated("employmentType", stated.employmentType, () =>
      readEmploymentType(facts.title, facts.text),
    ),
    salary: stated.salary ?? pay?.salary ?? null,
    pay,
    places,
    country,
    occupation: from.take("occupation", readOccupation(occupations, title, text)),
    sections,
    summary,
    degreeRequired: degree?.value ?? null,
    languagesRequired: languages?.languages ?? null,
    evidence: from.evidence,
    grounds: from.grounds,
  };
}
