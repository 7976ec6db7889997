import { sha256 } from "./hash";

/**
 * An id made from a natural key, so that meeting the same thing again makes the same row: the first 128 bits of the
 * SHA-256 of its parts, as 32 hexadecimal digits. The kind keeps keys of different tables apart.
 */
export function derivedId(kind: string, ...parts: readonly string[]): string {
  return sha256([kind, ...parts].join("\u0000")).slice(0, 32);
}
