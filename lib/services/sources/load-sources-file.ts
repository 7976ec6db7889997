import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { SourceConfigInput } from "@/lib/adapters/sources/source-config";
import { AppError } from "@/lib/core/kernel/app-error";
import type { Context } from "@/lib/services/context/context";
import { checkSource, mistakesInWords } from "./check-source";
import { ensureSource } from "./ensure-sources";

const fileShape = z.union([
  z.array(z.unknown()),
  z.strictObject({ sources: z.array(z.unknown()) }).transform((file) => file.sources),
]);

export type FileEntry = { index: number; id: string | null; config: SourceConfigInput | null; problem: string | null };

function idOf(entry: unknown): string | null {
  const parsed = z.object({ id: z.string() }).safeParse(entry);
  return parsed.success ? parsed.data.id : null;
}

function readEntry(entry: unknown, index: number, seen: Set<string>): FileEntry {
  const id = idOf(entry);
  if (id !== null && seen.has(id))
    return { index, id, config: null, problem: `The id ${id} stands in the file twice.` };
  if (id !== null) seen.add(id);
  const checked = checkSource(typeof entry === "object" && entry !== null ? { ...entry, managedBy: "file" } : entry);
  return checked.ok
    ? { index, id, config: checked.config, problem: null }
    : { index, id, config: null, problem: mistakesInWords(checked.mistakes) };
}

/** Reads a file of sources: a JSON list of entries, or `{"sources": […]}`. Bad entries are named, good ones stand. Throws `invalid_input` for a file that is none. */
export async function readSourcesFile(file: string): Promise<FileEntry[]> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new AppError("invalid_input", `The sources file ${file} cannot be read.`, { cause });
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new AppError("invalid_input", `The sources file ${file} is not valid JSON.`, { cause });
  }
  const entries = fileShape.safeParse(value);
  if (!entries.success)
    throw new AppError("invalid_input", `The sources file ${file} has to be a list of sources, or {"sources": […]}.`);
  const seen = new Set<string>();
  return entries.data.map((entry, index) => readEntry(entry, index, seen));
}

/** Brings the sources of the installation's file into the database. A bad entry is logged and left out; it stops nobody. */
export async function loadSourcesFile(ctx: Context, file: string): Promise<FileEntry[]> {
  const entries = await readSourcesFile(file);
  for (const { config, problem, id, index } of entries) {
    if (config !== null) await ensureSource(ctx, config);
    else ctx.log.warn("sources_file.entry_refused", { index, sourceId: id, problem });
  }
  return entries;
}
