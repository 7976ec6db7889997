import type { Fingerprint } from "./dedupe-types";

/** Whether two listings name one place, or a place and a part of it; "unknown" where one names none. */
export type PlaceRelation = "same" | "near" | "other" | "unknown";

const LEAST_LETTERS = 4;

function wordsOf(names: readonly string[]): string[] {
  return names.flatMap((name) => name.split(" ")).filter((word) => word.length >= LEAST_LETTERS);
}

/** "Glasgow" and "Hillhead, Glasgow City Centre": the name of one stands in the other's name or in what that lies in. */
function areNear(a: Fingerprint, b: Fingerprint): boolean {
  const around = new Set(wordsOf([...b.places, ...b.areas]));
  return wordsOf(a.places).some((word) => around.has(word));
}

function isWithin(names: readonly string[], areas: readonly string[]): boolean {
  return names.some((name) => areas.includes(name));
}

/** Compares stated places: one name in common, or a place and what it lies in, is the same place. */
export function relatePlaces(a: Fingerprint, b: Fingerprint): PlaceRelation {
  if (a.places.length === 0 || b.places.length === 0) return "unknown";
  if (isWithin(a.places, b.places) || isWithin(a.places, b.areas) || isWithin(b.places, a.areas)) return "same";
  return areNear(a, b) || areNear(b, a) ? "near" : "other";
}
