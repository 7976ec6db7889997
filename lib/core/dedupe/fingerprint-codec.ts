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
  shingles: z.base64().max(Math.ceil((MAX_SHINGLES * 4) / 3) * 4),
  sampled: z.number().gt(0).max(1),
});
const stored = fields.extend({ version: z.literal(FINGERPRINT_VERSION) });

/** A fingerprint as JSON; `keys` are stored beside it. Shingles are unsigned 32-bit little-endian numbers in base64. */
export type StoredFingerprint = z.output<typeof stored>;

function packNumbers(numbers: Uint32Array): string {
  const view = new DataView(new ArrayBuffer(numbers.length * 4));
  numbers.forEach((value, at) => {
    view.setUint32(at * 4, value, true);
  });
  return Buffer.from(view.buffer).toString("base64");
}

function unpackNumbers(text: string): Uint32Array {
  const bytes = Buffer.from(text, "base64");
  return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => bytes.readUInt32LE(at * 4));
}

/** The JSON of a fingerprint, without its keys. */
export function encodeFingerprint(print: Fingerprint): StoredFingerprint {
  return stored.parse({ ...print, version: FINGERPRINT_VERSION, shingles: packNumbers(print.shingles) });
}

/** The fingerprint that was stored; null where it is of another version or damaged, so that it is taken anew. */
export function decodeFingerprint(data: unknown, keys: readonly string[]): Fingerprint | null {
  const parsed = stored.safeParse(data);
  if (!parsed.success) return null;
  const print = fields.parse(parsed.data);
  return { ...print, shingles: unpackNumbers(print.shingles), keys: [...keys] };
}
