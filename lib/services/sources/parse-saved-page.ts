import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { parsePage } from "@/lib/adapters/sources/registry";
import { AppError } from "@/lib/core/kernel/app-error";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { toCanonicalText } from "@/lib/core/postings/to-canonical-text";

export type SavedPage = { sourceId: string; file: string; url: string | null; now: Date };

export type ParsedPage = {
  postings: ParsedPosting[];
  rejected: { reason: string; warnings: string[] }[];
  /** Why the page gave nothing, where it says so itself. */
  refusal: { outcome: "blocked" | "expired" | "broken" | "disallowed"; reason: string } | null;
};

const MAX_BYTES = 50_000_000;

async function bytesOf(file: string): Promise<Uint8Array> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new AppError("invalid_input", `The file ${file} cannot be read.`, { cause });
  });
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  try {
    return isGzip ? gunzipSync(bytes, { maxOutputLength: MAX_BYTES }) : bytes;
  } catch (cause) {
    throw new AppError("invalid_input", `The compressed file ${file} is damaged or too large.`, { cause });
  }
}

/** The advert with its description as canonical plain text. */
function inPlainText(posting: ParsedPosting): ParsedPosting {
  const { text } = toCanonicalText(posting.description, posting.descriptionFormat);
  return { ...posting, description: text, descriptionFormat: "text" };
}

/** Reads a saved page or answer with one adapter. Throws `invalid_input` for an unknown id or a file that is not there. */
export async function parseSavedPage(page: SavedPage): Promise<ParsedPage> {
  const { sourceId, url, now } = page;
  const outcomes = parsePage(sourceId, { body: await bytesOf(page.file), url, now });
  const parsed: ParsedPage = { postings: [], rejected: [], refusal: null };
  for (const outcome of outcomes) {
    if (outcome.kind === "posting") parsed.postings.push(inPlainText(outcome.posting));
    else if (outcome.kind === "rejected") parsed.rejected.push({ reason: outcome.reason, warnings: outcome.warnings });
    else parsed.refusal ??= { outcome: outcome.outcome, reason: outcome.reason };
  }
  return parsed;
}
