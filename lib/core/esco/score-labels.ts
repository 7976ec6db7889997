import { type LabelIndex, type Naming, trigramsOf } from "./label-index";

/** A concept put forward for a phrase. `label` and `description` are shares of what the phrase tells, 0 … 1. */
export type Candidate = {
  concept: number;
  label: number;
  description: number;
  /** The phrase is a label of it: the preferred one, or another. */
  exact: "preferred" | "other" | null;
  isSpelling: boolean;
};

/** How much of a label's own weight counts against it, beside the phrase's: a label may say a little more than the phrase. */
const LABEL_SHARE = 0.5;
/** A stem that more labels have tells nothing on its own; it still counts for a candidate found by another. */
const MAX_POSTINGS = 4_000;
const MIN_SPELLING = 0.55;
const SPELLING_WORTH = 0.75;
const MIN_SPELLING_LENGTH = 5;

type Term = { stem: string; weight: number; isSpelling: boolean };

/** The known stem that is spelt most like an unknown one, by shared trigrams (Dice); null where none is near. */
function nearestStem(index: LabelIndex, stem: string): { stem: string; likeness: number } | null {
  if (stem.length < MIN_SPELLING_LENGTH) return null;
  const grams = trigramsOf(stem);
  const shared = new Map<string, number>();
  for (const gram of grams)
    for (const known of index.byTrigram.get(gram) ?? []) shared.set(known, (shared.get(known) ?? 0) + 1);
  let best: { stem: string; likeness: number } | null = null;
  for (const [known, count] of shared) {
    const likeness = (2 * count) / (grams.length + known.length);
    if (likeness < MIN_SPELLING || known[0] !== stem[0]) continue;
    if (best === null || likeness > best.likeness || (likeness === best.likeness && known < best.stem))
      best = { stem: known, likeness };
  }
  return best;
}

function termsOf(index: LabelIndex, stems: readonly string[]): Term[] {
  return [...new Set(stems)].flatMap((stem): Term[] => {
    if (index.byStem.has(stem) || index.described.has(stem))
      return [{ stem, weight: index.weightOf(stem), isSpelling: false }];
    const near = nearestStem(index, stem);
    return near === null
      ? []
      : [{ stem: near.stem, weight: index.weightOf(near.stem) * near.likeness * SPELLING_WORTH, isSpelling: true }];
  });
}

/** What an unknown word of the phrase would have told: it is as rare as can be. */
function totalWeight(index: LabelIndex, stems: readonly string[], terms: readonly Term[]): number {
  const unknown = new Set(stems).size - terms.length;
  return terms.reduce((sum, term) => sum + index.weightOf(term.stem), 0) + 0.5 * unknown * index.weightOf("");
}

/** Shared weight of every label that shares a stem with the phrase. */
function sharedWeights(index: LabelIndex, terms: readonly Term[]): Map<number, number> {
  const shared = new Map<number, number>();
  const common = terms.filter((term) => (index.byStem.get(term.stem)?.length ?? 0) > MAX_POSTINGS);
  for (const term of terms.length === common.length ? terms : terms.filter((one) => !common.includes(one)))
    for (const label of index.byStem.get(term.stem) ?? []) shared.set(label, (shared.get(label) ?? 0) + term.weight);
  return shared;
}

/** All concepts that share a telling stem with the phrase, by their best label and their description. */
export function scoreLabels(index: LabelIndex, stems: readonly string[], exact: readonly Naming[]): Candidate[] {
  const terms = termsOf(index, stems);
  const total = totalWeight(index, stems, terms);
  const isSpelling = terms.some((term) => term.isSpelling);
  const found = new Map<number, Candidate>();
  const candidateOf = (concept: number): Candidate => {
    const known = found.get(concept);
    if (known !== undefined) return known;
    const made: Candidate = { concept, label: 0, description: 0, exact: null, isSpelling };
    found.set(concept, made);
    return made;
  };
  for (const [place, weight] of sharedWeights(index, terms)) {
    const label = index.labels[place];
    if (label === undefined) continue;
    const candidate = candidateOf(label.concept);
    candidate.label = Math.max(candidate.label, weight / (LABEL_SHARE * label.weight + (1 - LABEL_SHARE) * total));
  }
  for (const term of terms)
    for (const concept of index.described.get(term.stem) ?? []) candidateOf(concept).description += term.weight / total;
  for (const { concept, isPreferred } of exact) {
    const candidate = candidateOf(concept);
    candidate.label = 1;
    candidate.exact = isPreferred ? "preferred" : (candidate.exact ?? "other");
  }
  return [...found.values()];
}
