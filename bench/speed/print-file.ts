import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import { encodeFingerprint } from "@/lib/core/dedupe/fingerprint-codec";
import type { Fingerprint } from "@/lib/core/dedupe/dedupe-types";
import type { PrintStore } from "@/lib/services/postings/cluster-stored";

type Seat = { at: number; bytes: number };
type Line = { listingId: string; keys: string[]; data: unknown };

const PAGE = 2_000;
const keysOnly = z.array(z.string());

/** Fingerprints in a file, as the database keeps them: read by id, or their keys in the order of ids. Holds where each lies. */
export class PrintFile implements PrintStore {
  readonly #folder = mkdtempSync(path.join(tmpdir(), "atalaya-prints-"));
  readonly #handle = openSync(path.join(this.#folder, "prints.json"), "w+");
  /** The keys of a fingerprint lie right before the rest of it, so that both are read at once. */
  readonly #seats = new Map<string, { keys: Seat; data: Seat }>();
  #end = 0;

  #put(value: unknown): Seat {
    const bytes = Buffer.from(JSON.stringify(value));
    writeSync(this.#handle, bytes, 0, bytes.length, this.#end);
    const seat = { at: this.#end, bytes: bytes.length };
    this.#end += bytes.length;
    return seat;
  }

  #read(at: number, bytes: number): Buffer {
    const buffer = Buffer.allocUnsafe(bytes);
    readSync(this.#handle, buffer, 0, bytes, at);
    return buffer;
  }

  #keysAt({ at, bytes }: Seat): string[] {
    return keysOnly.parse(JSON.parse(this.#read(at, bytes).toString("utf8")));
  }

  write(prints: readonly Fingerprint[]): void {
    for (const print of prints)
      this.#seats.set(print.id, { keys: this.#put(print.keys), data: this.#put(encodeFingerprint(print)) });
  }

  async *keys(): AsyncGenerator<{ listingId: string; keys: string[] }[]> {
    const seats = [...this.#seats].sort(([a], [b]) => (a < b ? -1 : 1));
    for (let from = 0; from < seats.length; from += PAGE)
      yield await Promise.resolve(
        seats.slice(from, from + PAGE).map(([listingId, { keys }]) => ({
          listingId,
          keys: this.#keysAt(keys),
        })),
      );
  }

  load(listingIds: readonly string[]): Promise<Line[]> {
    return Promise.resolve(
      listingIds.flatMap((listingId) => {
        const seat = this.#seats.get(listingId);
        if (seat === undefined) return [];
        const { keys, data } = seat;
        const bytes = this.#read(keys.at, keys.bytes + data.bytes);
        const parse = (from: number, to: number): unknown => JSON.parse(bytes.toString("utf8", from, to));
        return {
          listingId,
          keys: keysOnly.parse(parse(0, keys.bytes)),
          data: parse(keys.bytes, keys.bytes + data.bytes),
        };
      }),
    );
  }

  remove(): void {
    closeSync(this.#handle);
    rmSync(this.#folder, { recursive: true });
  }
}
