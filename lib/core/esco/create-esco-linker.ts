import type { EscoLabels, LinkLang } from "./esco-types";
import { createLabelIndex, type LabelIndex } from "./label-index";

/** Concepts with their labels indexed, each language at its first use. */
export type EscoLinker = {
  concepts: readonly EscoLabels[];
  byUri: ReadonlyMap<string, number>;
  /** log(1 + demand), 0 … 1 by the concept most asked for. */
  prior: Float32Array;
  indexOf: (lang: LinkLang) => LabelIndex;
};

function byUri(a: EscoLabels, b: EscoLabels): number {
  return a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0;
}

/** A linker over the concepts; their order does not matter. */
export function createEscoLinker(given: readonly EscoLabels[]): EscoLinker {
  const concepts = [...given].sort(byUri);
  const most = concepts.reduce((max, one) => Math.max(max, one.demand), 0);
  const prior = Float32Array.from(concepts, (one) => (most === 0 ? 0 : Math.log1p(one.demand) / Math.log1p(most)));
  const made = new Map<LinkLang, LabelIndex>();
  return {
    concepts,
    byUri: new Map(concepts.map((one, at) => [one.uri, at])),
    prior,
    indexOf: (lang) => {
      const known = made.get(lang);
      if (known !== undefined) return known;
      const index = createLabelIndex(concepts, lang);
      made.set(lang, index);
      return index;
    },
  };
}
