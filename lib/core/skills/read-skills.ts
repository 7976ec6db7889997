import type { FoldedText } from "@/lib/core/kernel/fold";
import type { Lang } from "@/lib/core/kernel/language";
import { detectLanguage } from "@/lib/core/postings/detect-language";
import type { Requirement } from "@/lib/core/postings/posting-fields";
import { recoverBlocks } from "@/lib/core/postings/recover-blocks";
import type { TextBlock } from "@/lib/core/postings/text-block";
import { classify, findCues, findLabels, type LabelMatch } from "./find-labels";
import { readStrengths, type StrengthReader } from "./requirement-strength";
import { settleAmbiguous } from "./skill-context";
import type { SkillMatcher } from "./skill-matcher";
import type { Concept, FoundSkill, Mention, SkillReading } from "./skill-types";
import { tokenize } from "./tokenize";

export type SkillInput = { title?: string; text: string; lang?: Lang | null; blocks?: readonly TextBlock[] };

type Method = "label" | "alias" | "version" | "context";
type Found = { mention: Mention; concept: Concept; method: Method; confidence: number; requirement: Requirement };

/** How sure a single mention is, by how it was found; measured on no set, ordered by how often each kind misleads. */
const BASE_CONFIDENCE: Record<Method, number> = { label: 0.95, version: 0.95, alias: 0.9, context: 0.75 };
const BOILERPLATE_FACTOR = 0.6;
const REPEATED_BONUS = 0.04;
const STRENGTH: Record<Requirement, number> = { required: 2, preferred: 1, mentioned: 0 };

function methodOf(match: LabelMatch): Method {
  if (match.entry.isAmbiguous) return "context";
  return match.isVersioned ? "version" : match.entry.method;
}

function toFound(text: string, field: "title" | "text", match: LabelMatch, ask: StrengthReader): Found[] {
  const { concept } = match.entry;
  const asking = ask(match.from, match.to);
  if (asking.requirement === "denied" || (asking.isBoilerplate && concept.kind === "soft")) return [];
  // Adverts praise soft skills by habit: one that nothing but a turn of phrase asks for is a wish.
  const requirement = asking.isLoose && concept.kind === "soft" ? "preferred" : asking.requirement;
  const method = methodOf(match);
  const mention = { field, start: match.start, end: match.end, text: text.slice(match.start, match.end) };
  const confidence = BASE_CONFIDENCE[method] * (asking.isBoilerplate ? BOILERPLATE_FACTOR : 1);
  return [{ mention, concept, method, confidence, requirement }];
}

type Field = { field: "title" | "text"; text: string; fold: FoldedText | undefined };

function findIn(matcher: SkillMatcher, { field, text, fold }: Field, blocks: readonly TextBlock[]): Found[] {
  const classed = classify(matcher, tokenize(text, fold));
  const matches = settleAmbiguous(matcher, classed, findLabels(matcher, classed));
  if (matches.length === 0) return [];
  const headings = blocks.filter((block) => block.kind === "heading");
  const ask: StrengthReader =
    field === "title"
      ? () => ({ requirement: "required" })
      : readStrengths(classed.tokens, findCues(matcher, classed), headings);
  return matches.flatMap((match) => toFound(text, field, match, ask));
}

function merge(found: readonly Found[]): FoundSkill[] {
  const byConcept = new Map<string, [Found, ...Found[]]>();
  for (const one of found) {
    const others = byConcept.get(one.concept.id);
    if (others === undefined) byConcept.set(one.concept.id, [one]);
    else others.push(one);
  }
  return Array.from(byConcept.values(), (all) => {
    const best = all.reduce((a, b) => (b.confidence > a.confidence ? b : a));
    const strongest = all.reduce((a, b) => (STRENGTH[b.requirement] > STRENGTH[a.requirement] ? b : a));
    const confidence = Math.min(0.99, best.confidence + (all.length > 1 ? REPEATED_BONUS : 0));
    const { concept } = best;
    return {
      id: concept.id,
      label: concept.en[0] ?? concept.es[0] ?? concept.id,
      kind: concept.kind,
      esco: concept.esco,
      confidence: Math.round(confidence * 100) / 100,
      requirement: strongest.requirement,
      method: best.method,
      mentions: all.map((one) => one.mention),
    };
  });
}

/**
 * Reads the skills that a posting names, in the order of their first mention, title before text. Offsets are UTF-16
 * positions in the given strings. A skill in the title is required; one whose every mention is denied ("no es necesario
 * inglés", "Java not required") is left out, and so are soft skills in talk about the company. `folds`: the two texts as `foldText` gives them, where the
 * caller has them already.
 *
 * Confidence (0 … 1) is that of the surest mention: label or version 0.95, alias 0.9, ambiguous name confirmed by its
 * context 0.75; times 0.6 in talk about the company; plus 0.04 where it is named more than once, at most 0.99.
 */
export function readSkills(
  matcher: SkillMatcher,
  input: SkillInput,
  folds?: { title: FoldedText; text: FoldedText },
): SkillReading {
  const title = input.title ?? "";
  const blocks = input.blocks ?? recoverBlocks(input.text);
  const found = [
    ...findIn(matcher, { field: "title", text: title, fold: folds?.title }, []),
    ...findIn(matcher, { field: "text", text: input.text, fold: folds?.text }, blocks),
  ];
  return { lang: input.lang ?? detectLanguage(input.text, title), skills: merge(found) };
}
