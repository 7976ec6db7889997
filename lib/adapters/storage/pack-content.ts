import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { createGzip, gunzip, gzip } from "node:zlib";
import { ContentProblem } from "./content-store";

const compress = promisify(gzip);
const inflate = promisify(gunzip);

/** No response body and no part of a run is kept that is larger; more than that is not what was put there. */
const MAX_UNPACKED = 512_000_000;

export function hashOfBytes(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Compressed bytes. */
export async function packBytes(bytes: Uint8Array): Promise<Uint8Array> {
  return compress(bytes);
}

/** The bytes behind compressed ones. Throws a `ContentProblem` where they are not those of the hash. */
export async function unpackBytes(packed: Uint8Array, hash: string): Promise<Uint8Array> {
  const bytes = await inflate(packed, { maxOutputLength: MAX_UNPACKED }).catch(() => null);
  if (bytes === null) throw new ContentProblem("damaged", hash);
  const found = hashOfBytes(bytes);
  if (found !== hash) throw new ContentProblem("changed", hash, found);
  return bytes;
}

export type PackedFile = { draft: string; hash: string; bytes: number };

/** Compresses a file into a draft beside others of a folder, without loading it. Whoever asks removes the draft. */
export async function packFile(file: string, folder: string): Promise<PackedFile> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = path.join(folder, `draft-${randomUUID()}`);
  const digest = createHash("sha256");
  let bytes = 0;
  const source = createReadStream(file).on("data", (chunk) => {
    digest.update(chunk);
    bytes += chunk.length;
  });
  try {
    await pipeline(source, createGzip({ level: 1 }), createWriteStream(draft, { mode: 0o600 }));
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return { draft, hash: digest.digest("hex"), bytes };
}
