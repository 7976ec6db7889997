import type { FoldedText } from "@/lib/core/kernel/fold";
import type { Lang } from "@/lib/core/kernel/language";
import { detectLanguage } from "@/lib/core/postings/detect-language";
import type { Requirement } from "@/lib/core/postings/posting-fields";
import { recoverBlocks } from "@/lib/core/postings/recover-blocks";
import type { TextBlock } from "@/lib/core/postings/text-block";
import { classify, findCues, findLabels, type LabelMatch } from "./find-labels";
import { type Asking, readStrengths, type StrengthReader } from "./requirement-strength";
import { settleAmbiguous } from "./skill-context";
import type { SkillMatcher } from "./skill-matcher";
import type { Concept, FoundSkill, Mention, SkillReading } from "./skill-types";
import { tokenize } from "./tokenize";

export type SkillInput = {
  title?: string;
  text: string;
  lang?: Lang | null;
  blocks?: readonly TextBlock[];
  /** What somebody writes of the companies they worked for speaks of their skills as well. */
  isResume?: boolean;
};

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

function toFound(text: string, field: "title" | "text", match: LabelMatch, ask: StrengthReader): Found | null {
  const { concept } = match.entry;
  const asking = ask(match.from, match.to);
  if (asking.requirement === "denied" || (asking.isBoilerplate && concept.kind === "soft")) return null;
  // Adverts praise soft skills by habit: one that nothing but a turn of phrase asks for is a wish.
  const requirement = asking.isLoose && concept.kind === "soft" ? "preferred" : asking.requirement;
  const method = methodOf(match);
  const mention = { field, start: match.start, end: match.end, text: text.slice(match.start, match.end) };
  const confidence = BASE_CONFIDENCE[method] * (asking.isBoilerplate ? BOILERPLATE_FACTOR : 1);
  return { mention, concept, method, confidence, requirement };
}

type Field = {
  field: "title" | "text";
  text: string;
  fold: FoldedText | undefined;
  blocks: readonly TextBlock[];
  isResume?: boolean;
};

const IN_TITLE: Asking = { requirement: "required" };
const IN_RESUME: Asking = { requirement: "mentioned" };

function inResume(ask: StrengthReader): StrengthReader {
  return (from, to) => {
    const asking = ask(from, to);
    return asking.isCompany === true ? IN_RESUME : asking;
  };
}

/** What one field names, by concept, in the order of the first mention. */
function findIn(matcher: SkillMatcher, given: Field, found: Map<Concept, Found[]>): void {
  const { field, text, fold, blocks, isResume } = given;
  const classed = classify(matcher, tokenize(text, fold));
  const matches = settleAmbiguous(matcher, classed, findLabels(matcher, classed));
  if (matches.length === 0) return;
  const inAdvert: StrengthReader =
    field === "title"
      ? () => IN_TITLE
      : readStrengths(
          classed.tokens,
          findCues(matcher, classed),
          blocks.filter((block) => block.kind === "heading"),
        );
  const ask = isResume === true ? inResume(inAdvert) : inAdvert;
  for (const match of matches) {
    const one = toFound(text, field, match, ask);
    if (one === null) continue;
    const others = found.get(one.concept);
    if (others === undefined) found.set(one.concept, [one]);
    else others.push(one);
  }
}

function merge(concept: Concept, all: readonly Found[]): FoundSkill {
  let [best, strongest] = [all[0], all[0]];
  for (const one of all) {
    if (one.confidence > (best?.confidence ?? 0)) best = one;
    if (STRENGTH[one.requirement] > STRENGTH[strongest?.requirement ?? "mentioned"]) strongest = one;
  }
  const confidence = Math.min(0.99, (best?.confidence ?? 0) + (all.length > 1 ? REPEATED_BONUS : 0));
  return {
    id: concept.id,
    label: concept.en[0] ?? concept.es[0] ?? concept.id,
    kind: concept.kind,
    esco: concept.esco,
    confidence: Math.round(confidence * 100) / 100,
    requirement: strongest?.requirement ?? "mentioned",
    method: best?.method ?? "label",
    mentions: all.map((one) => one.mention),
  };
}

/**
 * Reads the skills that a posting names, in the order of their first mention, title before text. Offsets are UTF-16
 * positions in the given strings. A skill in the title is required; one whose every mention is denied ("no es necesario
 * inglés", "Java not required") is left out, and so are what a sentence says of the company, unless in a résumé, and
 * soft skills in a section about it. `folds`: the two texts as `foldText` gives them, where the caller has them
 * already.
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
  const found = new Map<Concept, Found[]>();
  if (title !== "") findIn(matcher, { field: "title", text: title, fold: folds?.title, blocks: [] }, found);
  const { text, isResume = false } = input;
  findIn(matcher, { field: "text", text, fold: folds?.text, blocks, isResume }, found);
  const skills = Array.from(found, ([concept, all]) => merge(concept, all));
  return { lang: input.lang ?? detectLanguage(input.text, title), skills };
}
