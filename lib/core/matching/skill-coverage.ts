import { REQUIREMENTS, type Requirement } from "@/lib/core/postings/posting-fields";
import type { Concept, FoundSkill, SkillKind } from "@/lib/core/skills/skill-types";
import type { CorpusStatistics, Evidence, EvidenceStatus, MatchPosting } from "./match-types";
import type { PreparedResume, ShownSkill } from "./prepare-resume";
import { skillRarity } from "./rarity";

/** A must counts twice as much as a wish, a wish twice as much as a mention. */
const STRENGTH: Readonly<Record<Requirement, number>> = { required: 1, preferred: 0.5, mentioned: 0.25 };

/** Soft skills are named by habit and languages by place: half weight keeps them from drowning the trade. */
const KIND: Readonly<Record<SkillKind, number>> = { hard: 1, certification: 1, language: 0.5, soft: 0.5 };

/** Shown in prose only: real, but a reader who skims the lists will miss it. */
const PROSE_CREDIT = 0.85;

/** What the title names is what the job is called after: "Senior Rust Engineer" without Rust is another job. */
const TITLE_FACTOR = 1.5;

/** Asked weight (about three or four required skills) from which coverage speaks for itself. */
const ENOUGH_ASKED = 2;

/** Where a posting names less, the rest of its wishes is taken to be covered this well: neither zero nor full. */
const UNSAID_CREDIT = 0.25;

/** One skill that a posting asks for, with its weight in the coverage. */
export type AskedSkill = { skill: FoundSkill; requirement: Requirement; weight: number };

/** How a résumé answers one asked skill; `credit` 0 … 1. */
export type SkillAnswer = {
  asked: AskedSkill;
  credit: number;
  status: EvidenceStatus;
  shown: ShownSkill | null;
  via: string | null;
};

function order(a: FoundSkill, b: FoundSkill): number {
  const [left, right] = [`${a.kind} ${a.label}`, `${b.kind} ${b.label}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

function strongerOf(a: FoundSkill, b: FoundSkill): FoundSkill {
  const rank = (skill: FoundSkill) => REQUIREMENTS.indexOf(skill.requirement);
  const difference = rank(a) - rank(b) || b.confidence - a.confidence || order(a, b);
  const first = difference <= 0 ? a : b;
  const mentions = [...a.mentions, ...b.mentions].sort((x, y) => x.start - y.start || x.end - y.end);
  return { ...first, mentions };
}

function clamp01(value: number): number {
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0;
}

function weightOf(skill: FoundSkill, statistics: CorpusStatistics): number {
  const isTitled = skill.mentions.some(({ field }) => field === "title");
  const asked = STRENGTH[skill.requirement] * KIND[skill.kind] * (isTitled ? TITLE_FACTOR : 1);
  return asked * clamp01(skill.confidence) * skillRarity(statistics, skill.id);
}

/** What a posting asks for: each skill once, required before preferred before mentioned, then heavier first, then by id. */
export function askedSkills(posting: MatchPosting, statistics: CorpusStatistics): AskedSkill[] {
  const merged = new Map<string, FoundSkill>();
  for (const skill of posting.skills) {
    const known = merged.get(skill.id);
    merged.set(skill.id, known === undefined ? skill : strongerOf(known, skill));
  }
  const asked = [...merged.values()].map((skill) => ({
    skill,
    requirement: skill.requirement,
    weight: weightOf(skill, statistics),
  }));
  const rank = (item: AskedSkill) => REQUIREMENTS.indexOf(item.requirement);
  return asked.sort((a, b) => rank(a) - rank(b) || b.weight - a.weight || (a.skill.id < b.skill.id ? -1 : 1));
}

type Relative = { shown: ShownSkill; closeness: number };

function bestRelative(id: string, resume: PreparedResume, concepts: ReadonlyMap<string, Concept>): Relative | null {
  let best: Relative | null = null;
  for (const [relativeId, stated] of Object.entries(concepts.get(id)?.related ?? {})) {
    const shown = resume.skills.get(relativeId);
    if (shown === undefined) continue;
    const closeness = clamp01(stated);
    const better =
      best === null || closeness > best.closeness || (closeness === best.closeness && relativeId < best.shown.id);
    if (closeness > 0 && better) best = { shown, closeness };
  }
  return best;
}

/** How the résumé answers one asked skill: by itself, in prose, through a relative, or not at all; the best of them counts. */
export function answerSkill(
  asked: AskedSkill,
  resume: PreparedResume,
  concepts: ReadonlyMap<string, Concept>,
): SkillAnswer {
  const own = resume.skills.get(asked.skill.id);
  if (own !== undefined) {
    return {
      asked,
      shown: own,
      via: null,
      credit: own.stated ? 1 : PROSE_CREDIT,
      status: own.stated ? "met" : "prose",
    };
  }
  const relative = bestRelative(asked.skill.id, resume, concepts);
  if (relative === null) return { asked, credit: 0, status: "missing", shown: null, via: null };
  // Never as good as the skill itself, whatever the data file says.
  const credit = Math.min(relative.closeness, PROSE_CREDIT);
  return {
    asked,
    credit,
    status: "partly",
    shown: relative.shown,
    via: `${relative.shown.label}: ${Math.round(credit * 100) / 100}`,
  };
}

/** Weighted coverage 0 … 1 of what is asked; null where nothing is. Sums run in the order of {@link askedSkills}. */
export function skillCoverage(answers: readonly SkillAnswer[]): number | null {
  let covered = 0;
  let total = 0;
  for (const { asked, credit } of answers) {
    covered += asked.weight * credit;
    total += asked.weight;
  }
  if (total <= 0) return null;
  const unsaid = Math.max(0, ENOUGH_ASKED - total);
  return Math.min(1, (covered + UNSAID_CREDIT * unsaid) / (total + unsaid));
}

/** The evidence line of one answer. A skill that only the posting's title names has no span in its text. */
export function skillEvidence(answer: SkillAnswer): Evidence {
  const mention = answer.asked.skill.mentions.find(({ field }) => field === "text");
  return {
    requirement: answer.asked.skill.label,
    skillId: answer.asked.skill.id,
    strength: answer.asked.requirement,
    status: answer.status,
    posting: mention === undefined ? null : { start: mention.start, end: mention.end, text: mention.text },
    resume: answer.shown?.span ?? null,
    via: answer.via,
  };
}
