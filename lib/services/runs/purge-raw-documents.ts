import { findPurgeable, markPurged } from "@/lib/adapters/db/queries/run-purge";
import type { Context } from "@/lib/services/context/context";
import type { RunRecorder } from "./run-recorder";

const STAGE = "retention";
const BATCH = 200;
const DAY_MS = 86_400_000;

/**
 * Removes the bytes of raw documents that are older than the retention and that nothing needs any more; their rows stay and say when.
 * Bytes that several documents share go only when all of them may. Has to run under the lease of whatever fetches, so that nothing
 * puts the same bytes back meanwhile. Returns how many documents lost their bytes; none where retention is 0 days.
 */
export async function purgeRawDocuments(ctx: Context, run: RunRecorder): Promise<number> {
  const days = ctx.env.RAW_RETENTION_DAYS;
  if (days === 0) return 0;
  const before = new Date(run.clock.getTime() - days * DAY_MS);
  return run.stage(STAGE, async () => {
    let purged = 0;
    for (;;) {
      const contents = await findPurgeable(ctx.db, before, BATCH);
      const hashes = contents.map(({ hash }) => hash);
      // Marked first: a process that dies in between leaves bytes behind, never a document that is missing without a word.
      const documents = await markPurged(ctx.db, hashes, run.clock);
      for (const hash of hashes) await ctx.raw.remove(hash);
      purged += documents;
      run.count(STAGE, "done", documents);
      run.count(
        STAGE,
        "bytes",
        contents.reduce((sum, { bytes }) => sum + Number(bytes), 0),
      );
      if (contents.length < BATCH) return purged;
      await run.progress(STAGE, purged, null);
    }
  });
}
