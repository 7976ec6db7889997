import type { FoundSkill, Mention } from "@/lib/core/skills/skill-types";
import { type Field, quote } from "./find-phrases";
import type { Reading, SkillYears } from "./posting-reading";
import { findYearDemands } from "./read-years";

const CONFIDENCE = { after: 0.85, before: 0.85, listed: 0.75 } as const;

/** What may stand between years and the first skill after them: "5+ years of hands-on experience with", "3 años de experiencia comprobable en". */
const LEADS_TO_SKILL =
  /^[\s'’.+)]{0,4}(?:(?:or more|o más|plus|of|de|with|in|en|con|using|usando|as|como|an?|un|una|the|el|la|on|and|y|manejo|manejando|trabajando|desarrollando|programando|experiencia|experience|exp|hands-on|hands on|professional|profesional|commercial|proven|strong|solid|sólida|comprobable|demonstrable|practical|production|relevant|industry|work|working|building|developing|programming|coding|writing|administering|managing|development|developer|desarrollo|uso|either|previous|previa|laboral|mínima|recent|deep)[\s,:]{1,3}){0,9}$/iu;
/** "Java (5+ years)", "SQL: 3 years", "experiencia en Excel, mínimo 2 años". */
const SKILL_BEFORE =
  /^\s?(?:\)\s?)?(?:(?:experience|experiencia|knowledge|conocimientos?|development|desarrollo|programming)\s?)?[\s,:(\-–—]{1,4}(?:(?:at least|minimum(?: of)?|min\.?|mínimo(?: de)?|al menos|más de|over|more than|for|de|con)\s)?\+?$/iu;
/** No sign ties the skill before to the years: "desarrollador backend con 5 años de experiencia en Java". */
const LOOSE_BEFORE = /^\s(?:con|with|de|for)?\s?$/iu;
const NAMES_EXPERIENCE = /experien|\bexp\b/iu;
/** "Java and Spring", "Python, R or SQL". */
const LISTED = /^[\s,/&]{0,3}(?:and\/or|and|or|y\/o|y|o|e|u)?[\s,/&]{1,3}$|^[,/&]$/iu;
/** A second number in the same sentence leans on the unit of the first: "5+ years of Java, 2 with Kubernetes". */
const ELLIPTIC = /^[\s,;]{0,3}(?:and|y|or|o)?\s?(?<count>\d{1,2})\s?\+?\s(?:of|with|in|using|on|de|con|en)\s/iu;
const MAX_GAP = 90;
const MAX_GAP_BEFORE = 40;
const MAX_YEARS = 25;

type Known = { skillId: string; mention: Mention };

function mentionsIn(skills: readonly FoundSkill[]): Known[] {
  const known: Known[] = [];
  for (const { id, kind, mentions } of skills) {
    if (kind !== "hard" && kind !== "certification") continue;
    for (const mention of mentions) if (mention.field === "text") known.push({ skillId: id, mention });
  }
  return known.sort((a, b) => a.mention.start - b.mention.start || b.mention.end - a.mention.end);
}

/** The mention after a place of the text and those listed with it. */
function listFrom(text: string, known: readonly Known[], at: number): Known[] {
  const first = known.findIndex(({ mention }) => mention.start >= at);
  const head = known[first];
  if (head === undefined || head.mention.start - at > MAX_GAP) return [];
  if (!LEADS_TO_SKILL.test(text.slice(at, head.mention.start))) return [];
  const listed = [head];
  for (const next of known.slice(first + 1)) {
    const end = listed.at(-1)?.mention.end ?? at;
    if (next.mention.start < end) continue;
    const gap = text.slice(end, next.mention.start);
    if (gap.length > 8 || !LISTED.test(gap)) break;
    listed.push(next);
  }
  return listed;
}

function skillBefore(text: string, known: readonly Known[], at: number): Known | undefined {
  return known.findLast(
    ({ mention }) =>
      mention.end <= at && at - mention.end <= MAX_GAP_BEFORE && SKILL_BEFORE.test(text.slice(mention.end, at)),
  );
}

/** Whose years they are: of the skill right before them, unless that is only who is looked for and the experience is in what follows. */
function ownersOf(
  text: string,
  known: readonly Known[],
  from: number,
  to: number,
): { owners: Known[]; isBefore: boolean } {
  const before = skillBefore(text, known, from);
  const after = listFrom(text, known, to);
  const head = after[0];
  if (before === undefined) return { owners: after, isBefore: false };
  const isLoose =
    head !== undefined &&
    LOOSE_BEFORE.test(text.slice(before.mention.end, from)) &&
    NAMES_EXPERIENCE.test(text.slice(to, head.mention.start));
  return isLoose ? { owners: after, isBefore: false } : { owners: [before], isBefore: true };
}

/**
 * The years asked for with single skills: those of the skill that follows them (and of others listed with it), else of
 * the one right before ("Java (5+ years)"); a bare number goes on with the unit of the one before it. One reading a
 * skill, of its first statement, in the order of the text. `skills` are those read from it, as are `demands`, where
 * they are known already.
 */
export function readSkillYears(
  text: Field,
  skills: readonly FoundSkill[],
  demands = findYearDemands(text),
): Reading<SkillYears>[] {
  if (demands.length === 0) return [];
  const known = mentionsIn(skills);
  const found = new Map<string, Reading<SkillYears>>();
  const tell = (
    owners: readonly Known[],
    yearsMin: number,
    words: Reading<SkillYears>["evidence"],
    how: keyof typeof CONFIDENCE,
  ): void => {
    owners.forEach(({ skillId, mention }, index) => {
      if (found.has(skillId)) return;
      const confidence = CONFIDENCE[index === 0 ? how : "listed"];
      found.set(skillId, { value: { skillId, yearsMin }, confidence, method: "text", evidence: [...words, mention] });
    });
  };
  for (const { phrase, years } of demands) {
    const words = quote(text, phrase.start, phrase.end);
    const { owners: told, isBefore } = ownersOf(text.text, known, words.start, words.end);
    tell(told, years.min, [words], isBefore ? "before" : "after");
    let end = told.at(-1)?.mention.end;
    while (end !== undefined && !isBefore) {
      const next = ELLIPTIC.exec(text.text.slice(end, end + MAX_GAP));
      const count = Number(next?.groups?.["count"]);
      if (next === null || count > MAX_YEARS) break;
      const owners = listFrom(text.text, known, end + next[0].length);
      tell(owners, count, [{ field: "text", start: end, end: end + next[0].length, text: next[0] }], "after");
      end = owners.at(-1)?.mention.end;
    }
  }
  return [...found.values()];
}
