import { sha256 } from "@/lib/core/kernel/hash";

const MODULUS = 1n << 256n;

/** A hash of a collection that does not depend on the order in which its items came: the sum of their SHA-256 digests. */
export class MultisetHash {
  private sum = 0n;
  private items = 0;

  add(item: string): void {
    this.sum = (this.sum + BigInt(`0x${sha256(item)}`)) % MODULUS;
    this.items += 1;
  }

  /** How many items it holds. */
  get size(): number {
    return this.items;
  }

  /** 64 hexadecimal digits; an empty collection and one item have different values. */
  digest(): string {
    return sha256(`${this.items}:${this.sum.toString(16)}`);
  }
}
