import { readDeadline } from "@/lib/core/dates/read-deadline";
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
import type {
  DrivingLicence,
  EducationLevel,
  Eligibility,
  OccupationReading,
  Pay,
  PlaceReading,
  Reading,
  Section,
  Shift,
  SkillYears,
  WorkPermit,
} from "./posting-reading";
import { type RequiredLanguage, readLanguages } from "./read-languages";
import { readDegree, readEducation } from "./read-degree";
import { readDrivingLicence } from "./read-driving-licence";
import { readEligibility } from "./read-eligibility";
import { readEmploymentType } from "./read-employment-type";
import { readSections } from "./read-sections";
import { readSeniority } from "./read-seniority";
import { readShift } from "./read-shift";
import { readSkillYears } from "./read-skill-years";
import { readWorkPermit } from "./read-work-permit";
import { readWorkplace } from "./read-workplace";
import { findYearDemands, readYears } from "./read-years";
import { type Summary, summarise } from "./summarise";
import type { TextBlock } from "./text-block";

/** Rises whenever `readPosting` would read something else out of the same posting with the same taxonomy. */
export const READING_VERSION = 3;

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
  /** ISO 3166-1 alpha-2 of a source whose adverts are all of one country. */
  sourceCountry?: string | null;
  /** The day that the source states for the posting: a day without a year is meant after it. */
  postedOn?: string | null;
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
  /** The last day to apply that the text names, `YYYY-MM-DD`. */
  validThrough: string | null;
  occupation: OccupationReading | null;
  /** The parts of the text by its headings. */
  sections: Section[];
  /** The advert's own most telling sentences. */
  summary: Summary | null;
  /** The highest years that a range of them names ("3–5 years"). */
  yearsMax: number | null;
  /** Years asked for with single skills. */
  skillYears: SkillYears[];
  eligibility: Eligibility | null;
  education: EducationLevel | null;
  drivingLicence: DrivingLicence | null;
  shift: Shift | null;
  workPermit: WorkPermit | null;
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

type Given = { title: Field; text: Field; skills: readonly FoundSkill[]; input: PostingInput };

/** What kind of job it is, and where and by whom it may be done. */
function readTerms({ title, text, input }: Given, from: Grounds) {
  const stated = input.structured ?? NOTHING_STATED;
  const location = input.location ?? null;
  const workplace = from.stated("workplace", stated.workplace, () => readWorkplace(title, text, location));
  return {
    seniority: from.take("seniority", readSeniority(title, text)),
    workplace,
    eligibility: from.take("eligibility", readEligibility(title, text, location, workplace)),
    employmentType: from.stated("employmentType", stated.employmentType, () => readEmploymentType(title, text)),
    shift: from.take("shift", readShift(title, text)),
  };
}

/** What somebody must bring along. */
function readDemands({ text, skills, input }: Given, from: Grounds) {
  const languages = readLanguages(skills, input);
  if (languages !== null) from.evidence["languagesRequired"] = languages.evidence;
  const demands = findYearDemands(text);
  const skillYears = readSkillYears(text, skills, demands);
  if (skillYears.length > 0) from.evidence["skillYears"] = skillYears.flatMap(({ evidence }) => evidence);
  const years = from.take("yearsMin", readYears(text, demands));
  return {
    yearsMin: years?.min ?? null,
    yearsMax: years?.max ?? null,
    skillYears: skillYears.map(({ value }) => value),
    degreeRequired: from.take("degreeRequired", readDegree(text)),
    education: from.take("education", readEducation(text)),
    languagesRequired: languages?.languages ?? null,
    drivingLicence: from.take("drivingLicence", readDrivingLicence(text)),
    workPermit: from.take("workPermit", readWorkPermit(text)),
  };
}

/**
 * Reads everything that a posting says. Pure: equal input gives equal output. Skills stand in the order of their first
 * mention, those known only from the source's tags last; what the source states apart from the text wins over the text.
 */
export function readPosting(knowledge: ReadingKnowledge, input: PostingInput): PostingReading {
  const { matcher, gazetteer, occupations } = knowledge;
  const lang = statedLanguage(input.lang, input.text, input.title);
  const [title, text] = [toField("title", input.title), toField("text", input.text)];
  const stated = input.structured ?? NOTHING_STATED;
  const written = { title: input.title, text: input.text, lang, blocks: input.blocks };
  const { skills } = readSkills(matcher, written, { title: title.fold, text: text.fold });
  const given = { title: factField(title), text: factField(text), skills, input };
  const from = new Grounds();
  const { location = null, sourceCountry = null } = input;
  const places = from.take("places", readPlaces(gazetteer, { location, title, text, lang, sourceCountry })) ?? [];
  const country = places[0]?.country ?? null;
  const pay = stated.salary === null ? from.take("salary", readPay({ title, text, lang, country })) : null;
  const validThrough = from.take("validThrough", readDeadline(text, input.postedOn ?? null, lang, country));
  const sections = readSections(given.text);
  const mentions = skills.flatMap((skill) => skill.mentions.filter(({ field }) => field === "text"));
  return {
    lang,
    skills: [...skills, ...fromTags(matcher, stated.tags, skills)],
    ...readTerms(given, from),
    ...readDemands(given, from),
    salary: stated.salary ?? pay?.salary ?? null,
    pay,
    places,
    country,
    validThrough,
    occupation: from.take("occupation", readOccupation(occupations, title, text)),
    sections,
    summary: summarise({ text: input.text, blocks: input.blocks, sections, mentions }),
    evidence: from.evidence,
    grounds: from.grounds,
  };
}
