import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "@/lib/core/kernel/app-error";
import type { Occupation } from "@/lib/core/occupations/occupation-types";

const EXTENSION = ".jsonl";
const title = z.string().trim().min(1).max(120);

/** One line of a data file. Unknown keys are refused, so that a misspelt one does not go unseen. */
const occupationLine = z.strictObject({
  id: z.string().min(1).max(80),
  isco: z.string().regex(/^\d{4}$/u, "is not four digits"),
  esco: z.url().nullable(),
  en: z.array(title).min(1),
  es: z.array(title).min(1),
  weak: z.array(title).optional(),
});

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function parseOccupation(line: string, place: string): Occupation {
  const value = parseJson(line);
  if (value === undefined) throw new AppError("invalid_input", `${place}: not a line of JSON.`);
  const parsed = occupationLine.safeParse(value);
  if (!parsed.success) throw new AppError("invalid_input", `${place}: ${z.prettifyError(parsed.error)}`);
  const { weak, ...rest } = parsed.data;
  return weak === undefined ? rest : { ...rest, weak };
}

function listFiles(directory: string): string[] {
  try {
    return readdirSync(directory)
      .filter((file) => file.endsWith(EXTENSION))
      .sort();
  } catch (cause) {
    throw new AppError("unavailable", `The occupations folder ${directory} cannot be read.`, { cause });
  }
}

/**
 * All occupations of the data files, sorted by id. Throws `invalid_input` naming `file:line` for a line of the wrong shape, `unavailable`
 * for a folder that cannot be read or holds none. Clashes between them are for `lintOccupations`.
 */
export function loadOccupations(directory: string = join(process.cwd(), "data", "occupations")): Occupation[] {
  const occupations = listFiles(directory).flatMap((file) => {
    const path = join(directory, file);
    return readFileSync(path, "utf8")
      .split("\n")
      .flatMap((line, index) => (line.trim() === "" ? [] : [parseOccupation(line, `${path}:${index + 1}`)]));
  });
  if (occupations.length === 0) throw new AppError("unavailable", `The folder ${directory} holds no occupations.`);
  return occupations.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
