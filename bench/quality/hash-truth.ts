/**
 * Makes the stored truth of the saved pages: `node --import tsx bench/quality/hash-truth.ts PLAIN.json`.
 * PLAIN.json holds what somebody read on the pages and stays outside the repository; only digests are written.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { digestOf, JUDGED, type JudgedField, parsePageTruth, type TextMarks } from "./page-truth";

const SALT = "atalaya saved pages 1";

const salarySchema = z.strictObject({ min: z.number(), max: z.number(), currency: z.string(), period: z.string() });
const marksSchema = z.strictObject({ first: z.string(), last: z.string(), words: z.number() });
const oneSchema = z.union([z.null(), z.string(), salarySchema, marksSchema]);
const valueSchema = z.union([oneSchema, z.strictObject({ any: z.array(oneSchema).min(1) })]);
const plainSchema = z.strictObject({
  now: z.string(),
  files: z.array(
    z.looseObject({
      file: z.string(),
      adverts: z.array(z.strictObject({ position: z.number(), fields: z.partialRecord(z.enum(JUDGED), valueSchema) })),
    }),
  ),
});

type Value = z.output<typeof valueSchema>;
type One = z.output<typeof oneSchema>;

function optionsOf(value: Value | undefined): One[] {
  if (value === undefined) return [];
  return value !== null && typeof value === "object" && "any" in value ? value.any : [value];
}

function hashOne(file: string, field: JudgedField, value: One): string | TextMarks {
  const digest = (text: string | null) => digestOf(SALT, file, field, text);
  if (value === null || typeof value === "string") return digest(value);
  if ("first" in value) return { first: digest(value.first), last: digest(value.last), words: value.words };
  return digest(`${value.min}-${value.max} ${value.currency} ${value.period}`);
}

const [input] = process.argv.slice(2);
if (input === undefined) throw new Error("Give the file with what was read on the pages");
const plain = plainSchema.parse(JSON.parse(readFileSync(input, "utf8")));
const files = plain.files.map(({ adverts, ...file }) => ({
  ...file,
  adverts: adverts.map(({ position, fields }) => {
    const hashed = JUDGED.flatMap((field) => {
      const options = optionsOf(fields[field]).map((option) => hashOne(file.file, field, option));
      return options.length === 0 ? [] : [[field, options] as const];
    });
    const keys = (["externalId", "url"] as const).flatMap((field) =>
      optionsOf(fields[field]).map((option) => hashOne(file.file, field, option)),
    );
    return { position, keys, fields: Object.fromEntries(hashed) };
  }),
}));
const lines = [{ salt: SALT, now: plain.now }, ...files].map((line) => JSON.stringify(line));
const output = path.join(import.meta.dirname, "gold", "pages-truth.jsonl");
writeFileSync(output, `${lines.join("\n")}\n`);
parsePageTruth(readFileSync(output, "utf8"));
