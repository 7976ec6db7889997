/** Fewer pairs than this say nothing about a model's spread. */
const MIN_PAIRS = 100;

/** Background is the median of unrelated pairs; a strong fit stands out from all but a few of them. */
const LOW_QUANTILE = 0.5;
const HIGH_QUANTILE = 0.97;

/** Two calibration points closer than this would turn noise into points. */
const MIN_SPREAD = 0.1;

/**
 * Calibration of the packaged model, measured with résumés of eight trades against postings of the same and of other
 * trades, in English, Spanish and across: median cosine 0.39 for other trades, 0.61 for the same (upper quartile 0.69).
 */
export const PACKAGED_SIMILARITY = { low: 0.38, high: 0.66 } as const;

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}

/**
 * Calibration from the cosines of randomly paired texts of one model: low is their median, high their 97th percentile, at
 * least 0.1 above. Null below 100 pairs: keep the calibration at hand.
 */
export function calibrateSimilarity(cosines: readonly number[]): { low: number; high: number } | null {
  const sorted = cosines.filter(Number.isFinite).sort((a, b) => a - b);
  if (sorted.length < MIN_PAIRS) return null;
  const low = quantile(sorted, LOW_QUANTILE);
  const high = Math.max(low + MIN_SPREAD, quantile(sorted, HIGH_QUANTILE));
  return { low: Math.round(low * 1000) / 1000, high: Math.round(high * 1000) / 1000 };
}
