import { z } from "zod";
import type { Span } from "@/lib/core/kernel/span";
import { readSkills } from "@/lib/core/skills/read-skills";
import type { SkillMatcher } from "@/lib/core/skills/skill-matcher";
import type { SkillKind } from "@/lib/core/skills/skill-types";
import { runsOf, type Tag, type TaggedSentence, TAGS, type WordRun } from "@/lib/core/tagger/tagged-sentence";
import { findData, readData } from "./evaluation-data";

/** What the sentences of a set mark: skills of certain kinds, under one key. */
export type Layer = {
  set: "skillspan" | "green" | "sayfullina";
  tags: "tags_knowledge" | "tags_skill";
  kinds: readonly SkillKind[];
  /** ESCO's own two kinds of skills that the layer covers. */
  esco: readonly string[];
};

/** A sentence with its marked spans, and what the rules find in it. */
export type ReadSentence = TaggedSentence & { text: string; spans: Span[]; rules: Span[] };

const tags = z.array(z.enum(TAGS));
const row = z
  .object({ tokens: z.array(z.string()), tags_knowledge: tags.default([]), tags_skill: tags })
  .refine((one) => one.tokens.length === one.tags_skill.length, "every word needs a tag");

/** The places of words that are joined with one blank each. */
function placesOf(words: readonly string[]): Span[] {
  let start = 0;
  return words.map((word) => {
    const place = { start, end: start + word.length };
    start = place.end + 1;
    return place;
  });
}

/** The spans of runs of words that are joined with one blank each. */
export function spansOf(words: readonly string[], runs: readonly WordRun[]): Span[] {
  const places = placesOf(words);
  return runs.map(({ from, to }) => ({ start: places[from]?.start ?? 0, end: places[to - 1]?.end ?? 0 }));
}

type FoundSpan = Span & { kind: SkillKind };

/** For each word the kind of the found skill that it begins or goes on with. */
function marksOf(words: readonly string[], found: readonly FoundSpan[]): string[] {
  return placesOf(words).map(({ start, end }) => {
    const over = found.find((one) => one.start < end && start < one.end);
    return over === undefined ? "" : `${over.start >= start ? "B" : "I"}-${over.kind}`;
  });
}

/** The sentences of one part of a set, read by the rules; null where the data is not there. */
export function readSentences(matcher: SkillMatcher, layer: Layer, part: "train" | "dev"): ReadSentence[] | null {
  const file = findData("skills-gold", layer.set, `${part}.jsonl`);
  if (file === null) return null;
  return readData(file, row).map((one): ReadSentence => {
    const words = one.tokens;
    const text = words.join(" ");
    const found = readSkills(matcher, { text, lang: "en" }).skills.flatMap(({ kind, mentions }) =>
      mentions.map(({ start, end }): FoundSpan => ({ kind, start, end })),
    );
    const wanted: Tag[] = one[layer.tags];
    return {
      words,
      text,
      tags: wanted,
      marks: marksOf(words, found),
      spans: spansOf(words, runsOf(wanted)),
      rules: found.filter(({ kind }) => layer.kinds.includes(kind)),
    };
  });
}
