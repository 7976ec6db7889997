import { foldLabel } from "@/lib/core/kernel/fold";
import type { Span } from "@/lib/core/kernel/span";
import type { Evidence, Field } from "@/lib/core/postings/find-phrases";
import type { Requirement } from "@/lib/core/postings/posting-fields";
import type { TextBlock } from "@/lib/core/postings/text-block";
import { holdsPhrase } from "@/lib/core/skills/context-phrases";
import { type ClassedTokens, classify, findCues, findLabels, type LabelMatch } from "@/lib/core/skills/find-labels";
import { lookupSkill } from "@/lib/core/skills/lookup-skill";
import { readStrengths, type StrengthReader } from "@/lib/core/skills/requirement-strength";
import type { SkillMatcher } from "@/lib/core/skills/skill-matcher";
import type { Concept } from "@/lib/core/skills/skill-types";
import { tokenize } from "@/lib/core/skills/tokenize";
import { NO_SKILL_WORDS, STOP_WORDS } from "@/lib/core/terms/term-words";
import { MOST_MODEL_CONFIDENCE, type ModelPhrase, type ModelSkill } from "./model-reading";
import { findQuote, type QuoteGround } from "./verify-quote";

/** By rank, measured on no set: a name of the taxonomy, one that means other things too, words that the taxonomy does not have. */
const CONFIDENCE = { named: MOST_MODEL_CONFIDENCE, ambiguous: 0.6, phrase: 0.5 };
const MAX_PHRASE_CHARS = 60;
const MAX_PHRASE_WORDS = 6;
/** How many words before and behind a name may say that it is not the skill. */
const DENIAL_REACH = 3;
/** Markup and addresses, which no skill is called by. */
const NO_PHRASE = /[\n<>{}|@]|https?:|www\.|\.(?:com|org|net|io)\b/u;

/** `names`: of the employer and its places, which are no skills. */
export type SkillGround = QuoteGround & { blocks: readonly TextBlock[]; names: readonly string[] };
/** What is kept: skills of the taxonomy, and phrases in the advert's words; `dropped` claims are not. */
export type VerifiedSkills = { skills: ModelSkill[]; phrases: Omit<ModelPhrase, "esco">[]; dropped: number };

/** One field as the matcher sees it. */
type Seen = { classed: ClassedTokens; labels: LabelMatch[]; ask: StrengthReader };

function look(matcher: SkillMatcher, field: Field, blocks: readonly TextBlock[]): Seen {
  const classed = classify(matcher, tokenize(field.text, field.fold));
  const headings = blocks.filter((block) => block.kind === "heading");
  const ask: StrengthReader =
    field.field === "title"
      ? () => ({ requirement: "required" })
      : readStrengths(classed.tokens, findCues(matcher, classed), headings);
  return { classed, labels: findLabels(matcher, classed), ask };
}

/** The tokens `[from, to)` that a span touches. */
function tokenRange({ classed }: Seen, { start, end }: Span): { from: number; to: number } {
  const { starts, ends } = classed.tokens;
  let from = 0;
  while ((ends[from] ?? Infinity) <= start) from += 1;
  let to = from;
  while ((starts[to] ?? Infinity) < end) to += 1;
  return { from, to };
}

/** "We excel at …": the words beside a name say that it is not the skill. */
function isDenied(matcher: SkillMatcher, { classed }: Seen, { entry, from, to }: LabelMatch): boolean {
  const context = matcher.contexts.get(entry.concept.id);
  if (context === undefined) return false;
  return holdsPhrase(context.not, classed.words, Math.max(0, from - DENIAL_REACH), to + DENIAL_REACH);
}

/** True of a few words of prose of which one at least may be a skill's. */
function isSkillPhrase(words: string, names: ReadonlySet<string>): boolean {
  const folded = foldLabel(words);
  const parts = folded.split(" ");
  if (words.length > MAX_PHRASE_CHARS || parts.length > MAX_PHRASE_WORDS || NO_PHRASE.test(words)) return false;
  if (!/\p{L}{2}/u.test(folded) || names.has(folded)) return false;
  return parts.some((word) => !STOP_WORDS.has(word) && !NO_SKILL_WORDS.has(word));
}

