import { z } from "zod";
import { findSetting, saveSetting } from "@/lib/adapters/db/queries/settings";
import {
  type CandidateRow,
  fingerprintCurrentVersions,
  findEmployerNames,
  findTextsWithMentions,
  saveCandidates,
} from "@/lib/adapters/db/queries/terms";
import { hashOf } from "@/lib/core/kernel/hash";
import type { TextBlock } from "@/lib/core/postings/text-block";
import { lookupSkill } from "@/lib/core/skills/lookup-skill";
import { findCandidateTerms, TERMS_VERSION } from "@/lib/core/terms/find-candidate-terms";
import { TermTally } from "@/lib/core/terms/tally-terms";
import type { Context } from "@/lib/services/context/context";
import { readingVersion } from "@/lib/services/runs/current-versions";
import type { RunRecorder } from "@/lib/services/runs/run-recorder";
import type { TermEvidence } from "./term-evidence";

const STAGE = "terms";
const BATCH = 300;
const SETTING = "terms.collected";
/** A smaller town's name is more likely to be a tool's as well. */
const MIN_INHABITANTS = 15_000;

const blocksSchema = z.custom<TextBlock[]>((value) => Array.isArray(value));

function isPlace(ctx: Context, term: string): boolean {
  return ctx
    .knowledge()
    .gazetteer.find(term)
    .some(({ kind, population }) => kind === "region" || kind === "short" || population >= MIN_INHABITANTS);
}

/** Counts the terms of all current texts; null where the deadline passed first. */
async function tallyAll(ctx: Context, run: RunRecorder, deadline: Date | null): Promise<TermTally | null> {
  const tally = new TermTally();
  const total = await ctx.db.posting.count();
  let after = "";
  for (let done = 0; ; ) {
    if (deadline !== null && ctx.wallNow() >= deadline) return null;
    const postings = await findTextsWithMentions(ctx.db, { after, take: BATCH });
    const last = postings.at(-1);
    if (last === undefined) return tally;
    for (const { id, companyId, version, mentions } of postings) {
      if (version === null) continue;
      const blocks = blocksSchema.parse(version.blocks);
      const found = findCandidateTerms({ text: version.text, blocks, mentions });
      tally.add({ id, employer: companyId, text: version.text }, found);
    }
    after = last.id;
    done += postings.length;
    await run.progress(STAGE, Math.min(done, total), total);
  }
}

async function candidatesOf(ctx: Context, tally: TermTally): Promise<CandidateRow[]> {
  const { matcher } = ctx.taxonomy();
  const kept = tally.kept().filter(({ term }) => lookupSkill(matcher, term) === null && !isPlace(ctx, term));
  const employers = await findEmployerNames(
    ctx.db,
    kept.map(({ key }) => key),
  );
  const at = ctx.now();
  return kept
    .filter(({ key }) => !employers.has(key))
    .map(({ key, term, postings, employers, examples }) => {
      const evidence: TermEvidence = { employers, examples };
      return { key, term, postings, examples: evidence, firstSeenAt: at, lastSeenAt: at };
    });
}

/**
 * Counts the terms that current postings use like skills and that the taxonomy does not have, and keeps those of at least three postings
 * of two employers. All are counted anew, so that the result depends on the postings alone, and nothing is done where neither they nor
 * the rules have changed since. Returns whether it came to its end; stopped by the deadline it leaves everything as it was.
 */
export async function collectTerms(ctx: Context, run: RunRecorder, deadline: Date | null = null): Promise<boolean> {
  return run.stage(STAGE, async () => {
    const state = hashOf([TERMS_VERSION, readingVersion(ctx), await fingerprintCurrentVersions(ctx.db)]);
    if ((await findSetting(ctx.db, SETTING)) === state) return true;
    const tally = await tallyAll(ctx, run, deadline);
    if (tally === null) return false;
    const rows = await candidatesOf(ctx, tally);
    await ctx.db.$transaction(async (tx) => {
      await saveCandidates(tx, rows);
      await saveSetting(tx, { key: SETTING, value: state, at: ctx.wallNow() });
    });
    run.count(STAGE, "candidates", rows.length);
    return true;
  });
}
