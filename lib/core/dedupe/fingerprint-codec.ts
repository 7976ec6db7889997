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
const stored = fields.extend({ version: z.literal(FINGERPRINT_VERSION) });

/** A fingerprint as JSON; `keys` are stored beside it. Shingles are unsigned 32-bit little-endian numbers in base64. */
export type StoredFingerprint = z.output<typeof stored>;

const BYTES = 4;

/** Whether the machine has the bytes of a number in the order in which they are stored. */
const IS_LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

function packNumbers({ buffer, byteOffset, byteLength }: Uint32Array): string {
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  return (IS_LITTLE_ENDIAN ? bytes : Buffer.from(bytes).swap32()).toString("base64");
}

/** Null of a text that holds anything else than whole numbers. */
function unpackNumbers(text: string): Uint32Array | null {
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const expected = (text.length / 4) * 3 - padding;
  if (expected % BYTES !== 0) return null;
  const numbers = new Uint32Array(expected / BYTES);
  const bytes = Buffer.from(numbers.buffer);
  // Node passes over signs that are not base64: fewer bytes come out than the text's length promises.
  if (bytes.write(text, "base64") !== expected) return null;
  if (!IS_LITTLE_ENDIAN) bytes.swap32();
  return numbers;
}

/** The JSON of a fingerprint, without its keys. */
export function encodeFingerprint(print: Fingerprint): StoredFingerprint {
  return stored.parse({ ...print, version: FINGERPRINT_VERSION, shingles: packNumbers(print.shingles) });
}

/** The fingerprint that was stored; null where it is of another version or damaged, so that it is taken anew. */
export function decodeFingerprint(data: unknown, keys: readonly string[]): Fingerprint | null {
  // The version is looked at first: a fingerprint of another one is not worth checking.
  const isCurrent =
    typeof data === "object" && data !== null && "version" in data && data.version === FINGERPRINT_VERSION;
  const parsed = isCurrent ? fields.safeParse(data) : null;
  if (parsed?.success !== true) return null;
  const shingles = unpackNumbers(parsed.data.shingles);
  return shingles === null ? null : { ...parsed.data, shingles, keys: [...keys] };
}
