import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { type DemoContent, type Description, descriptionSchema, employerSchema, extraSchema } from "./content-schema";

const DEFAULT_FOLDER = fileURLToPath(new URL("../data/demo/", import.meta.url));

/**
 * The hand-written content of the demo board, checked whole.
 * Throws an Error that names the file (and the line) of the first mistake.
 */
export function loadDemoContent(folder = DEFAULT_FOLDER): DemoContent {
  const descriptions = readdirSync(path.join(folder, "descriptions"))
    .filter((name) => name.endsWith(".jsonl"))
    .sort()
    .flatMap((name) => readDescriptions(path.join(folder, "descriptions", name)));
  const employers = readChecked(path.join(folder, "employers.json"), z.array(employerSchema));
  const extras = readChecked(path.join(folder, "extras.json"), z.array(extraSchema));
  requireDistinct("descriptions", descriptions);
  requireDistinct("employers", employers);
  requireDistinct("extras", extras);
  return { descriptions, employers, extras };
}

function readDescriptions(file: string): Description[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.flatMap((line, index) =>
    line.trim() === "" ? [] : [checked(`${path.basename(file)} line ${index + 1}`, line, descriptionSchema)],
  );
}

function readChecked<T>(file: string, schema: z.ZodType<T>): T {
  return checked(path.basename(file), readFileSync(file, "utf8"), schema);
}

function checked<T>(where: string, json: string, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new Error(`Demo content, ${where}: not valid JSON.`);
  }
  const result = schema.safeParse(value);
  if (!result.success) throw new Error(`Demo content, ${where}: ${z.prettifyError(result.error)}`);
  return result.data;
}

function requireDistinct(what: string, items: readonly { key: string }[]): void {
  const seen = new Set<string>();
  for (const { key } of items) {
    if (seen.has(key)) throw new Error(`Demo content, ${what}: the key ${key} occurs twice.`);
    seen.add(key);
  }
}
