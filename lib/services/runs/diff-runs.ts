import { AppError } from "@/lib/core/kernel/app-error";
import { DIFF_KINDS, type DiffKind, diffPosting } from "@/lib/core/pipeline/diff-postings";
import { PostingChanges } from "@/lib/core/pipeline/posting-changes";
import type { VersionChange } from "@/lib/core/pipeline/replay-outcome";
import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";
import { compareVersions } from "./compare-versions";
import { findPostingNames, loadAliases } from "./posting-names";
import { manifestOf, readManifest } from "./run-artefacts";
import { stageCounts } from "./run-view";

/** One posting, as it is identified today, that stands otherwise in run B than in run A. */
export type PostingDiff = {
  posting: string;
  diff: DiffKind;
  title: string | null;
  company: string | null;
};

export type RunDiff = {
  a: string;
  b: string;
  /** How many postings stand how; those that stand the same are counted too. */
  counts: Record<DiffKind, number>;
  /** Every counter that the two runs have, side by side; null where a run does not have it. */
  stages: { stage: string; counter: string; a: number | null; b: number | null }[];
  versions: VersionChange[];
  postings: PostingDiff[];
};

async function loadRun(ctx: Context, id: string, aliases: ReadonlyMap<string, string>) {
  const run = await ctx.db.run.findUnique({ where: { id } });
  if (run === null) throw new AppError("not_found", `There is no run ${id}. "run list" shows the newest.`);
  const manifest = manifestOf(run);
  if (manifest === null)
    throw new AppError("invalid_input", `The run ${id} left no manifest: it touched no adverts, or was cut off.`);
  const changes = new PostingChanges();
  const contents = new Map<string, Map<string, string>>();
  for await (const line of readManifest(ctx, manifest)) {
    if (line === null) continue;
    changes.take(line);
    if (line.kind !== "advert") continue;
    const posting = aliases.get(line.posting) ?? line.posting;
    const known = contents.get(posting) ?? new Map<string, string>();
    contents.set(posting, known.set(line.listing, line.content));
  }
  return { run, changes: changes.joined(aliases), contents };
}

type Loaded = Awaited<ReturnType<typeof loadRun>>;

function sideBySide(a: Loaded, b: Loaded): RunDiff["stages"] {
  const [before, after] = [stageCounts(a.run.counts), stageCounts(b.run.counts)];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((stage) => {
    const counters = [...new Set([...Object.keys(before[stage] ?? {}), ...Object.keys(after[stage] ?? {})])].sort();
    return counters.map((counter) => ({
      stage,
      counter,
      a: before[stage]?.[counter] ?? null,
      b: after[stage]?.[counter] ?? null,
    }));
  });
}

/**
 * What stands otherwise in run B than in run A, by posting, with their counts side by side and the versions that differ. Throws
 * `not_found`, and `invalid_input` where a run left no manifest.
 */
export async function diffRuns(ctx: Context, aId: string, bId: string): Promise<RunDiff> {
  adminOnly(ctx);
  const aliases = await loadAliases(ctx);
  const [a, b] = [await loadRun(ctx, aId, aliases), await loadRun(ctx, bId, aliases)];
  const ids = new Set([...a.contents.keys(), ...b.contents.keys(), ...b.changes.entries().map(([id]) => id)]);
  const counts: Record<DiffKind, number> = {
    new: 0,
    changed: 0,
    closed: 0,
    reopened: 0,
    refreshed: 0,
    only_in_a: 0,
    only_in_b: 0,
    same: 0,
  };
  const found: { posting: string; diff: DiffKind }[] = [];
  for (const posting of ids) {
    const diff = diffPosting(posting, a, b);
    counts[diff] += 1;
    if (diff !== "same") found.push({ posting, diff });
  }
  const rank = ({ diff }: { diff: DiffKind }) => DIFF_KINDS.indexOf(diff);
  found.sort((x, y) => rank(x) - rank(y) || (x.posting < y.posting ? -1 : 1));
  const names = await findPostingNames(
    ctx,
    found.map(({ posting }) => posting),
  );
  return {
    a: aId,
    b: bId,
    counts,
    stages: sideBySide(a, b),
    versions: compareVersions(a.run, b.run),
    postings: found.map(({ posting, diff }) => {
      const name = names.get(posting);
      return { posting, diff, title: name?.title ?? null, company: name?.company ?? null };
    }),
  };
}
