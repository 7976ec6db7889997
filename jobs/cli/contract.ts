import { z } from "zod";
import { parseStatedDate } from "@/lib/core/dates/stated-date";
import { utcDay } from "@/lib/core/kernel/utc-day";
import type { Evidence, MatchResult } from "@/lib/core/matching/match-types";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import type { PostingReading } from "@/lib/core/postings/read-posting";
import type { Profile } from "@/lib/core/resumes/profile";

const identifier = z.union([z.string(), z.number()]);

function dayOf(stated: unknown): string | null {
  const date = parseStatedDate(stated);
  return date === null ? null : utcDay(new Date(date));
}

/** One line that `skills extract` and `postings read` take. */
export const textInput = z.looseObject({
  id: identifier,
  title: z.string().nullish(),
  text: z.string(),
  lang: z.string().nullish(),
  location: z.string().nullish(),
  /** The advert's address and its stated day help to read it; what is none of them is not looked at. */
  url: z.string().nullish().catch(null),
  date: z.unknown().optional().transform(dayOf),
});
export type TextInput = z.output<typeof textInput>;

/** The language that a caller states; only those that are read for are taken at their word. */
export function statedLang(lang: string | null | undefined): "en" | "es" | null {
  const short = lang?.slice(0, 2).toLowerCase();
  return short === "en" || short === "es" ? short : null;
}

/** A line of `postings read`. */
export function toReadLine(id: string | number, reading: PostingReading) {
  return {
    id,
    lang: reading.lang,
    skills: reading.skills,
    seniority: reading.seniority,
    yearsMin: reading.yearsMin,
    workplace: reading.workplace,
    employmentType: reading.employmentType,
    country: reading.country,
    salary: reading.salary,
    degreeRequired: reading.degreeRequired,
    languagesRequired: reading.languagesRequired,
    summary: reading.summary?.text ?? null,
    evidence: reading.evidence,
  };
}

/** A line of `postings read --all`: also what the contract does not name. */
export function toFullReadLine(id: string | number, reading: PostingReading) {
  return {
    ...toReadLine(id, reading),
    places: reading.places,
    occupation: reading.occupation,
    pay: reading.pay,
    validThrough: reading.validThrough,
    yearsMax: reading.yearsMax,
    skillYears: reading.skillYears,
    eligibility: reading.eligibility,
    education: reading.education,
    drivingLicence: reading.drivingLicence,
    shift: reading.shift,
    workPermit: reading.workPermit,
    sections: reading.sections,
    grounds: reading.grounds,
  };
}

/** A line of `postings parse`. */
export function toParsedLine(posting: ParsedPosting) {
  const { source, externalId, url, title, company, location, postedAt, validThrough } = posting;
  const { employmentType, workplace, salary, description, warnings } = posting;
  return {
    source,
    externalId,
    url,
    title,
    company,
    location,
    postedAt,
    validThrough,
    employmentType,
    workplace,
    salary,
    description,
    warnings,
  };
}

/** A line of `resume parse`. */
export function toProfileLine(file: string, profile: Profile) {
  const { lang, name, email, phone, links, summary, positions, education, certifications, languages } = profile;
  const { skills, totalYears, seniority, warnings, evidence, text } = profile;
  return {
    file,
    lang,
    name,
    email,
    phone,
    links,
    summary,
    positions,
    education,
    certifications,
    languages,
    skills,
    totalYears,
    seniority,
    warnings,
    evidence,
    text,
  };
}

function toEvidenceItem({ requirement, strength, status, posting, resume, via }: Evidence) {
  return { requirement, strength, status, posting, resume, via };
}

/** A line of `match`. */
export function toMatchLine(match: MatchResult) {
  const { postingId, title, company, score, band, confidence, parts, evidence } = match;
  return { postingId, title, company, score, band, confidence, parts, evidence: evidence.map(toEvidenceItem) };
}
