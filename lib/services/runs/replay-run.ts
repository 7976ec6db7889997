import { findAdapter } from "@/lib/adapters/sources/registry";
import { AppError } from "@/lib/core/kernel/app-error";
import { ReplayComparison, type ReplayDifference, type StageComparison } from "@/lib/core/pipeline/replay-comparison";
import {
  type ContentFinding,
  describeFinding,
  type ReplayOutcome,
  replayOutcome,
  replayReasons,
  shapingVersions,
  type VersionChange,
} from "@/lib/core/pipeline/replay-outcome";
import type { RunTrigger } from "@/lib/core/pipeline/run-report";
import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";
import { compareVersions } from "./compare-versions";
import { currentVersions } from "./current-versions";
import { readDocumentsAgain } from "./replay-documents";
import { expectManifest, type ManifestNotes, manifestOf, recordedHashes } from "./run-artefacts";
import type { RunRecorder } from "./run-recorder";
import { isUnderWay } from "./run-view";
import { gitRevision, withRun } from "./with-run";

const STAGE = "replay";

/** What a replay found; also in the report of the run that it is registered as. */
export type ReplayReport = {
  replayOf: string;
  outcome: ReplayOutcome;
  /** Sentences, the expected reason first; none where all is identical. */
  reasons: string[];
  /** Other versions now than then of what shapes the recomputed. */
  versions: VersionChange[];
  documents: number;
  adverts: number;
  readings: number;
  /** Adverts whose documents could not be read, and readings of versions from other runs' documents: neither was recomputed. */
  advertsSetAside: number;
  readingsElsewhere: number;
  /** Hashes then and now of what is recomputed: documents, parse, postings, enrich. */
  stages: StageComparison[];
  /** At most 100, as `differences`. */
  findings: ContentFinding[];
  findingCount: number;
  differences: ReplayDifference[];
  differenceCount: number;
};

async function replayable(ctx: Context, id: string) {
  const run = await ctx.db.run.findUnique({ where: { id } });
  if (run === null) throw new AppError("not_found", `There is no run ${id}. "run list" shows the newest.`);
  if (isUnderWay(run.status)) throw new AppError("conflict", "This run has not ended yet; replay it when it has.");
  const manifest = manifestOf(run);
  const documents = await ctx.db.runDocument.count({ where: { runId: id } });
  if (documents === 0)
    throw new AppError("invalid_input", "This run read no raw documents; there is nothing to replay.");
  if (manifest === null || run.clock === null)
    throw new AppError(
      "invalid_input",
      "This run left no manifest: it was cut off, or is older than manifests. There is nothing to compare with.",
    );
  return { ...run, clock: run.clock, manifest, documents };
}

type Replayable = Awaited<ReturnType<typeof replayable>>;

function versionsOf(ctx: Context, run: Replayable, notes: ManifestNotes): VersionChange[] {
  const now = { versions: currentVersions(ctx), gitRevision: gitRevision() };
  return [...shapingVersions(compareVersions(run, now)), ...parserChanges(notes)];
}

/** The adapters that had another version when the run was made; nothing is said of runs that recorded none. */
function parserChanges(notes: ManifestNotes): VersionChange[] {
  const changes = new Map<string, VersionChange>();
  for (const { adapter, version } of notes.params.values()) {
    const now = findAdapter(adapter)?.version ?? null;
    if (version === null || version === now) continue;
    const name = `adapter ${adapter}`;
    changes.set(name, { name, then: String(version), now: now === null ? "none" : String(now) });
  }
  return [...changes.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function tell(run: RunRecorder, report: ReplayReport): void {
  for (const finding of report.findings)
    run.failure({
      stage: STAGE,
      reason: `document_${finding.fault}`,
      message: describeFinding(finding),
      url: finding.url,
      detail: finding,
    });
  for (const difference of report.differences) {
    const { what, externalId, document, then, now } = difference;
    const message = `${externalId ?? document ?? ""}: then ${then ?? "nothing"}, now ${now ?? "nothing"}.`;
    run.failure({ stage: STAGE, reason: what, message, detail: difference });
  }
  run.report["replay"] = report;
}

async function recompute(ctx: Context, run: RunRecorder, original: Replayable): Promise<ReplayReport> {
  const comparison = new ReplayComparison();
  const recorded = recordedHashes(original);
  const expected = await expectManifest(ctx, original.manifest, comparison);
  const notes: ManifestNotes = expected.kind === "whole" ? expected.notes : { readAs: new Map(), params: new Map() };
  const read =
    expected.kind === "whole"
      ? await readDocumentsAgain(ctx, run, original, { comparison, notes, total: original.documents })
      : { findings: [expected.finding], findingCount: 1, documents: 0, adverts: 0, readings: 0, inputs: null };
  const { stages, ...left } =
    expected.kind === "whole"
      ? comparison.finish(recorded.outputs)
      : { stages: [], advertsSetAside: 0, readingsElsewhere: 0 };
  const [then, now] = [recorded.inputs["documents"] ?? null, read.inputs];
  const documents = { stage: "documents", same: then !== null && then.hash === now?.hash, then, now };
  const allStages = [documents, ...stages];
  const { findings, findingCount } = read;
  const { differences, differenceCount } = comparison;
  const outcome = replayOutcome({ findings, differenceCount, stagesDiffer: allStages.some((stage) => !stage.same) });
  const changes = versionsOf(ctx, original, notes);
  return {
    replayOf: original.id,
    outcome,
    reasons: replayReasons({ outcome, changes, findings, findingCount, differenceCount }),
    versions: changes,
    documents: read.documents,
    adverts: read.adverts,
    readings: read.readings,
    ...left,
    stages: allStages,
    findings,
    findingCount,
    differences,
    differenceCount,
  };
}

/**
 * Recomputes a run from its raw documents, without any request and without writing to postings, and sets the result against what the
 * run recorded. It is registered as a run itself. Throws `not_found`, `conflict` while the run goes on, and `invalid_input` where it
 * read nothing or left no manifest.
 */
export async function replayRun(
  ctx: Context,
  id: string,
  options: { trigger: RunTrigger; runId?: string | undefined },
): Promise<{ runId: string; status: string; result: ReplayReport }> {
  adminOnly(ctx);
  const original = await replayable(ctx, id);
  return withRun(ctx, { ...replaySpec(id, options.trigger), runId: options.runId }, (run) =>
    run.stage(STAGE, async () => {
      const report = await recompute(ctx, run, original);
      tell(run, report);
      return report;
    }),
  );
}

/** How a replay is registered. */
export function replaySpec(id: string, trigger: RunTrigger) {
  return { kind: "replay" as const, trigger, leaseKey: `replay:${id}`, replayOfId: id, input: { replayOf: id } };
}
