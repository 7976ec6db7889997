import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import AhoCorasick from "modern-ahocorasick";
import { foldText, originalSpan } from "@/lib/core/kernel/fold";
import type { Span } from "@/lib/core/kernel/span";
import { classify, findLabels } from "@/lib/core/skills/find-labels";
import { labelWords, spellingVariants } from "@/lib/core/skills/label-forms";
import { readSkills } from "@/lib/core/skills/read-skills";
import { createSkillMatcher, type SkillMatcher } from "@/lib/core/skills/skill-matcher";
import type { Concept } from "@/lib/core/skills/skill-types";
import { tokenize } from "@/lib/core/skills/tokenize";
import { readTaxonomy } from "@/lib/services/context/read-taxonomy";
import { bestCpuRounds } from "../cpu-rounds";
import { meanLength, type RealText, realTexts } from "../real-texts";
import { plainRow, rateRow, type SpeedRow } from "../speed-row";
import { createRandom } from "../varied-postings";

const TEXTS = 1500;
const RACED_TEXTS = 300;
const ROUNDS = 7;
const SIZES = [2_500, 25_000] as const;
const SEED = 20_261_122;
/** Names whose words, folded, are letters only: all searchers can be given exactly the same task. */
const PLAIN = /^[a-z]+(?: [a-z]+)*$/u;
const RATE = "postings per second of processor time";

type Finder = (text: string) => Span[];

/** All plain names of the taxonomy, folded, with the spellings in which ours would find them too. */
function plainNames(concepts: Iterable<Concept>): string[] {
  const names = new Set<string>();
  for (const { en, es } of concepts)
    for (const label of [...en, ...es]) {
      const folded = foldText(label).folded;
      if (!PLAIN.test(folded) || folded.length < 2) continue;
      for (const words of [labelWords(folded), ...spellingVariants(folded)]) names.add(words.join(" "));
    }
  return [...names].sort();
}

/** A matcher for names and nothing else: no number, gender or version, so that a hit means the same to every searcher. */
function matcherOf(names: readonly string[]): SkillMatcher {
  return createSkillMatcher(
    names.map((name): Concept => ({ id: name, kind: "language", family: "bench", en: [name], es: [name], esco: null })),
  );
}

function ourFinder(names: readonly string[]): Finder {
  const matcher = matcherOf(names);
  return (text) => findLabels(matcher, classify(matcher, tokenize(text))).map(({ start, end }) => ({ start, end }));
}

function isBorder(text: string, at: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text[at] ?? " ");
}

/** Longest hits that do not overlap, leftmost first: the rule of all. */
function leftmostLongest(hits: Span[]): Span[] {
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
    const fold = foldText(text);
    const { folded } = fold;
    const hits = automaton
      .search(folded)
      .filter(({ start, end }) => isBorder(folded, start - 1) && isBorder(folded, end));
    return leftmostLongest(hits).map(({ start, end }) => originalSpan(fold, start, end));
  };
}

