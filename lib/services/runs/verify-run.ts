import { findKeptListings, findRunDocuments } from "@/lib/adapters/db/queries/run-documents";
import { checkContent } from "@/lib/adapters/storage/check-content";
import { ContentProblem } from "@/lib/adapters/storage/content-store";
import { AppError } from "@/lib/core/kernel/app-error";
import { checkCounts, checkLines, type CountMismatch, LineCounts } from "@/lib/core/pipeline/check-counts";
import { describeFinding } from "@/lib/core/pipeline/replay-outcome";
import { type ManifestLine, outputsOf } from "@/lib/core/pipeline/run-manifest";
import { StageHashes } from "@/lib/core/pipeline/stage-hashes";
import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";
import { type KeptManifest, manifestOf, readManifest, recordedHashes } from "./run-artefacts";
import { isUnderWay, stageCounts } from "./run-view";

const PAGE = 200;
const KEPT_FINDINGS = 100;
/** Stages whose outputs stand in the manifest line by line. */
const LISTED = ["parse", "postings", "life", "enrich"] as const;

/** One thing that is not as the run recorded it; a purged document is said, and is no fault. */
export type VerifyFinding = {
  what:
    | "manifest_missing"
    | "manifest_changed"
    | "manifest_damaged"
    | "manifest_size"
    | "manifest_line"
    | "document_missing"
    | "document_changed"
    | "document_damaged"
    | "document_purged"
    | "document_size"
    | "documents_differ"
    | "document_not_noted"
    | "listing_missing"
    | "stage_differs"
    | "count_differs";
  /** The raw document, listing or stage that it is about. */
  id: string | null;
  url: string | null;
  expected: string | null;
  found: string | null;
  message: string;
};

export type VerifyReport = {
  runId: string;
  outcome: "whole" | "faulty";
  manifest: KeptManifest | null;
  documents: { noted: number; whole: number; purged: number };
  adverts: number;
  /** At most 100 of `findingCount`. */
  findings: VerifyFinding[];
  findingCount: number;
};

type Check = {
  ctx: Context;
  runId: string;
  findings: VerifyFinding[];
  faults: number;
  documents: { noted: number; whole: number; purged: number };
  notedIds: Set<string>;
  lines: LineCounts;
  outputs: StageHashes;
  inputs: StageHashes;
};

function find(check: Check, finding: Pick<VerifyFinding, "what" | "message"> & Partial<VerifyFinding>): void {
  if (finding.what !== "document_purged") check.faults += 1;
  if (check.findings.length >= KEPT_FINDINGS) return;
  check.findings.push({ id: null, url: null, expected: null, found: null, ...finding });
}

async function checkDocument(
  check: Check,
  document: { id: string; url: string; contentHash: string; bytes: number; purgedAt: Date | null },
): Promise<void> {
  const { id, url, contentHash: expected, bytes, purgedAt } = document;
  const kept = await checkContent(check.ctx.raw, expected);
  if (purgedAt !== null && kept.fault === "missing") {
    check.documents.purged += 1;
    const message = describeFinding({ id, url, fault: "purged", expected, found: null });
    find(check, { what: "document_purged", id, url, expected, message });
    return;
  }
  if (kept.fault !== null) {
    const { fault, found } = kept;
    const message = describeFinding({ id, url, fault, expected, found });
    find(check, { what: `document_${fault}`, id, url, expected, found, message });
    return;
  }
  if (kept.bytes !== bytes) {
    const message = `The raw document ${id} (${url}) has ${kept.bytes} bytes; its row says ${bytes}.`;
    find(check, { what: "document_size", id, url, expected: String(bytes), found: String(kept.bytes), message });
    return;
  }
  check.documents.whole += 1;
}

