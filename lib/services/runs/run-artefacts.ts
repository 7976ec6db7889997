import { createHash } from "node:crypto";
import { z } from "zod";
import { splitLines } from "@/lib/adapters/sources/file/split-lines";
import { ContentProblem } from "@/lib/adapters/storage/content-store";
import { type ManifestLine, manifestLine } from "@/lib/core/pipeline/run-manifest";
import type { ReplayComparison } from "@/lib/core/pipeline/replay-comparison";
import type { ContentFinding } from "@/lib/core/pipeline/replay-outcome";
import type { Context } from "@/lib/services/context/context";

const keptLines = z.object({ hash: z.string(), bytes: z.number(), lines: z.number() });
const artefactsShape = z.object({ manifest: keptLines.nullable().catch(null).default(null) });
const hashes = z.record(z.string(), z.object({ hash: z.string(), items: z.number() }));
const hashesShape = z.object({
  hashes: z.object({ inputs: hashes.catch({}), outputs: hashes.catch({}) }),
});

export type KeptManifest = z.output<typeof keptLines>;
export type RecordedHashes = z.output<typeof hashesShape>["hashes"];

/** Where a run's manifest is kept; null for runs that left none. */
export function manifestOf(run: { artefacts: unknown }): KeptManifest | null {
  return artefactsShape.catch({ manifest: null }).parse(run.artefacts ?? {}).manifest;
}

/** The hashes of a run's stages as recorded; none for runs older than them. */
export function recordedHashes(run: { report: unknown }): RecordedHashes {
  const parsed = hashesShape.safeParse(run.report);
  return parsed.success ? parsed.data.hashes : { inputs: {}, outputs: {} };
}

/** Longest line of a manifest: a source's parameters at most. */
const MAX_LINE_BYTES = 1_000_000;

async function* hashed(chunks: AsyncIterable<unknown>, digest: ReturnType<typeof createHash>) {
  for await (const chunk of chunks) {
    if (!(chunk instanceof Uint8Array)) continue;
    digest.update(chunk);
    yield chunk;
  }
}

function toLine(bytes: Uint8Array): ManifestLine | null {
  try {
    const parsed = manifestLine.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/**
 * The lines of a run's manifest, one after another; a line that is none is null. Throws a `ContentProblem` where it is missing, or, at
 * the end, where it is not what the run left.
 */
export async function* readManifest(ctx: Context, manifest: KeptManifest): AsyncGenerator<ManifestLine | null> {
  if (!(await ctx.raw.has(manifest.hash))) throw new ContentProblem("missing", manifest.hash);
  const digest = createHash("sha256");
  try {
    for await (const line of splitLines(hashed(ctx.raw.open(manifest.hash), digest), MAX_LINE_BYTES)) {
      if (line.kind === "oversized") yield null;
      else if (line.bytes.byteLength > 0) yield toLine(line.bytes);
    }
  } catch (error) {
    throw error instanceof ContentProblem ? error : new ContentProblem("damaged", manifest.hash);
  }
  const found = digest.digest("hex");
  if (found !== manifest.hash) throw new ContentProblem("changed", manifest.hash, found);
}

/** What a manifest says of how documents were read: instants in the order of reading, and parameters of the sources. */
export type ManifestNotes = {
  readAs: Map<string, Date[]>;
  params: Map<string, { adapter: string; version: number | null; params: Readonly<Record<string, unknown>> }>;
};

function note(notes: ManifestNotes, line: ManifestLine): void {
  if (line.kind === "source")
    notes.params.set(line.source, { adapter: line.adapter, version: line.version ?? null, params: line.params });
  if (line.kind !== "document") return;
  const instants = notes.readAs.get(line.document) ?? [];
  instants.push(new Date(line.readAs));
  notes.readAs.set(line.document, instants);
}

/** Tells a comparison every line of a manifest. A manifest that is not what the run left is a finding. */
export async function expectManifest(
  ctx: Context,
  manifest: KeptManifest,
  comparison: ReplayComparison,
): Promise<{ kind: "whole"; notes: ManifestNotes } | { kind: "unusable"; finding: ContentFinding }> {
  const notes: ManifestNotes = { readAs: new Map(), params: new Map() };
  try {
    for await (const line of readManifest(ctx, manifest)) {
      if (line === null) continue;
      comparison.expect(line);
      note(notes, line);
    }
    return { kind: "whole", notes };
  } catch (error) {
    if (!(error instanceof ContentProblem)) throw error;
    const { fault, expected, found } = error;
    return { kind: "unusable", finding: { id: null, url: null, fault, expected, found } };
  }
}