function patternFinder(names: readonly string[]): Finder {
  const longestFirst = names.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join("|")})(?![\\p{L}\\p{N}])`, "gu");
  return (text) => {
    const fold = foldText(text);
    return Array.from(fold.folded.matchAll(pattern), ({ 0: hit, index }) =>
      originalSpan(fold, index, index + hit.length),
    );
  };
}

/**
 * The words of a real text with their case and accents; what stands between two of them is one blank or a line end, so
 * that all searchers agree on where a name may run on.
 */
function plainText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}]*[^\p{L}\p{M} ][^\p{L}\p{M}]*| {2,}/gu, "\n")
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, "\n");
}

function mustAgree(texts: readonly string[], a: Finder, b: Finder, name: string): void {
  for (const text of texts) {
    const [left, right] = [a(text), b(text)].map((spans) =>
      JSON.stringify(spans.map(({ start, end }) => [start, end])),
    );
    if (left !== right) throw new Error(`${name} and the token trie do not find the same names in a text.`);
  }
}

/** The same names in the same texts, folding and offsets included: the token trie, an automaton, one big pattern. */
function raceSearchers(names: readonly string[], given: readonly RealText[]): SpeedRow[] {
  const texts = given.map(({ text }) => plainText(text));
  const ours = ourFinder(names);
  const others = [
    ["modern-ahocorasick", automatonFinder(names)],
    ["one regular expression", patternFinder(names)],
  ] as const;
  for (const [name, other] of others) mustAgree(texts, ours, other, name);
  const [own = 0, ...theirs] = bestCpuRounds(
    ROUNDS,
    [ours, ...others.map(([, finder]) => finder)].map((finder) => () => texts.map(finder)),
  );
  return others.map(([name], index) =>
    rateRow(
      { name: `skills: ${names.length} names`, n: texts.length, value: texts.length / own, unit: RATE },
      { name, value: texts.length / (theirs[index] ?? 0) },
    ),
  );
}

/** So many names: those of the taxonomy, then ones put together from two of theirs, which begin as real ones do. */
function namesUpTo(count: number, names: readonly string[]): string[] {
  const random = createRandom(SEED);
  const pick = (): string => names[Math.floor(random() * names.length)] ?? "";
  const all = new Set(names.slice(0, count));
  while (all.size < count) all.add(`${pick()} ${pick().split(" ").at(-1) ?? ""}`);
  return [...all];
}

/** What ten times the names cost. */
function measureGrowth(names: readonly string[], given: readonly RealText[]): SpeedRow[] {
  const spreadNames = namesUpTo(names.length, names).filter((_, index) => index % 2 === 0);
  const finders = SIZES.map((size) => ourFinder(namesUpTo(size, spreadNames)));
  const seconds = bestCpuRounds(
    ROUNDS,
    finders.map((finder) => () => given.map(({ text }) => finder(text))),
  );
  const [small = 0, large = 0] = seconds.map((taken) => given.length / taken);
  return [
    rateRow(
      { name: `skills: ${SIZES[1]} patterns`, n: given.length, value: large, unit: RATE },
      { name: `${SIZES[0]} patterns`, value: small },
    ),
  ];
}

const LOADS = 3;

/** Milliseconds that a process of its own takes to load the taxonomy with a folder for what is kept. */
function loadIn(cache: string): number {
  const script = path.join("bench", "speed", "load-taxonomy.ts");
  const { stdout, status } = spawnSync(process.execPath, ["--import", "tsx", script, cache], { encoding: "utf8" });
  if (status !== 0) throw new Error("The taxonomy could not be loaded in a process of its own.");
  return Number(stdout);
}

/** Loads of processes of their own, some with nothing kept and as many after them with what the ones before kept. */
function measureLoads(): { name: string; median: number }[] {
  const folders = Array.from({ length: LOADS }, () => mkdtempSync(path.join(tmpdir(), "atalaya-kept-")));
  try {
    return ["nothing kept", "kept from before"].map((name) => {
      const taken = folders.map(loadIn).sort((a, b) => a - b);
      return { name, median: taken[Math.floor(LOADS / 2)] ?? 0 };
    });
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true });
  }
}

/**
 * Skills of real postings read whole, with folding, offsets, contexts and strengths; the search in them against an
 * automaton and one big pattern; what ten times the patterns cost; how long the taxonomy takes to load.
 */
export function measureSkillSearch(): Promise<SpeedRow[]> {
  const loads = measureLoads();
  const { concepts, matcher } = readTaxonomy();
  const texts = realTexts(TEXTS);
  const [whole = 0] = bestCpuRounds(ROUNDS, [() => texts.map((one) => readSkills(matcher, { ...one, lang: "en" }))]);
  const names = plainNames(concepts.values());
  return Promise.resolve([
    plainRow("skills: mean length of a text", texts.length, meanLength(texts), "characters"),
    rateRow({ name: "skills", n: texts.length, value: texts.length / whole, unit: RATE }),
    ...raceSearchers(
      names,
      texts.filter((_, index) => index % Math.ceil(TEXTS / RACED_TEXTS) === 0),
    ),
    ...measureGrowth(names, texts),
    ...loads.map(({ name, median }) =>
      plainRow(`skills: taxonomy load, first in the process, ${name}`, concepts.size, median, "ms of processor time"),
    ),
  ]);
}
