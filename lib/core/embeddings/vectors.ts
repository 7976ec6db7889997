/** Length of a vector. */
function norm(vector: readonly number[]): number {
  let sum = 0;
  for (const value of vector) sum += value * value;
  return Math.sqrt(sum);
}

/** Cosine of the angle between two vectors, −1 … 1; null where their sizes differ or one has no direction. */
export function cosine(a: readonly number[], b: readonly number[]): number | null {
  if (a.length !== b.length || a.length === 0) return null;
  let dot = 0;
  for (let i = 0; i < a.length; i += 1) dot += (a[i] ?? 0) * (b[i] ?? 0);
  const length = norm(a) * norm(b);
  if (!Number.isFinite(length) || length === 0 || !Number.isFinite(dot)) return null;
  return Math.min(1, Math.max(-1, dot / length));
}

/** The vector scaled to length 1; a vector without direction is returned as it is. */
export function normalise(vector: readonly number[]): number[] {
  const length = norm(vector);
  return length === 0 || !Number.isFinite(length) ? [...vector] : vector.map((value) => value / length);
}
