import { sha256 } from "@/lib/core/kernel/hash";

/** Labelled sets are cut in two by a hash of the id: rules are tuned on the first half, the second shows what generalises. */
export function isSecondHalf(id: string): boolean {
  return Number.parseInt(sha256(id).slice(0, 8), 16) % 2 === 1;
}
