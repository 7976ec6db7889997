import type { Readable } from "node:stream";

/** Bytes kept under the SHA-256 of their content, compressed; what is there never changes. */
export type ContentStore = {
  /** Keeps the bytes and returns their hash. Keeping the same bytes again does nothing. */
  put(bytes: Uint8Array): Promise<string>;
  /** Keeps a whole file without loading it; returns the hash and size of its content. */
  putFile(file: string): Promise<{ hash: string; bytes: number }>;
  /** The bytes of a hash. Throws a `ContentProblem` when it is not kept or no longer matches. */
  get(hash: string): Promise<Uint8Array>;
  /** The bytes of a hash as a stream, unchecked; it fails where they are missing or damaged. */
  open(hash: string): Readable;
  has(hash: string): Promise<boolean>;
  remove(hash: string): Promise<void>;
};

/** What can be wrong with kept bytes: not there, other than they were, or not even readable as compressed bytes. */
export type ContentFault = "missing" | "changed" | "damaged";

/** Kept bytes are not what they should be. `found` is the hash of what is there instead, where it can be read. */
export class ContentProblem extends Error {
  readonly fault: ContentFault;
  readonly expected: string;
  readonly found: string | null;

  constructor(fault: ContentFault, expected: string, found: string | null = null) {
    super(`The stored content ${expected} ${fault === "missing" ? "is missing" : `was ${fault}`}.`);
    this.name = "ContentProblem";
    this.fault = fault;
    this.expected = expected;
    this.found = found;
  }
}

/** Where a hash is kept: a folder of its first two digits. Throws for anything that is no SHA-256, a path for instance. */
export function placeOf(hash: string): { folder: string; name: string } {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error("A content hash has 64 hexadecimal digits.");
  return { folder: hash.slice(0, 2), name: `${hash.slice(2)}.gz` };
}
