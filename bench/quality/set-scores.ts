/** Hits of a prediction against the truth. */
export type Hits = { right: number; predicted: number; wanted: number };

/** Adds up the hits of many sets. */
export function addHits(all: readonly Hits[]): Hits {
  return all.reduce(
    (sum, hits) => ({
      right: sum.right + hits.right,
      predicted: sum.predicted + hits.predicted,
      wanted: sum.wanted + hits.wanted,
    }),
    { right: 0, predicted: 0, wanted: 0 },
  );
}

/** Hits of one set against another. */
export function compareSets(predicted: ReadonlySet<string>, wanted: ReadonlySet<string>): Hits {
  const right = [...predicted].filter((key) => wanted.has(key)).length;
  return { right, predicted: predicted.size, wanted: wanted.size };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** Precision, recall and their harmonic mean, each 0 … 1; 0 where nothing was predicted or wanted. */
export function scoresOf({ right, predicted, wanted }: Hits): { precision: number; recall: number; f1: number } {
  const precision = share(right, predicted);
  const recall = share(right, wanted);
  return { precision, recall, f1: share(2 * precision * recall, precision + recall) };
}

/** Normalised discounted cumulative gain of the first `k` of a ranking of gains; 0 where no gain is to be had. */
export function ndcg(gains: readonly number[], k: number): number {
  const dcg = (list: readonly number[]) =>
    list.slice(0, k).reduce((sum, gain, at) => sum + (2 ** gain - 1) / Math.log2(at + 2), 0);
  return share(dcg(gains), dcg([...gains].sort((a, b) => b - a)));
}

/** Mean of the precisions at the places of the relevant items, counting any gain as relevant. */
export function averagePrecision(gains: readonly number[]): number {
  let found = 0;
  let sum = 0;
  gains.forEach((gain, at) => {
    if (gain <= 0) return;
    found += 1;
    sum += found / (at + 1);
  });
  return share(sum, found);
}

/** Mean of some numbers; 0 of none. */
export function mean(values: readonly number[]): number {
  return share(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );
}
