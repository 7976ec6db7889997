import type { Lang } from "@/lib/core/kernel/language";
import type { OccupationFinder } from "@/lib/core/occupations/occupation-finder";
import type { Gazetteer } from "@/lib/core/places/gazetteer";
import type { SkillMatcher } from "@/lib/core/skills/skill-matcher";
import type { FoundSkill } from "@/lib/core/skills/skill-types";
import type { Evidence } from "./find-phrases";
import type { EmploymentType, Salary, Seniority, Workplace } from "./posting-fields";
import type {
  DrivingLicence,
  EducationLevel,
  Eligibility,
  OccupationReading,
  Pay,
  PlaceReading,
  Section,
  Shift,
  SkillYears,
  WorkPermit,
} from "./posting-reading";
import type { RequiredLanguage } from "./read-languages";
import type { Summary } from "./summarise";
import type { TextBlock } from "./text-block";

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
