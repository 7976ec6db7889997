import type { Lang } from "@/lib/core/kernel/language";
import type { FoundSkill } from "@/lib/core/skills/skill-types";
import type { Evidence, Field } from "./find-phrases";
import type { EmploymentType, Seniority, Workplace } from "./posting-fields";
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
import type { RequiredLanguage } from "./read-languages";
import type { findYearDemands, Years } from "./read-years";
import type { Ground, PostingInput, StructuredFields } from "./reading-types";
import type { Summary } from "./summarise";

const NOTHING_STATED: StructuredFields = { employmentType: null, workplace: null, salary: null, tags: [] };
const STATED: Ground = { confidence: 1, method: "structured" };

function unfolded(field: Field["field"]): Field {
  return { field, text: "", fold: { folded: "", starts: null, length: 0 } };
}
const [NO_TITLE, NO_TEXT] = [unfolded("title"), unfolded("text")];

/** A posting on its way to being read: what its reading's steps have found so far, and what that rests on. */
export class PostingDraft {
  readonly input: PostingInput;
  readonly stated: StructuredFields;
  readonly evidence: Record<string, Evidence[]> = {};
  readonly grounds: Record<string, Ground> = {};

  lang: Lang = "und";
  title = NO_TITLE;
  text = NO_TEXT;
  /** Title and text as readers of facts see them. */
  facts = { title: NO_TITLE, text: NO_TEXT };
  skills: readonly FoundSkill[] = [];
  places: PlaceReading[] = [];
  pay: Pay | null = null;
  validThrough: string | null = null;
  sections: Section[] = [];
  seniority: Seniority | null = null;
  workplace: Workplace | null = null;
  eligibility: Eligibility | null = null;
  employmentType: EmploymentType | null = null;
  shift: Shift | null = null;
  languages: RequiredLanguage[] | null = null;
  demands: ReturnType<typeof findYearDemands> = [];
  skillYears: SkillYears[] = [];
  years: Years | null = null;
  degreeRequired: boolean | null = null;
  education: EducationLevel | null = null;
  drivingLicence: DrivingLicence | null = null;
  workPermit: WorkPermit | null = null;
  occupation: OccupationReading | null = null;
  summary: Summary | null = null;

  constructor(input: PostingInput) {
    this.input = input;
    this.stated = input.structured ?? NOTHING_STATED;
  }

  /** ISO 3166-1 alpha-2, of the first place. */
  get country(): string | null {
    return this.places[0]?.country ?? null;
  }

  /** The value of a field's reading, whose words and grounds are kept. */
  take<T>(name: string, reading: Reading<T> | null): T | null {
    if (reading === null) return null;
    const { value, confidence, method, evidence } = reading;
    if (evidence.length > 0) this.evidence[name] = evidence;
    this.grounds[name] = { confidence, method };
    return value;
  }

  /** The source's own field wins over what the text says. */
  preferStated<T>(name: string, value: T | null, read: () => Reading<T> | null): T | null {
    if (value === null) return this.take(name, read());
    this.grounds[name] = STATED;
    return value;
  }
}
