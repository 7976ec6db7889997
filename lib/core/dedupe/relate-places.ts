import type { Fingerprint } from "./dedupe-types";

/** Whether two listings name one place; "unknown" where one names none. */
export type PlaceRelation = "same" | "other" | "unknown";

function isWithin(names: readonly string[], areas: readonly string[]): boolean {
  return names.some((name) => areas.includes(name));
}

/** Compares stated places: one name in common, or a place and what it lies in, is the same place. */
export function relatePlaces(a: Fingerprint, b: Fingerprint): PlaceRelation {
  if (a.places.length === 0 || b.places.length === 0) return "unknown";
  if (isWithin(a.places, b.places) || isWithin(a.places, b.areas) || isWithin(b.places, a.areas)) return "same";
  return "other";
}
