import { detectLanguage } from "@/lib/core/postings/detect-language";
import type { CanonicalText } from "@/lib/core/postings/text-block";
import { readSkills } from "@/lib/core/skills/read-skills";
import type { SkillMatcher } from "@/lib/core/skills/skill-matcher";
import { computeSeniority, computeTotalYears } from "./career";
import type { DateRange } from "./date-range";
import type { Education, Position, Profile } from "./profile";
import { EvidenceCollector } from "./profile-evidence";
import { profileWarnings } from "./profile-warnings";
import { readContact } from "./read-contact";
import { type EducationReading, readEducation } from "./read-education";
import { readLanguages } from "./read-languages";
import { type PositionReading, readPositions } from "./read-positions";
import type { ReadValue } from "./position-header";
import { type ResumeLine, toResumeLines } from "./resume-lines";
import { readResumeSections, type ResumeSection, type SectionKind } from "./resume-sections";

/** Raised whenever the same text may give another profile. */
export const PROFILE_VERSION = 1;

const LANGUAGE_SAMPLE_CHARS = 20_000;
const MAX_SUMMARY_CHARS = 1500;
const MIN_SUMMARY_CHARS = 60;

/** Language is told by ordinary words; a run of letters without end would only cost time. */
function languageSample(text: string): string {
  return text.slice(0, LANGUAGE_SAMPLE_CHARS).replace(/\S{60,}/gu, " ");
}

function linesOf(sections: readonly ResumeSection[], kind: SectionKind): ResumeLine[] {
  return sections.filter((section) => section.kind === kind).flatMap((section) => section.lines);
}

/** The summary section as it stands, or the first paragraph of the header that is long enough to be one. */
function readSummary(sections: readonly ResumeSection[], text: string): ReadValue | null {
  const section = sections.find((candidate) => candidate.kind === "summary" && candidate.lines.length > 0);
  const prose = linesOf(sections, "header").find(
    (line) => line.text.length >= MIN_SUMMARY_CHARS && !/@|\.(?:com|org|net|io)\b|https?:/i.test(line.text),
  );
  const first = section?.lines[0] ?? prose;
  const last = section ? section.lines.findLast((line) => line.end - (first?.start ?? 0) <= MAX_SUMMARY_CHARS) : prose;
  if (!first || !last) return null;
  return {
    value: text.slice(first.start, last.end),
    start: first.start,
    end: last.end,
    confidence: section ? 0.9 : 0.6,
  };
}

function readCertifications(lines: readonly ResumeLine[]): ReadValue[] {
  return lines
    .filter((line) => line.text.length >= 3 && line.text.length <= 160)
    .map((line) => ({ value: line.text, start: line.start, end: line.end, confidence: 0.85 }));
}

function toPosition(reading: PositionReading): Position {
  return {
    title: reading.title?.value ?? null,
    employer: reading.employer?.value ?? null,
    place: reading.place?.value ?? null,
    from: reading.range?.from ?? null,
    to: reading.range?.to ?? null,
    current: reading.range?.current ?? false,
  };
}

function toEducation(reading: EducationReading): Education {
  return {
    degree: reading.degree?.value ?? null,
    institution: reading.institution?.value ?? null,
    from: reading.range?.from ?? null,
    to: reading.range?.to ?? null,
  };
}

function addRange(evidence: EvidenceCollector, path: string, range: DateRange | null): void {
  if (!range) return;
  const confidence = range.yearOnly ? 0.6 : 0.95;
  if (range.from !== null) evidence.addSpan(`${path}.from`, range, confidence);
  if (range.to !== null) evidence.addSpan(`${path}.to`, range, confidence);
  if (range.current) evidence.addSpan(`${path}.current`, range, confidence);
}

type Readings = {
  contact: ReturnType<typeof readContact>;
  summary: ReadValue | null;
  positions: PositionReading[];
  education: EducationReading[];
  certifications: ReadValue[];
  languages: ReturnType<typeof readLanguages>;
};

function readAll(canonical: CanonicalText): Readings {
  const lines = toResumeLines(canonical);
  const sections = readResumeSections(lines);
  return {
    contact: readContact(linesOf(sections, "header"), lines),
    summary: readSummary(sections, canonical.text),
    positions: readPositions(linesOf(sections, "experience")),
    education: readEducation(linesOf(sections, "education")),
    certifications: readCertifications(linesOf(sections, "certifications")),
    languages: readLanguages(linesOf(sections, "languages")),
  };
}

function toEvidence(readings: Readings): Profile["evidence"] {
  const collector = new EvidenceCollector();
  const { contact } = readings;
  for (const [path, value] of [
    ["name", contact.name],
    ["email", contact.email],
    ["phone", contact.phone],
    ["summary", readings.summary],
  ] as const)
    collector.add(path, value);
  for (const [index, link] of contact.links.entries()) collector.add(`links.${index}`, link);
  for (const [index, reading] of readings.positions.entries()) {
    const path = `positions.${index}`;
    collector.addSpan(path, reading.body, 0.8);
    collector.add(`${path}.title`, reading.title);
    collector.add(`${path}.employer`, reading.employer);
    collector.add(`${path}.place`, reading.place);
    addRange(collector, path, reading.range);
  }
  for (const [index, reading] of readings.education.entries()) {
    collector.add(`education.${index}.degree`, reading.degree);
    collector.add(`education.${index}.institution`, reading.institution);
    addRange(collector, `education.${index}`, reading.range);
  }
  for (const [index, value] of readings.certifications.entries()) collector.add(`certifications.${index}`, value);
  for (const [index, value] of readings.languages.entries()) collector.addSpan(`languages.${index}`, value, 0.9);
  return collector.evidence;
}

/**
 * Reads a résumé (English or Spanish, with or without blocks) into a profile. `now` closes positions that still run. Spans in
 * `evidence` point into `canonical.text`; `positions.0` (no field) is the whole passage about that position.
 */
export function readProfile(matcher: SkillMatcher, canonical: CanonicalText, options: { now: Date }): Profile {
  const readings = readAll(canonical);
  const positions = readings.positions.map(toPosition);
  const totalYears = computeTotalYears(positions, options.now);
  const lang = detectLanguage(languageSample(canonical.text));
  const { skills } = readSkills(matcher, { text: canonical.text, lang, blocks: canonical.blocks, isResume: true });
  const profile: Profile = {
    lang,
    name: readings.contact.name?.value ?? null,
    email: readings.contact.email?.value ?? null,
    phone: readings.contact.phone?.value ?? null,
    links: readings.contact.links.map((link) => link.value),
    summary: readings.summary?.value ?? null,
    positions,
    education: readings.education.map(toEducation),
    certifications: readings.certifications.map((certification) => certification.value),
    languages: readings.languages.map(({ lang: code, level }) => ({ lang: code, level })),
    skills,
    totalYears,
    seniority: computeSeniority(positions, totalYears),
    warnings: [],
    evidence: toEvidence(readings),
    text: canonical.text,
  };
  return { ...profile, warnings: profileWarnings(profile, options.now) };
}
