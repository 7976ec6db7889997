import { createHash } from "node:crypto";
import { z } from "zod";

/** The fields of an advert that are judged, in the order in which they are printed. */
export const JUDGED = [
  "title",
  "company",
  "location",
  "postedAt",
  "url",
  "externalId",
  "salary",
  "employmentType",
  "workplace",
  "description",
] as const;
export type JudgedField = (typeof JUDGED)[number];

/** How far a description's number of words may be from the true one, as a share of it. */
const WORDS_TOLERANCE = 0.02;

/** The ends of a text and its length: enough to tell a whole text from a cut, mixed or padded one. */
export type TextMarks = { first: string; last: string; words: number };

const marksSchema = z.strictObject({ first: z.string(), last: z.string(), words: z.int().nonnegative() });
const fieldsSchema = z.partialRecord(z.enum(JUDGED), z.array(z.union([z.string(), marksSchema])).min(1));
const headSchema = z.strictObject({ salt: z.string(), now: z.iso.datetime() });
const fileSchema = z.strictObject({
  file: z.string(),
  adapters: z.array(z.string()).min(1),
  outcome: z.enum(["postings", "blocked", "expired"]),
  count: z.int().nonnegative(),
  /** The reader's clock, where it is not the common one. */
  now: z.iso.datetime().optional(),
  /** The address that the answer was fetched from, where it does not say it itself. */
  url: z.url().optional(),
  adverts: z.array(
    z.strictObject({ position: z.int().nonnegative(), keys: z.array(z.string()).min(1), fields: fieldsSchema }),
  ),
});
export type FileTruth = z.output<typeof fileSchema>;
export type AdvertTruth = FileTruth["adverts"][number];
export type PageTruth = z.output<typeof headSchema> & { files: FileTruth[] };

/** Checks a stored truth: a line with salt and clock, then one line a file. Throws on any other shape. */
export function parsePageTruth(jsonLines: string): PageTruth {
  const [head, ...files] = jsonLines.trim().split("\n");
  return {
    ...headSchema.parse(JSON.parse(head ?? "")),
    files: files.map((line) => fileSchema.parse(JSON.parse(line))),
  };
}

/** A value as it is compared: NFC, white space collapsed, no stop or comma at the end. Nothing else is forgiven. */
export function normalised(value: string): string {
  return value
    .normalize("NFC")
    .replace(/\s+/gu, " ")
    .replace(/[\s.,;:…]+$/u, "")
    .trim();
}

/** The words of a text: runs of letters, digits and marks, so that a lost space after a full stop joins no two words. */
export function wordsOf(text: string): string[] {
  return text.normalize("NFC").match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
}

/** The first five words of a text, its last five and how many it has. */
export function marksOf(text: string): TextMarks {
  const words = wordsOf(text);
  return { first: words.slice(0, 5).join(" "), last: words.slice(-5).join(" "), words: words.length };
}

/** A keyed digest of one value of one field of one file: 12 hexadecimal digits that do not give the value away. */
export function digestOf(salt: string, file: string, field: string, value: string | null): string {
  const text = [salt, file, field, value === null ? "null" : `=${normalised(value)}`].join("\n");
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

/** Whether a text fits marks whose words are digests. */
export function fitsMarks(marks: TextMarks, read: TextMarks, digest: (value: string) => string): boolean {
  const slack = Math.max(1, marks.words * WORDS_TOLERANCE);
  const isLength = marks.words === 0 ? read.words === 0 : Math.abs(marks.words - read.words) <= slack;
  return isLength && marks.first === digest(read.first) && marks.last === digest(read.last);
}
