import {
  countUnreadVersions,
  findUnreadVersions,
  type MentionRow,
  type PostingFacts,
  saveReadings,
  type SkillRow,
  syncAnnualPay,
  syncFacts,
  type VersionReading,
  type VersionScope,
} from "@/lib/adapters/db/queries/enrichment";
import { lockPostingWrites } from "@/lib/adapters/db/queries/leases";
import type { PostingReading } from "@/lib/core/postings/read-posting";
import type { Context } from "@/lib/services/context/context";
import { readingVersion } from "@/lib/services/runs/current-versions";
import type { RunRecorder } from "@/lib/services/runs/run-recorder";
import { readingHash, readVersion, readVersions } from "./read-version";
import { yearlyWorths } from "@/lib/services/rates/yearly-worths";
import { linkOccupations } from "./link-occupations";
import { syncOccupations } from "./sync-occupations";
import { syncSkills } from "./sync-skills";

const STAGE = "enrich";
const BATCH = 200;

type Unread = Awaited<ReturnType<typeof findUnreadVersions>>[number];

function factsOf(versionId: string, reading: PostingReading): PostingFacts {
  return {
    currentVersionId: versionId,
    lang: reading.lang,
    seniority: reading.seniority,
    yearsMin: reading.yearsMin,
    workplace: reading.workplace,
    employmentType: reading.employmentType,
    country: reading.country,
    eligibility: [...(reading.eligibility?.countries ?? []), ...(reading.eligibility?.regions ?? [])],
    occupationId: reading.occupation?.id ?? null,
    salaryMin: reading.salary?.min ?? null,
    salaryMax: reading.salary?.max ?? null,
    salaryCurrency: reading.salary?.currency ?? null,
    salaryPeriod: reading.salary?.period ?? null,
    skillIds: reading.skills.map((skill) => skill.id).sort(),
  };
}

function skillRows(versionId: string, reading: PostingReading): SkillRow[] {
  return reading.skills.map(({ id, requirement, confidence, method }) => ({
    versionId,
    skillId: id,
    requirement,
    confidence,
    method,
  }));
}

function mentionRows(versionId: string, reading: PostingReading): MentionRow[] {
  return reading.skills.flatMap(({ id, mentions }) =>
    mentions.map(({ field, start, end }) => ({ versionId, skillId: id, field, start, end })),
  );
}

function withoutSkills(reading: PostingReading): Partial<PostingReading> {
  const fields: Partial<PostingReading> = { ...reading };
  delete fields.skills;
  return fields;
}

type Read = { version: Unread; reading: PostingReading };

function readAlone(ctx: Context, run: RunRecorder, version: Unread): Read[] {
  try {
    return [{ version, reading: readVersion(ctx.knowledge(), version) }];
  } catch (error) {
    ctx.log.error("enrich.item.crashed", { versionId: version.id, error });
    run.failure({ stage: STAGE, reason: "crash", message: `Posting version ${version.id} could not be read.` });
    return [];
  }
}

/** The versions with their readings; one that cannot be read is left out, told of, and keeps no other from being read. */
function readTogether(ctx: Context, run: RunRecorder, versions: readonly Unread[]): Read[] {
  try {
    const readings = readVersions(ctx.knowledge(), versions);
    return versions.flatMap((version, at) => {
      const reading = readings[at];
      return reading === undefined ? [] : [{ version, reading }];
    });
  } catch {
    return versions.flatMap((version) => readAlone(ctx, run, version));
  }
}

async function enrichBatch(ctx: Context, run: RunRecorder, versions: readonly Unread[]): Promise<void> {
  const current = readingVersion(ctx);
  const rows = {
    versions: [] as VersionReading[],
    skills: [] as SkillRow[],
    mentions: [] as MentionRow[],
    facts: [] as PostingFacts[],
  };
  for (const { version, reading } of readTogether(ctx, run, versions)) {
    rows.versions.push({ id: version.id, readingVersion: current, reading: withoutSkills(reading) });
    rows.skills.push(...skillRows(version.id, reading));
    rows.mentions.push(...mentionRows(version.id, reading));
    rows.facts.push(factsOf(version.id, reading));
    run.inputs.add(STAGE, version.id);
    run.line({ kind: "read", version: version.id, reading: readingHash(reading) });
    run.count(STAGE, "skills", reading.skills.length);
  }
  await ctx.db.$transaction(async (tx) => {
    await lockPostingWrites(tx);
    await saveReadings(tx, rows);
  });
  run.count(STAGE, "done", rows.versions.length);
}

/** Which versions are read: also those that postings had before their current one, and at most how many. */
export type EnrichScope = { versions: VersionScope; limit: number };

/** Reads what is out of date, in batches; false where the deadline passed first. */
async function readOutdated(
  ctx: Context,
  run: RunRecorder,
  deadline: Date | null,
  { versions: scope, limit }: EnrichScope,
): Promise<boolean> {
  const current = readingVersion(ctx);
  const total = Math.min(limit, await countUnreadVersions(ctx.db, current, scope));
  let after = "";
  for (let done = 0; done < limit; ) {
    if (deadline !== null && ctx.wallNow() >= deadline) return false;
    const versions = await findUnreadVersions(ctx.db, current, { after, take: Math.min(BATCH, limit - done), scope });
    const last = versions.at(-1);
    if (last === undefined) return true;
    await enrichBatch(ctx, run, versions);
    after = last.id;
    done += versions.length;
    await run.progress(STAGE, Math.min(total, done), total);
  }
  return true;
}

/**
 * Reads every posting version whose reading is missing or out of date, or those of a scope, in batches, until none is left or the
 * deadline passes. Returns whether all of the scope was read.
 */
export async function enrichPostings(
  ctx: Context,
  run: RunRecorder,
  deadline: Date | null = null,
  scope: EnrichScope = { versions: "all", limit: Infinity },
): Promise<boolean> {
  return run.stage(STAGE, async () => {
    await syncSkills(ctx);
    await syncOccupations(ctx);
    const current = readingVersion(ctx);
    if (!(await readOutdated(ctx, run, deadline, scope))) return false;
    const linked = await linkOccupations(ctx);
    if (linked > 0) run.count(STAGE, "occupations", linked);
    // Read before the transaction: one that asks a second connection waits for itself where there is only one.
    const worths = await yearlyWorths(ctx);
    await ctx.db.$transaction(async (tx) => {
      await lockPostingWrites(tx);
      await syncFacts(tx, current);
      await syncAnnualPay(tx, worths);
    });
    return true;
  });
}
