import { z } from "zod";
import { SENIORITIES } from "@/lib/core/postings/posting-fields";
import { FINGERPRINT_VERSION, type Fingerprint } from "./dedupe-types";
import { MAX_SHINGLES } from "./text-shingles";

const words = z.array(z.string());
const fields = z.object({
  id: z.string(),
  sourceId: z.string(),
  externalId: z.string().nullable(),
  url: z.string().nullable(),
  applyUrl: z.string().nullable(),
  title: words,
  company: z.string(),
  places: words,
  areas: words,
  placeWords: words,
  isRemote: z.boolean(),
  seniority: z.enum(SENIORITIES).nullable(),
  textSeniority: z.enum(SENIORITIES).nullable(),
  grades: words,
  requisitions: words,
  terms: words,
  figures: words,
  lang: z.enum(["en", "es", "und"]),
  length: z.int().min(0),
  textHash: z.string(),
  shingles: z.string().max(Math.ceil((MAX_SHINGLES * 4) / 3) * 4),
  sampled: z.number().gt(0).max(1),
});
const current = z.object({ version: z.literal(FINGERPRINT_VERSION) });
const stored = fields.extend(current.shape);

/** A fingerprint as JSON; `keys` are stored beside it. Shingles are unsigned 32-bit little-endian numbers in base64. */
export type StoredFingerprint = z.output<typeof stored>;

const BYTES = 4;

function packNumbers(numbers: Uint32Array): string {
  const bytes = Buffer.alloc(numbers.length * BYTES);
  numbers.forEach((value, at) => bytes.writeUInt32LE(value, at * BYTES));
  return bytes.toString("base64");
}

/** Null of a text that holds anything else than whole numbers. */
function unpackNumbers(text: string): Uint32Array | null {
  const bytes = Buffer.from(text, "base64");
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  // Node passes over signs that are not base64: fewer bytes come out than the text's length promises.
  if (bytes.length % BYTES !== 0 || bytes.length !== (text.length / 4) * 3 - padding) return null;
  const numbers = new Uint32Array(bytes.length / BYTES);
  for (let at = 0; at < numbers.length; at += 1) numbers[at] = bytes.readUInt32LE(at * BYTES);
  return numbers;
}

/** The JSON of a fingerprint, without its keys. */
export function encodeFingerprint(print: Fingerprint): StoredFingerprint {
  return stored.parse({ ...print, version: FINGERPRINT_VERSION, shingles: packNumbers(print.shingles) });
}

/** The fingerprint that was stored; null where it is of another version or damaged, so that it is taken anew. */
export function decodeFingerprint(data: unknown, keys: readonly string[]): Fingerprint | null {
  const parsed = current.safeParse(data).success ? fields.safeParse(data) : null;
  if (parsed?.success !== true) return null;
  const shingles = unpackNumbers(parsed.data.shingles);
  return shingles === null ? null : { ...parsed.data, shingles, keys: [...keys] };
}
