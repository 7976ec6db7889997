import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "@/lib/core/kernel/app-error";
import { type Concept, SKILL_KINDS } from "@/lib/core/skills/skill-types";

const EXTENSION = ".jsonl";

const label = z.string().trim().min(1).max(120);
const words = z.array(z.string().min(1)).max(500);

/** One line of a data file. Unknown keys are refused, so that a misspelt one does not go unseen. */
const conceptLine = z.strictObject({
  id: z.string().min(1).max(80),
  kind: z.enum(SKILL_KINDS),
  en: z.array(label).min(1),
  es: z.array(label).min(1),
  // The linter knows the one form that it may have.
  esco: z
    .string()
    .regex(/^https?:\/\/\S+$/u, "not a URI")
    .nullable(),
  caseSensitive: z.array(label).optional(),
  ambiguous: z.array(label).optional(),
  context: z.strictObject({ near: words, not: words }).optional(),
  related: z.record(z.string(), z.number()).optional(),
  broader: z.string().min(1).max(80).optional(),
});

function withoutUndefined(line: z.infer<typeof conceptLine>): Omit<Concept, "family"> {
  const { caseSensitive, ambiguous, context, related, broader, ...rest } = line;
  return {
    ...rest,
    ...(caseSensitive && { caseSensitive }),
    ...(ambiguous && { ambiguous }),
    ...(context && { context }),
    ...(related && { related }),
    ...(broader && { broader }),
  };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function parseConcept(line: string, family: string, place: string): Concept {
  const value = parseJson(line);
  if (value === undefined) throw new AppError("invalid_input", `${place}: not a line of JSON.`);
  const parsed = conceptLine.safeParse(value);
  if (!parsed.success) throw new AppError("invalid_input", `${place}: ${z.prettifyError(parsed.error)}`);
  return { ...withoutUndefined(parsed.data), family };
}

function readFamily(directory: string, file: string): Concept[] {
  const path = join(directory, file);
  const family = file.slice(0, -EXTENSION.length);
  return readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line, index) => (line.trim() === "" ? [] : [parseConcept(line, family, `${path}:${index + 1}`)]));
}

function listFamilies(directory: string): string[] {
  try {
    return readdirSync(directory).filter((file) => file.endsWith(EXTENSION));
  } catch (cause) {
    throw new AppError("unavailable", `The taxonomy folder ${directory} cannot be read.`, { cause });
  }
}

/**
 * All concepts of the taxonomy, sorted by id (code units); the family is the name of the file. Reads the files anew on
 * every call. Throws `invalid_input` naming `file:line` for a line of the wrong shape, `unavailable` for a folder that
 * cannot be read or holds no data file. What goes beyond the shape (clashes, relations) is for `lintTaxonomy`.
 */
export function loadTaxonomy(directory: string = join(process.cwd(), "data", "taxonomy")): Concept[] {
  const concepts = listFamilies(directory).flatMap((file) => readFamily(directory, file));
  if (concepts.length === 0) throw new AppError("unavailable", `The taxonomy folder ${directory} holds no concepts.`);
  return concepts.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
