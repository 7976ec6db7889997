import { readdirSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { findData, readData } from "./evaluation-data";

const posting = z.object({
  source: z.string(),
  id: z.string(),
  title: z.string(),
  company: z.string().nullish(),
  location: z.string().nullish(),
  date: z.string().nullish(),
  lang: z.string(),
  description: z.string(),
});
export type EvaluationPosting = z.output<typeof posting>;

/** How much of a description the readers saw who labelled facts. */
export const LABELLED_CHARS = 6_000;

/** The key under which labels name a posting. */
export function postingKey({ source, id }: { source: string; id: string }): string {
  return `${source}\u0000${id}`;
}

/** All real postings of the evaluation data, in the order of files and lines; null where they are not there. */
export function readEvaluationPostings(): EvaluationPosting[] | null {
  const folder = findData("postings");
  if (folder === null) return null;
  return readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl.gz"))
    .sort()
    .flatMap((name) => readData(path.join(folder, name), posting));
}

/** The same by key; of two with one key the first. */
export function indexPostings(postings: readonly EvaluationPosting[]): ReadonlyMap<string, EvaluationPosting> {
  return new Map(postings.toReversed().map((one) => [postingKey(one), one]));
}
