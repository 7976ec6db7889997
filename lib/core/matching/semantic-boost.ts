import { cosine } from "@/lib/core/embeddings/vectors";
import { MAX_BOOST } from "./weights";

/**
 * Points added for closeness in meaning, −8 … 8: −8 at or below `low` (background), 8 at or above `high` (strong fit), a
 * straight line between. Null where a vector is missing, has no direction, or the two come from different models.
 */
export function semanticBoost(
  a: readonly number[] | null,
  b: readonly number[] | null,
  similarity: { low: number; high: number },
): number | null {
  if (a === null || b === null || similarity.high <= similarity.low) return null;
  const value = cosine(a, b);
  if (value === null) return null;
  const place = (value - similarity.low) / (similarity.high - similarity.low);
  return MAX_BOOST * Math.min(1, Math.max(-1, 2 * place - 1));
}
