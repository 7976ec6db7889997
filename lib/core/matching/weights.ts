import { z } from "zod";
import type { Band, Weights } from "./match-types";

/** Changes whenever the same inputs could give another score; stored with every match. */
export const MATCH_VERSION = "1";

/** Skills lead, as in every product whose weighting is public; keywords stay at a fifth, so that wording alone cannot carry a match. */
export const DEFAULT_WEIGHTS: Weights = { skills: 50, experience: 30, keywords: 20 };

/** The semantic boost is at most this many points either way: it may reorder neighbours, never replace evidence. */
export const MAX_BOOST = 8;

const weight = z.number().min(0).max(1000);

/** Weights as a user may give them: 0 … 1,000 each, not all zero. */
export const weightsInput = z
  .strictObject({ skills: weight, experience: weight, keywords: weight })
  .refine(
    (weights) => weights.skills + weights.experience + weights.keywords > 0,
    "At least one weight must be above 0.",
  );

/** Lowest score of each band. Under 30 hardly anything asked is shown; from 80 on all but side wishes is. */
export const BAND_FLOORS: Readonly<Record<Band, number>> = { poor: 0, weak: 30, fair: 50, good: 65, great: 80 };

/** The band of a whole score 0 … 100. */
export function bandOf(score: number): Band {
  if (score >= BAND_FLOORS.great) return "great";
  if (score >= BAND_FLOORS.good) return "good";
  if (score >= BAND_FLOORS.fair) return "fair";
  return score >= BAND_FLOORS.weak ? "weak" : "poor";
}

/** Rounds to one decimal, halves towards positive infinity, never to negative zero: how every part of a score is shown. */
export function roundPart(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}
