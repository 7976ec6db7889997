import { hashOf } from "@/lib/core/kernel/hash";
import type { Concept } from "./skill-types";

const LENGTH = 12;

/** Twelve hexadecimal digits that change whenever anything in the given concepts does, their order included. */
export function taxonomyVersion(concepts: readonly Concept[]): string {
  return hashOf(concepts).slice(0, LENGTH);
}
