import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import type { z } from "zod";
import { env } from "@/lib/config/env";

/** The path of a file of the evaluation data; null where it is not there. */
export function findData(...parts: string[]): string | null {
  const file = path.resolve(env().EVAL_DATA_DIR, ...parts);
  return existsSync(file) ? file : null;
}

/** The lines of a JSON Lines file, also gzipped, each parsed. Throws on a line of another shape. */
export function readData<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema>[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [schema.parse(JSON.parse(line))]));
}
