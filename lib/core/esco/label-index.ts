import type { EscoLabels, LinkLang } from "./esco-types";
import { phraseWords } from "./phrase-words";

/** One label as it is compared: its distinct stems. */
type IndexedLabel = { concept: number; stems: string[]; weight: number };

/** A concept that a label names. */
export type Naming = { concept: number; isPreferred: boolean };

/** Labels and descriptions of one language by their stems. Numbers are places in `concepts`. */
export type LabelIndex = {
  labels: IndexedLabel[];
  /** Stem → places in `labels`. */
  byStem: ReadonlyMap<string, number[]>;
  /** Stems of a label, sorted and joined → concepts so called, by their preferred label or by another. */
  byKey: ReadonlyMap<string, Naming[]>;
  /** Stem → concepts whose description has it. */
  described: ReadonlyMap<string, number[]>;
  /** What a stem tells: inverse frequency among labels. */
  weightOf: (stem: string) => number;
  /** Stems by their trigrams, for near spellings. */
  byTrigram: ReadonlyMap<string, string[]>;
};

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** The key under which two phrases are the same but for order, inflection and wrapping. */
export function phraseKey(stems: readonly string[]): string {
  return [...new Set(stems)].sort().join(" ");
}

/** The trigrams of a stem with its borders, each once. */
export function trigramsOf(stem: string): string[] {
  const padded = `^${stem}$`;
  return [...new Set(Array.from({ length: Math.max(0, padded.length - 2) }, (_, at) => padded.slice(at, at + 3)))];
}

/** "Java (computer programming)" is also called "Java": what stands in brackets only tells it apart. */
function formsOf(label: string): string[] {
  const bare = label.replace(/\s*\([^()]{1,60}\)\s*$/u, "");
  return bare === label || bare === "" ? [label] : [bare, label];
}

function indexLabels(concepts: readonly EscoLabels[], lang: LinkLang) {
  const labels: IndexedLabel[] = [];
  const byStem = new Map<string, number[]>();
  const byKey = new Map<string, Naming[]>();
  concepts.forEach((one, concept) => {
    const seen = new Set<string>();
    for (const label of one[lang].flatMap(formsOf)) {
      const stems = [...new Set(phraseWords(label, lang))];
      const key = phraseKey(stems);
      if (stems.length === 0 || seen.has(key)) continue;
      seen.add(key);
      for (const stem of stems) push(byStem, stem, labels.length);
      push(byKey, key, { concept, isPreferred: labels.at(-1)?.concept !== concept });
      labels.push({ concept, stems, weight: 0 });
    }
  });
  return { labels, byStem, byKey };
}

/** The index of all labels in one language; in English descriptions too. */
export function createLabelIndex(concepts: readonly EscoLabels[], lang: LinkLang): LabelIndex {
  const { labels, byStem, byKey } = indexLabels(concepts, lang);
  const described = new Map<string, number[]>();
  if (lang === "en")
    concepts.forEach((one, concept) => {
      for (const stem of new Set(phraseWords(one.description ?? "", lang))) push(described, stem, concept);
    });
  const weightOf = (stem: string): number =>
    Math.log(1 + labels.length / (1 + (byStem.get(stem)?.length ?? 0) + (described.get(stem)?.length ?? 0) / 10));
  for (const label of labels) label.weight = label.stems.reduce((sum, stem) => sum + weightOf(stem), 0);
  const byTrigram = new Map<string, string[]>();
  for (const stem of byStem.keys()) for (const gram of trigramsOf(stem)) push(byTrigram, gram, stem);
  return { labels, byStem, byKey, described, weightOf, byTrigram };
}