/** A name that means other things too is looked up only where it stands as a name, letter for letter. */
function lookUp(matcher: SkillMatcher, words: string): Concept | null {
  const concept = lookupSkill(matcher, words);
  return concept === null || concept.ambiguous !== undefined || concept.caseSensitive !== undefined ? null : concept;
}

type Kept =
  | { kind: "skill"; concept: Concept; confidence: number; requirement: Requirement; evidence: Evidence }
  | { kind: "phrase"; requirement: Requirement; evidence: Evidence };

class SkillCheck {
  private readonly matcher: SkillMatcher;
  private readonly ground: SkillGround;
  private readonly names: ReadonlySet<string>;
  private readonly seen: { title: Seen; text: Seen };

  constructor(matcher: SkillMatcher, ground: SkillGround) {
    this.matcher = matcher;
    this.ground = ground;
    this.names = new Set(ground.names.map(foldLabel));
    this.seen = { title: look(matcher, ground.title, []), text: look(matcher, ground.text, ground.blocks) };
  }

  /** What stands at one place, as far as the advert asks for it there. */
  private at(evidence: Evidence): Kept | null {
    const seen = this.seen[evidence.field];
    const range = tokenRange(seen, evidence);
    const asking = seen.ask(range.from, range.to);
    const { requirement } = asking;
    if (requirement === "denied" || asking.isBoilerplate) return null;
    const label = seen.labels.find(({ start, end }) => start === evidence.start && end === evidence.end);
    if (label !== undefined) {
      if (isDenied(this.matcher, seen, label)) return null;
      const confidence = label.entry.isAmbiguous ? CONFIDENCE.ambiguous : CONFIDENCE.named;
      return { kind: "skill", concept: label.entry.concept, confidence, requirement, evidence };
    }
    const concept = lookUp(this.matcher, evidence.text);
    if (concept !== null) return { kind: "skill", concept, confidence: CONFIDENCE.named, requirement, evidence };
    return isSkillPhrase(evidence.text, this.names) ? { kind: "phrase", requirement, evidence } : null;
  }

  /** What is kept of a quote, at the first of its places that allows it. */
  kept(quote: string): Kept | null {
    for (const evidence of findQuote(this.ground, quote)) {
      const kept = this.at(evidence);
      if (kept !== null) return kept;
    }
    return null;
  }
}

/**
 * Keeps of the skills that a model quotes those whose words stand in the advert, outside what is said of the employer and its benefits,
 * where the advert does not deny them; how strongly each is asked for is read by our own rules. Skills of `known`, by id, are passed over.
 */
export function verifySkills(
  matcher: SkillMatcher,
  ground: SkillGround,
  quotes: readonly string[],
  known: ReadonlySet<string>,
): VerifiedSkills {
  const check = new SkillCheck(matcher, ground);
  const skills = new Map<string, ModelSkill>();
  const phrases = new Map<string, Omit<ModelPhrase, "esco">>();
  let dropped = 0;
  for (const quote of new Set(quotes)) {
    const kept = check.kept(quote);
    if (kept === null) dropped += 1;
    else if (kept.kind === "phrase") {
      const { requirement, evidence } = kept;
      const phrase = evidence.text.replace(/\s+/gu, " ");
      const key = foldLabel(phrase);
      if (!phrases.has(key)) phrases.set(key, { phrase, requirement, confidence: CONFIDENCE.phrase, evidence });
    } else if (!known.has(kept.concept.id) && !skills.has(kept.concept.id)) {
      const { concept, confidence, requirement, evidence } = kept;
      const label = concept.en[0] ?? concept.es[0] ?? concept.id;
      skills.set(concept.id, { id: concept.id, label, requirement, confidence, evidence });
    }
  }
  return { skills: [...skills.values()], phrases: [...phrases.values()], dropped };
}
