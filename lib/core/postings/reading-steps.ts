import { readDeadline } from "@/lib/core/dates/read-deadline";
import { foldText } from "@/lib/core/kernel/fold";
import type { Lang } from "@/lib/core/kernel/language";
import { readOccupation } from "@/lib/core/occupations/read-occupation";
import { readPay } from "@/lib/core/pay/read-pay";
import { readPlaces } from "@/lib/core/places/read-places";
import { readSkills } from "@/lib/core/skills/read-skills";
import type { FoundSkill, Mention } from "@/lib/core/skills/skill-types";
import { detectLanguage } from "./detect-language";
import { factField } from "./fact-field";
import type { Field } from "./find-phrases";
import type { PostingDraft } from "./posting-draft";
import { readDegree, readEducation } from "./read-degree";
import { readDrivingLicence } from "./read-driving-licence";
import { readEligibility } from "./read-eligibility";
import { readEmploymentType } from "./read-employment-type";
import { readLanguages } from "./read-languages";
import { readSections } from "./read-sections";
import { readSeniority } from "./read-seniority";
import { readShift } from "./read-shift";
import { readSkillYears } from "./read-skill-years";
import { readWorkPermit } from "./read-work-permit";
import { readWorkplace } from "./read-workplace";
import { findYearDemands, readYears } from "./read-years";
import type { PostingInput, ReadingKnowledge } from "./reading-types";
import { summarise } from "./summarise";

/** Reads one thing out of a posting, by what the steps before it have found. */
export type ReadingStep = (draft: PostingDraft, knowledge: ReadingKnowledge) => void;

function languageOf({ lang, text, title }: PostingInput): Lang {
  const stated = lang?.slice(0, 2).toLowerCase();
  return stated === "en" || stated === "es" ? stated : detectLanguage(text, title);
}

function toField(field: Field["field"], text: string): Field {
  return { field, text, fold: foldText(text) };
}

/** Where skills are named in the text; in loops, since `flatMap` and `filter` take five times as long. */
function textMentions(skills: readonly FoundSkill[]): Mention[] {
  const found: Mention[] = [];
  for (const { mentions } of skills) for (const mention of mentions) if (mention.field === "text") found.push(mention);
  return found;
}

/** What is said in the text, and of what. */
const WORDS: readonly ReadingStep[] = [
  (draft) => {
    draft.lang = languageOf(draft.input);
  },
  (draft) => {
    draft.title = toField("title", draft.input.title);
    draft.text = toField("text", draft.input.text);
  },
  (draft, { matcher }) => {
    const { input, lang, title, text } = draft;
    const written = { title: input.title, text: input.text, lang, blocks: input.blocks };
    draft.skills = readSkills(matcher, written, { title: title.fold, text: text.fold }).skills;
  },
  (draft) => {
    draft.facts = { title: factField(draft.title), text: factField(draft.text) };
  },
];

/** Where the job is, what it pays, until when it is open. */
const OFFER: readonly ReadingStep[] = [
  (draft, { gazetteer }) => {
    const { title, text, lang } = draft;
    const { location = null, sourceCountry = null } = draft.input;
    const given = { location, title, text, lang, sourceCountry };
    draft.places = draft.take("places", readPlaces(gazetteer, given)) ?? [];
  },
  (draft) => {
    const { title, text, lang, country, stated } = draft;
    if (stated.salary === null) draft.pay = draft.take("salary", readPay({ title, text, lang, country }));
  },
  (draft) => {
    const { text, lang, country, input } = draft;
    draft.validThrough = draft.take("validThrough", readDeadline(text, input.postedOn ?? null, lang, country));
  },
  (draft) => {
    draft.sections = readSections(draft.facts.text);
  },
];

/** What kind of job it is, and where and by whom it may be done. */
const TERMS: readonly ReadingStep[] = [
  (draft) => {
    const { facts, stated, input } = draft;
    const read = () => readWorkplace(facts.title, facts.text, input.location ?? null);
    draft.workplace = draft.preferStated("workplace", stated.workplace, read);
  },
  (draft) => {
    draft.seniority = draft.take("seniority", readSeniority(draft.facts.title, draft.facts.text));
  },
  (draft) => {
    const { facts, workplace, input } = draft;
    const reading = readEligibility(facts.title, facts.text, input.location ?? null, workplace);
    draft.eligibility = draft.take("eligibility", reading);
  },
  (draft) => {
    const { facts, stated } = draft;
    const read = () => readEmploymentType(facts.title, facts.text);
    draft.employmentType = draft.preferStated("employmentType", stated.employmentType, read);
  },
  (draft) => {
    draft.shift = draft.take("shift", readShift(draft.facts.title, draft.facts.text));
  },
];

/** What somebody must bring along. */
const DEMANDS: readonly ReadingStep[] = [
  (draft) => {
    const read = readLanguages(draft.skills, draft.input);
    if (read === null) return;
    draft.languages = read.languages;
    draft.evidence["languagesRequired"] = read.evidence;
  },
  (draft) => {
    draft.demands = findYearDemands(draft.facts.text);
  },
  (draft) => {
    const read = readSkillYears(draft.facts.text, draft.skills, draft.demands);
    if (read.length === 0) return;
    draft.skillYears = read.map(({ value }) => value);
    draft.evidence["skillYears"] = read.flatMap(({ evidence }) => evidence);
  },
  (draft) => {
    draft.years = draft.take("yearsMin", readYears(draft.facts.text, draft.demands));
  },
  (draft) => {
    draft.degreeRequired = draft.take("degreeRequired", readDegree(draft.facts.text));
  },
  (draft) => {
    draft.education = draft.take("education", readEducation(draft.facts.text));
  },
  (draft) => {
    draft.drivingLicence = draft.take("drivingLicence", readDrivingLicence(draft.facts.text));
  },
  (draft) => {
    draft.workPermit = draft.take("workPermit", readWorkPermit(draft.facts.text));
  },
];

/** What job it is, and the advert in short. */
const ESSENCE: readonly ReadingStep[] = [
  (draft, { occupations }) => {
    draft.occupation = draft.take("occupation", readOccupation(occupations, draft.title, draft.text));
  },
  (draft) => {
    const { input, sections, skills } = draft;
    const mentions = textMentions(skills);
    draft.summary = summarise({ text: input.text, blocks: input.blocks, sections, mentions });
  },
];

/** All that is read out of a posting, in the order in which one step needs what another found. */
export const READING_STEPS: readonly ReadingStep[] = [...WORDS, ...OFFER, ...TERMS, ...DEMANDS, ...ESSENCE];
