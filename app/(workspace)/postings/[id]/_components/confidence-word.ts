/** From here on a reading counts as very likely, and as likely. */
const HIGH = 0.9;
const FAIR = 0.7;

export type ConfidenceWord = "high" | "fair" | "low";

/** A confidence of 0 … 1 as a person would say it. */
export function confidenceWord(confidence: number): ConfidenceWord {
  return confidence >= HIGH ? "high" : confidence >= FAIR ? "fair" : "low";
}
