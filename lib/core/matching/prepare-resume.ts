import type { QuotedSpan } from "@/lib/core/kernel/span";
import type { Profile } from "@/lib/core/resumes/profile";
import type { FoundSkill, Mention } from "@/lib/core/skills/skill-types";
import type { MatchResume } from "./match-types";
import { type PositionRegion, positionRegions, readStretches } from "./resume-regions";
import { termsOf } from "./terms";

/** One skill that a résumé shows. `stated`: it stands under a heading that counts, not only in free prose. */
export type ShownSkill = {
  id: string;
  label: string;
  stated: boolean;
  span: QuotedSpan | null;
  /** Indexes of the positions that tell of it. */
  positions: readonly number[];
};

/** Everything about a résumé that does not depend on the posting, computed once for a whole ranking. */
export type PreparedResume = {
  profile: Profile;
  embedding: readonly number[] | null;
  skills: ReadonlyMap<string, ShownSkill>;
  regions: readonly PositionRegion[];
  /** Terms by the language they were stemmed in: en, es, und (not stemmed) and the résumé's own. */
  terms: ReadonlyMap<string, ReadonlySet<string>>;
};

function byPlace(a: Mention, b: Mention): number {
  return a.start - b.start || a.end - b.end;
}

/** `listed`: some reading had no span at all, so it came from structured data: a stated list. */
type Merged = { label: string; mentions: Mention[]; listed: boolean };

/** Mentions by skill id, so that a skill given twice is one skill. */
function mergeMentions(skills: readonly FoundSkill[]): Map<string, Merged> {
  const merged = new Map<string, Merged>();
  for (const skill of skills) {
    const known = merged.get(skill.id);
    const own = skill.mentions.filter((mention) => mention.field === "text");
    const label = known === undefined || skill.label < known.label ? skill.label : known.label;
    const mentions = [...(known?.mentions ?? []), ...own].sort(byPlace);
    merged.set(skill.id, { label, mentions, listed: own.length === 0 || known?.listed === true });
  }
  return merged;
}

/**
 * Whether a mention counts as stated: inside a position, or under a heading other than the summary's. In the summary or
 * before the first heading it is prose. A résumé with neither an experience or skills heading nor a placed position has
 * no structure to judge by, and everything in it is stated.
 */
function statedTest(profile: Profile, regions: readonly PositionRegion[]): (at: number) => boolean {
  const stretches = readStretches(profile.text);
  if (regions.length === 0 && !stretches.some(({ isNamed }) => isNamed)) return () => true;
  const summary = profile.evidence["summary"];
  return (at) => {
    if (regions.some((region) => at >= region.start && at < region.end)) return true;
    if (summary !== undefined && at >= summary.start && at < summary.end) return false;
    return stretches.find((stretch) => at >= stretch.start && at < stretch.end)?.isStated ?? false;
  };
}

function shownSkills(
  profile: Profile,
  regions: readonly PositionRegion[],
  isStated: (at: number) => boolean,
): Map<string, ShownSkill> {
  const shown = new Map<string, ShownSkill>();
  for (const [id, { label, mentions, listed }] of mergeMentions(profile.skills)) {
    const best = mentions.find((mention) => isStated(mention.start)) ?? mentions[0];
    const positions = regions.flatMap((region, index) =>
      mentions.some((mention) => mention.start >= region.start && mention.start < region.end) ? [index] : [],
    );
    shown.set(id, {
      id,
      label,
      stated: listed || best === undefined || isStated(best.start),
      span: best === undefined ? null : { start: best.start, end: best.end, text: best.text },
      positions,
    });
  }
  return shown;
}

/** The résumé's side of every match. Open-ended positions last until `now`; without it they are undated. */
export function prepareResume(resume: MatchResume, now: Date | null = null): PreparedResume {
  const { profile } = resume;
  const regions = positionRegions(profile, now);
  const languages = [...new Set(["en", "es", "und", profile.lang])];
  return {
    profile,
    embedding: resume.embedding,
    skills: shownSkills(profile, regions, statedTest(profile, regions)),
    regions,
    terms: new Map(languages.map((lang) => [lang, new Set(termsOf(profile.text, lang).keys())])),
  };
}

/** The same résumé as if it also listed one more skill under its skills heading. */
export function withSkill(resume: PreparedResume, skill: { id: string; label: string }): PreparedResume {
  const known = resume.skills.get(skill.id);
  const shown: ShownSkill = {
    id: skill.id,
    label: skill.label,
    stated: true,
    span: known?.span ?? null,
    positions: known?.positions ?? [],
  };
  const terms = [...resume.terms].map(([lang, set]): [string, ReadonlySet<string>] => [
    lang,
    new Set([...set, ...termsOf(skill.label, lang).keys()]),
  ]);
  return { ...resume, skills: new Map(resume.skills).set(skill.id, shown), terms: new Map(terms) };
}
