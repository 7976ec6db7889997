import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { ContentProblem, type ContentStore, placeOf } from "./content-store";
import { hashOfBytes, packBytes, packFile, unpackBytes } from "./pack-content";

function isAbsent(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

/** A content store in a folder; a write is complete or absent, whenever the process dies. */
export function createFolderStore(folder: string): ContentStore {
  const pathOf = (hash: string) => {
    const place = placeOf(hash);
    return path.join(folder, place.folder, place.name);
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
  return {
    has,
    put: async (bytes) => {
      const hash = hashOfBytes(bytes);
      if (await has(hash)) return hash;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const draft = path.join(folder, `draft-${randomUUID()}`);
      await writeFile(draft, await packBytes(bytes), { mode: 0o600 });
      await install(draft, hash);
      return hash;
    },
    putFile: async (file) => {
      const { draft, hash, bytes } = await packFile(file, folder);
      await install(draft, hash);
      return { hash, bytes };
    },
    get: async (hash) => {
      const packed = await readFile(pathOf(hash)).catch((error: unknown) => {
        throw isAbsent(error) ? new ContentProblem("missing", hash) : error;
      });
      return unpackBytes(packed, hash);
    },
    // The callback is what hands a failure of the file on to whoever reads the stream.
    open: (hash) => pipeline(createReadStream(pathOf(hash)), createGunzip(), () => undefined),
    remove: (hash) => rm(pathOf(hash), { force: true }),
  };
}
