import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { findAdapter, parsePage } from "@/lib/adapters/sources/registry";
import { AppError } from "@/lib/core/kernel/app-error";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { toCanonicalText } from "@/lib/core/postings/to-canonical-text";

export type SavedPage = {
  sourceId: string;
  file: string;
  url: string | null;
  now: Date;
  /** A JSON file with the parameters that a source of this adapter would have, such as the mapping of an API. */
  paramsFile?: string | undefined;
};

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

async function readParams(sourceId: string, file: string | undefined): Promise<Record<string, unknown>> {
  if (file === undefined) return {};
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, "utf8"));
  } catch (cause) {
    throw new AppError("invalid_input", `The parameters file ${file} cannot be read as JSON.`, { cause });
  }
  const params = findAdapter(sourceId)?.params.safeParse(value);
  if (params === undefined || params.success) return params?.data ?? {};
  const mistakes = params.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
  throw new AppError("invalid_input", `The parameters in ${file} are not right: ${mistakes}`);
}

/** Reads a saved page or answer with one adapter. Throws `invalid_input` for an unknown id, a file that is not there, or bad parameters. */
export async function parseSavedPage(page: SavedPage): Promise<ParsedPage> {
  const { sourceId, url, now, paramsFile } = page;
  const params = await readParams(sourceId, paramsFile);
  const outcomes = parsePage(sourceId, { body: await bytesOf(page.file), url, now, params });
  const parsed: ParsedPage = { postings: [], rejected: [], refusal: null };
  for (const outcome of outcomes) {
    if (outcome.kind === "posting") parsed.postings.push(inPlainText(outcome.posting));
    else if (outcome.kind === "rejected") parsed.rejected.push({ reason: outcome.reason, warnings: outcome.warnings });
    else parsed.refusal ??= { outcome: outcome.outcome, reason: outcome.reason };
  }
  return parsed;
}
