import AhoCorasick from "modern-ahocorasick";
import { foldText } from "@/lib/core/kernel/fold";
import { findLabels, classify } from "@/lib/core/skills/find-labels";
import { createSkillMatcher } from "@/lib/core/skills/skill-matcher";
import type { Concept } from "@/lib/core/skills/skill-types";
import { tokenize } from "@/lib/core/skills/tokenize";
import { readTaxonomy } from "@/lib/services/context/read-taxonomy";
import { sampleTexts } from "../sample-texts";
import { bestSeconds, rateRow, type SpeedRow } from "../speed-row";

const TEXTS = 400;
const RUNS = 3;
/** Names whose words, folded, are letters only: all three searchers can be given exactly the same task. */
const PLAIN = /^[a-z]+(?: [a-z]+)*$/u;

type Finder = (text: string) => Set<string>;

/** One concept for each plain name, with no other spelling, so that a hit means the same to every searcher. */
function plainNames(concepts: Iterable<Concept>): string[] {
  const names = new Set<string>();
  for (const { en, es } of concepts)
    for (const label of [...en, ...es]) {
      const folded = foldText(label).folded;
      if (PLAIN.test(folded) && folded.length > 1) names.add(folded);
    }
  return [...names].sort();
}

function isBorder(text: string, at: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text[at] ?? " ");
}

/** Longest hits that do not overlap, leftmost first: the rule of all three. */
function leftmostLongest(hits: { start: number; end: number }[]): { start: number; end: number }[] {
  const sorted = hits.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return sorted.filter((hit) => {
    if (hit.start < end) return false;
    end = hit.end;
    return true;
  });
}

function automatonFinder(names: readonly string[]): Finder {
  const automaton = new AhoCorasick([...names]);
  return (text) => {
    const hits = automaton.search(text).filter(({ start, end }) => isBorder(text, start - 1) && isBorder(text, end));
    return new Set(leftmostLongest([...hits]).map(({ start, end }) => text.slice(start, end)));
  };
}

function patternFinder(names: readonly string[]): Finder {
  const longestFirst = names.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join("|")})(?![\\p{L}\\p{N}])`, "gu");
  return (text) => new Set(Array.from(text.matchAll(pattern), ([hit]) => hit));
}

function ourFinder(names: readonly string[]): Finder {
  const concepts = names.map(
    (name): Concept => ({ id: name, kind: "language", family: "bench", en: [name], es: [name], esco: null }),
  );
  const matcher = createSkillMatcher(concepts);
  return (text) => {
    const hits = findLabels(matcher, classify(matcher, tokenize(text)));
    return new Set(hits.map(({ start, end }) => text.slice(start, end)));
  };
}

/** The share of all hits that both sides found. Only like is timed against like. */
function agreement(texts: readonly string[], a: Finder, b: Finder): number {
  let shared = 0;
  let all = 0;
  for (const text of texts) {
    const [left, right] = [a(text), b(text)];
    shared += [...left].filter((hit) => right.has(hit)).length;
    all += new Set([...left, ...right]).size;
  }
  return all === 0 ? 0 : shared / all;
}

/** Both sides must have found the same names, or their times say nothing. */
const LEAST_AGREEMENT = 0.99;

/** Finding all plain names of the taxonomy in folded texts: the token trie against an automaton and one big pattern. */
export async function measureSkillSearch(): Promise<SpeedRow[]> {
  const names = plainNames(readTaxonomy().concepts.values());
  // Only letters and blanks, so that what counts as a word is the same for all.
  const texts = sampleTexts(TEXTS).map(({ text }) => foldText(text).folded.replace(/[^a-z\n ]+/gu, "\n"));
  const kilobytes = texts.reduce((sum, text) => sum + text.length, 0) / 1000;
  const ours = ourFinder(names);
  const rate = async (find: Finder) => kilobytes / (await bestSeconds(RUNS, () => texts.map(find)));
  const value = await rate(ours);
  const rows: SpeedRow[] = [];
  for (const [name, other] of [
    ["modern-ahocorasick", automatonFinder(names)],
    ["one regular expression", patternFinder(names)],
  ] as const) {
    const same = agreement(texts, ours, other);
    if (same < LEAST_AGREEMENT)
      throw new Error(`${name} and the token trie agree on ${(100 * same).toFixed(1)} % of their hits only.`);
    const row = { name: "skills", n: names.length, value, unit: "1,000 characters/s" };
    rows.push(rateRow(row, { name, value: await rate(other) }));
  }
  return rows;
}