async function checkDocuments(check: Check): Promise<void> {
  for (let after = -1; ; ) {
    const rows = await findRunDocuments(check.ctx.db, check.runId, { after, take: PAGE });
    for (const { rawDocument, how, rawDocumentId } of rows) {
      check.inputs.add("documents", `${how} ${rawDocumentId}`);
      if (check.notedIds.has(rawDocumentId)) continue;
      check.documents.noted += 1;
      check.notedIds.add(rawDocumentId);
      await checkDocument(check, rawDocument);
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.seq;
  }
}

/** Whether the rows that the adverts of a manifest speak of are there. */
async function checkRows(check: Check, adverts: Extract<ManifestLine, { kind: "advert" }>[]): Promise<void> {
  const kept = await findKeptListings(check.ctx.db, [...new Set(adverts.map((line) => line.listing))]);
  for (const { listing, externalId, document } of adverts) {
    if (!kept.has(listing))
      find(check, {
        what: "listing_missing",
        id: listing,
        message: `The listing ${externalId} is not stored any more.`,
      });
    if (!check.notedIds.has(document)) {
      const message = `The advert ${externalId} names the raw document ${document}, which the run did not note.`;
      find(check, { what: "document_not_noted", id: document, message });
    }
  }
}

async function checkManifest(check: Check, manifest: KeptManifest): Promise<void> {
  let waiting: Extract<ManifestLine, { kind: "advert" }>[] = [];
  let lines = 0;
  try {
    for await (const line of readManifest(check.ctx, manifest)) {
      lines += 1;
      if (line === null) {
        find(check, { what: "manifest_line", message: `Line ${lines} of the manifest cannot be read.` });
        continue;
      }
      check.lines.take(line);
      for (const [stage, item] of outputsOf(line)) check.outputs.add(stage, item);
      if (line.kind === "advert") waiting.push(line);
      if (waiting.length < PAGE) continue;
      await checkRows(check, waiting);
      waiting = [];
    }
    await checkRows(check, waiting);
  } catch (error) {
    if (!(error instanceof ContentProblem)) throw error;
    const { fault, expected, found } = error;
    const message = describeFinding({ id: null, url: null, fault, expected, found });
    find(check, { what: `manifest_${fault}`, expected, found, message });
    return;
  }
  const kept = await checkContent(check.ctx.raw, manifest.hash);
  if (lines !== manifest.lines || (kept.fault === null && kept.bytes !== manifest.bytes))
    find(check, {
      what: "manifest_size",
      expected: `${manifest.lines} lines, ${manifest.bytes} bytes`,
      found: `${lines} lines`,
      message: "The manifest has another size than the run recorded.",
    });
}

function tellCounts(check: Check, mismatches: readonly CountMismatch[]): void {
  for (const { what, expected, found } of mismatches) {
    const message = `The figures for ${what} do not agree: ${expected} and ${found}.`;
    find(check, { what: "count_differs", id: what, expected: String(expected), found: String(found), message });
  }
}

function checkHashes(check: Check, recorded: ReturnType<typeof recordedHashes>): void {
  const noted = check.inputs.stages()["documents"]?.hash ?? null;
  const documents = recorded.inputs["documents"]?.hash ?? null;
  if (noted !== documents)
    find(check, {
      what: "documents_differ",
      expected: documents,
      found: noted,
      message: "The documents that are noted for the run are not those that it read.",
    });
  const found = check.outputs.stages();
  for (const stage of LISTED) {
    const [then, now] = [recorded.outputs[stage]?.hash ?? null, found[stage]?.hash ?? null];
    if (then === now) continue;
    const message = `The manifest's lines do not give the recorded hash of the stage ${stage}.`;
    find(check, { what: "stage_differs", id: stage, expected: then, found: now, message });
  }
}

/**
 * Checks what a run left: its manifest and every raw document are there with the bytes of their hashes and the recorded sizes, the rows
 * that they speak of exist, the hashes of the stages follow from the manifest, and the counts add up. Nothing is changed. Throws
 * `not_found`, and `conflict` while the run goes on.
 */
export async function verifyRun(ctx: Context, id: string): Promise<VerifyReport> {
  adminOnly(ctx);
  const run = await ctx.db.run.findUnique({ where: { id } });
  if (run === null) throw new AppError("not_found", `There is no run ${id}. "run list" shows the newest.`);
  if (isUnderWay(run.status)) throw new AppError("conflict", "This run has not ended yet; verify it when it has.");
  const manifest = manifestOf(run);
  const check: Check = {
    ctx,
    runId: id,
    findings: [],
    faults: 0,
    documents: { noted: 0, whole: 0, purged: 0 },
    notedIds: new Set(),
    lines: new LineCounts(),
    outputs: new StageHashes(),
    inputs: new StageHashes(),
  };
  const counts = stageCounts(run.counts);
  await checkDocuments(check);
  tellCounts(check, checkCounts(counts));
  if (manifest !== null) {
    await checkManifest(check, manifest);
    const usable = !check.findings.some(({ what }) => what.startsWith("manifest_"));
    if (usable) tellCounts(check, checkLines(counts, check.lines));
    if (usable) checkHashes(check, recordedHashes(run));
  }
  const { documents, findings, faults } = check;
  return {
    runId: id,
    outcome: faults === 0 ? "whole" : "faulty",
    manifest,
    documents,
    adverts: check.lines.adverts,
    findings,
    findingCount: faults + documents.purged,
  };
}
