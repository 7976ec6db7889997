import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { readPostingRows } from "@/lib/adapters/sources/file/read-posting-rows";
import { ContentProblem } from "@/lib/adapters/storage/content-store";
import { derivedId } from "@/lib/core/kernel/derived-id";
import { prepareAdvert } from "@/lib/core/pipeline/prepare-advert";
import type { Context } from "@/lib/services/context/context";
import type { ReadAgain } from "./replay-document";

/** Unpacks kept bytes into a file. Throws a `ContentProblem` where they are not those of the hash. */
async function unpackTo(ctx: Context, hash: string, file: string): Promise<void> {
  if (!(await ctx.raw.has(hash))) throw new ContentProblem("missing", hash);
  const digest = createHash("sha256");
  const source = ctx.raw.open(hash).on("data", (chunk: Buffer) => digest.update(chunk));
  await pipeline(source, createWriteStream(file, { mode: 0o600 })).catch((error: unknown) => {
    throw error instanceof ContentProblem ? error : new ContentProblem("damaged", hash);
  });
  const found = digest.digest("hex");
  if (found !== hash) throw new ContentProblem("changed", hash, found);
}

/**
 * Reads a kept file of postings row by row as its import did; `url` is its raw document's, which holds the file's name. Throws a
 * `ContentProblem` where the file is missing, changed or damaged.
 */
export async function* readFileAgain(ctx: Context, url: string, hash: string): AsyncGenerator<ReadAgain> {
  const folder = await mkdtemp(path.join(tmpdir(), "atalaya-replay-"));
  try {
    const file = path.join(folder, path.basename(url.slice("file:".length)) || "rows");
    await unpackTo(ctx, hash, file);
    for await (const reading of readPostingRows(file)) {
      const locator = String(reading.line);
      if (reading.kind === "rejected") {
        yield { kind: "failure", locator, reason: "rejected" };
        continue;
      }
      const sourceId = `file:${reading.row.source}`;
      const rawDocumentId = derivedId("raw", sourceId, url, hash);
      const origin = { sourceId, isDemo: false, rawDocumentId, rawLocator: locator };
      yield { kind: "advert", advert: prepareAdvert(reading.row, origin) };
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
