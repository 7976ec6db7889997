import {
  confirmEmbeddings,
  countVersionsToEmbed,
  type EmbeddingRow,
  ensureVectorIndex,
  findVectorsByContent,
  findVersionsToEmbed,
  saveEmbeddings,
  type VersionToEmbed,
} from "@/lib/adapters/db/queries/embeddings";
import { EMBEDDING_TEXT_VERSION, embeddingText } from "@/lib/core/embeddings/embedding-text";
import { sha256 } from "@/lib/core/kernel/hash";
import type { Context } from "@/lib/services/context/context";
import { readingVersion } from "@/lib/services/runs/current-versions";
import type { RunRecorder } from "@/lib/services/runs/run-recorder";

const STAGE = "embed";
const BATCH = 64;
/** Texts handed to the model at once; progress and the deadline are looked at in between. */
const CHUNK = 16;

type Wanted = VersionToEmbed & { input: string; hash: string };

function textOf(ctx: Context, version: VersionToEmbed): string | null {
  const { concepts } = ctx.taxonomy();
  const skillLabels = version.skillIds.map((id) => concepts.get(id)?.en[0]).filter((label) => label !== undefined);
  const { title, text, lang } = version;
  return embeddingText({ title, text, lang, skillLabels, reads: ctx.embedder().reads });
}

/** Version of a model's vectors: its weights and the rule that picks what is embedded. */
export function modelVersionOf(ctx: Context): string {
  return `${ctx.embedder().version}+${EMBEDDING_TEXT_VERSION}`;
}

async function vectorsFor(ctx: Context, wanted: readonly Wanted[]): Promise<Map<string, readonly number[]>> {
  const embedder = ctx.embedder();
  const vectors = new Map<string, readonly number[]>(
    await findVectorsByContent(
      ctx.db,
      embedder.id,
      modelVersionOf(ctx),
      wanted.map((item) => item.hash),
    ),
  );
  const missing = [...new Map(wanted.filter((item) => !vectors.has(item.hash)).map((item) => [item.hash, item.input]))];
  for (let from = 0; from < missing.length; from += CHUNK) {
    const chunk = missing.slice(from, from + CHUNK);
    const made = await embedder.embed(chunk.map(([, input]) => input));
    chunk.forEach(([hash], index) => {
      const vector = made[index];
      if (vector !== undefined) vectors.set(hash, vector);
    });
  }
  return vectors;
}

function rowOf(ctx: Context, item: Wanted, vector: readonly number[]): EmbeddingRow {
  const { id: model } = ctx.embedder();
  return {
    subject: "posting_version",
    subjectId: item.id,
    model,
    modelVersion: modelVersionOf(ctx),
    inputVersion: readingVersion(ctx),
    contentHash: item.hash,
    vector,
    createdAt: ctx.now(),
  };
}

async function embedBatch(ctx: Context, run: RunRecorder, versions: readonly VersionToEmbed[]): Promise<void> {
  const texts = versions.map((version) => ({ version, input: textOf(ctx, version) }));
  const told = texts.flatMap(({ version, input }) =>
    input === null ? [] : [{ ...version, input, hash: sha256(input) }],
  );
  const unchanged = told.filter((item) => item.hash === item.contentHash);
  const wanted = told.filter((item) => item.hash !== item.contentHash);
  const vectors = await vectorsFor(ctx, wanted);
  const rows = wanted.flatMap((item) => {
    const vector = vectors.get(item.hash);
    return vector === undefined ? [] : [rowOf(ctx, item, vector)];
  });
  await confirmEmbeddings(
    ctx.db,
    ctx.embedder().id,
    readingVersion(ctx),
    unchanged.map((item) => item.id),
  );
  await saveEmbeddings(ctx.db, rows);
  for (const row of rows) run.outputs.add(STAGE, `${row.subjectId} ${row.contentHash}`);
  run.count(STAGE, "done", rows.length);
  run.count(STAGE, "unchanged", unchanged.length);
  run.count(STAGE, "too_little_to_embed", texts.length - told.length);
}

/**
 * Embeds the current versions of open postings that have no vector of the configured model, in batches, until none is
 * left, the cap of a run is reached, or the deadline passes. Returns whether everything was embedded. A provider that
 * fails ends the stage with a named failure: what is there stays, and matching goes on without the missing vectors.
 */
export async function embedPostings(ctx: Context, run: RunRecorder, deadline: Date | null = null): Promise<boolean> {
  return run.stage(STAGE, async () => {
    const embedder = ctx.embedder();
    const wanted = { model: embedder.id, modelVersion: modelVersionOf(ctx), inputVersion: readingVersion(ctx) };
    const total = await countVersionsToEmbed(ctx.db, wanted);
    let after = "";
    for (let done = 0; ; ) {
      const capped = done >= ctx.env.EMBEDDING_CAP_PER_RUN;
      if (capped || (deadline !== null && ctx.wallNow() >= deadline)) return false;
      const versions = await findVersionsToEmbed(ctx.db, wanted, { after, take: BATCH });
      const last = versions.at(-1);
      if (last === undefined) break;
      try {
        await embedBatch(ctx, run, versions);
      } catch (error) {
        ctx.log.error("embed.provider.failed", { model: embedder.id, error });
        run.failure({
          stage: STAGE,
          reason: "provider_failed",
          message: `The embedding model ${embedder.id} did not answer; the rest is embedded by the next run.`,
        });
        return false;
      }
      after = last.id;
      done += versions.length;
      await run.progress(STAGE, done, total);
    }
    await ensureVectorIndex(ctx.db);
    return true;
  });
}
