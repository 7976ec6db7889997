import { z } from "zod";
import { AppError } from "@/lib/core/kernel/app-error";
import { versionOf } from "./corpus-statistics";
import type { CorpusStatistics } from "./match-types";

const count = z.int().min(0);
const cosine = z.number().min(-1).max(1);

/** A stored table of statistics. `about` says in words what was counted; it is not part of the version. */
export const statisticsFile = z.object({
  about: z.string().min(1),
  version: z.string().min(1),
  documents: count,
  skillDocuments: z.record(z.string(), count),
  termDocuments: z.record(z.string(), count),
  similarity: z.object({ low: cosine, high: cosine }),
});

/** Reads a stored table. Throws `internal` where it is broken or its version does not follow from its counts. */
export function parseStatistics(raw: unknown): CorpusStatistics {
  const parsed = statisticsFile.safeParse(raw);
  if (!parsed.success) throw new AppError("internal", "The table of corpus statistics cannot be read.");
  const { version, documents, skillDocuments, termDocuments, similarity } = parsed.data;
  const table = { documents, skillDocuments, termDocuments, similarity };
  if (versionOf(table) !== version)
    throw new AppError("internal", "The table of corpus statistics was changed by hand.");
  return { version, ...table };
}
