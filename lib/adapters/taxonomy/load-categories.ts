import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "@/lib/core/kernel/app-error";
import type { SkillCategory } from "@/lib/core/skills/skill-categories";

const FILE = "categories.json";

const name = z.string().trim().min(1).max(80);
const named = { id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u), en: name, es: name };
const categories = z.array(z.strictObject({ ...named, families: z.array(z.strictObject(named)) })).min(1);

function readFile(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new AppError("unavailable", `The categories of the taxonomy, ${path}, cannot be read.`, { cause });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The two upper levels of the taxonomy: categories with their families, in the order of the file. Throws `unavailable`
 * where the file cannot be read, `invalid_input` naming it where it has the wrong shape. What goes beyond the shape is
 * for `lintCategories`.
 */
export function loadCategories(directory: string = join(process.cwd(), "data", "taxonomy")): SkillCategory[] {
  const path = join(directory, FILE);
  const parsed = categories.safeParse(parseJson(readFile(path)));
  if (!parsed.success) throw new AppError("invalid_input", `${path}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
