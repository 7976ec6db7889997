import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { access, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { createGunzip, createGzip, gunzip, gzip } from "node:zlib";

const compress = promisify(gzip);
const inflate = promisify(gunzip);

/** Bytes kept under the SHA-256 of their content, compressed; what is there never changes. */
export type ContentStore = {
  /** Keeps the bytes and returns their hash. Keeping the same bytes again does nothing. */
  put(bytes: Uint8Array): Promise<string>;
  /** Keeps a whole file without loading it; returns the hash and size of its content. */
  putFile(file: string): Promise<{ hash: string; bytes: number }>;
  /** The bytes of a hash. Throws when it is not kept or no longer matches. */
  get(hash: string): Promise<Uint8Array>;
  /** The bytes of a hash as a stream. */
  open(hash: string): Readable;
  has(hash: string): Promise<boolean>;
  remove(hash: string): Promise<void>;
};

/** A content store in a folder; a write is complete or absent, whenever the process dies. */
export function createFolderStore(folder: string): ContentStore {
  const pathOf = (hash: string) => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error("A content hash has 64 hexadecimal digits.");
    return path.join(folder, hash.slice(0, 2), `${hash.slice(2)}.gz`);
  };
  const has = async (hash: string) =>
    access(pathOf(hash)).then(
      () => true,
      () => false,
    );
  const install = async (draft: string, hash: string) => {
    await mkdir(path.dirname(pathOf(hash)), { recursive: true });
    await rename(draft, pathOf(hash));
  };
  const draftPath = async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return path.join(folder, `draft-${randomUUID()}`);
  };
  return {
    has,
    put: async (bytes) => {
      const hash = createHash("sha256").update(bytes).digest("hex");
      if (await has(hash)) return hash;
      const draft = await draftPath();
      await writeFile(draft, await compress(bytes), { mode: 0o600 });
      await install(draft, hash);
      return hash;
    },
    putFile: async (file) => {
      const digest = createHash("sha256");
      let bytes = 0;
      const draft = await draftPath();
      const source = createReadStream(file).on("data", (chunk) => {
        digest.update(chunk);
        bytes += chunk.length;
      });
      await pipeline(source, createGzip({ level: 1 }), createWriteStream(draft, { mode: 0o600 }));
      const hash = digest.digest("hex");
      await install(draft, hash);
      return { hash, bytes };
    },
    get: async (hash) => {
      const bytes = await inflate(await readFile(pathOf(hash)));
      if (createHash("sha256").update(bytes).digest("hex") !== hash)
        throw new Error(`The stored content ${hash} was changed.`);
      return bytes;
    },
    open: (hash) => createReadStream(pathOf(hash)).pipe(createGunzip()),
    remove: (hash) => rm(pathOf(hash), { force: true }),
  };
}
