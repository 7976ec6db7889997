import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { loadMatchPostings } from "@/lib/adapters/db/queries/match-postings";
import { type CountedDocument, computeCorpusStatistics } from "@/lib/core/matching/corpus-statistics";
import { postingTerms } from "@/lib/core/matching/keyword-coverage";
import type { CorpusStatistics } from "@/lib/core/matching/match-types";
import type { Context } from "@/lib/services/context/context";
import type { RunRecorder } from "@/lib/services/runs/run-recorder";

const STAGE = "statistics";
const BATCH = 500;
const DAY_MS = 86_400_000;

const statisticsSchema = z.object({
  version: z.string(),
  documents: z.int(),
  skillDocuments: z.record(z.string(), z.int()),
  termDocuments: z.record(z.string(), z.int()),
  similarity: z.object({ low: z.number(), high: z.number() }),
});

/** The table that comes with the product, for the command line without a database. */
export function packagedStatistics(): CorpusStatistics {
  const file = path.join(process.cwd(), "data", "statistics", "packaged.json");
  return statisticsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
}

const readingSchema = z.object({ lang: z.string() });

async function countOpenPostings(ctx: Context, run: RunRecorder): Promise<CountedDocument[]> {
  const documents: CountedDocument[] = [];
  for (let after = ""; ; ) {
    const postings = await loadMatchPostings(ctx.db, { after, take: BATCH });
    const last = postings.at(-1);
    if (last === undefined) return documents;
    for (const { version } of postings) {
      const { lang } = readingSchema.parse(version.reading);
      documents.push({
        skills: version.skills.map((skill) => skill.skillId),
        terms: postingTerms({ ...version, lang }).keys(),
      });
    }
    after = last.postingId;
    await run.progress(STAGE, documents.length, null);
  }
}

/**
 * Counts how many open postings name each skill and term, as a new versioned row; at most once a day unless forced.
 * Equal counts have an equal version, and are the same row.
 */
export async function refreshStatistics(ctx: Context, run: RunRecorder, force = false): Promise<void> {
  await run.stage(STAGE, async () => {
    const latest = await ctx.db.corpusStatistics.findFirst({
      orderBy: { computedAt: "desc" },
      select: { computedAt: true },
    });
    if (!force && latest !== null && ctx.now().getTime() - latest.computedAt.getTime() < DAY_MS) {
      run.count(STAGE, "kept");
      return;
    }
    const documents = await countOpenPostings(ctx, run);
    if (documents.length === 0) return;
    const table = computeCorpusStatistics(documents, { similarity: packagedStatistics().similarity });
    const row = { computedAt: ctx.now(), documents: table.documents, data: table };
    await ctx.db.corpusStatistics.upsert({
      where: { version: table.version },
      create: { version: table.version, ...row },
      update: row,
    });
    run.count(STAGE, "done", documents.length);
    run.outputs.add(STAGE, table.version);
  });
}

/** The latest statistics of this database; the packaged ones while there are none. */
export async function loadStatistics(ctx: Context): Promise<CorpusStatistics> {
  const latest = await ctx.db.corpusStatistics.findFirst({ orderBy: [{ computedAt: "desc" }, { version: "asc" }] });
  return latest === null ? packagedStatistics() : statisticsSchema.parse(latest.data);
}
