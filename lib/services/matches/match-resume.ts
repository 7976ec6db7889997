import { z } from "zod";
import { findVectors, saveEmbeddings } from "@/lib/adapters/db/queries/embeddings";
import { loadMatchPostings, type MatchVersion } from "@/lib/adapters/db/queries/match-postings";
import { type MatchRow, replaceMatches } from "@/lib/adapters/db/queries/matches";
import { embeddingText } from "@/lib/core/embeddings/embedding-text";
import { maskPersonalData } from "@/lib/core/embeddings/mask-personal-data";
import { AppError } from "@/lib/core/kernel/app-error";
import { derivedId } from "@/lib/core/kernel/derived-id";
import { hashOf, sha256 } from "@/lib/core/kernel/hash";
import type { CorpusStatistics, MatchResult, Weights } from "@/lib/core/matching/match-types";
import { type PreparedResume, prepareResume } from "@/lib/core/matching/prepare-resume";
import { compareMatches } from "@/lib/core/matching/rank-matches";
import { scorePrepared } from "@/lib/core/matching/score-match";
import { DEFAULT_WEIGHTS, MATCH_VERSION, weightsInput } from "@/lib/core/matching/weights";
import { distributionOf } from "@/lib/core/pipeline/run-report";
import type { Profile } from "@/lib/core/resumes/profile";
import type { Context } from "@/lib/services/context/context";
import { modelVersionOf } from "@/lib/services/embeddings/embed-postings";
import { readingVersion } from "@/lib/services/runs/current-versions";
import type { RunRecorder } from "@/lib/services/runs/run-recorder";
import { loadStatistics } from "./corpus-statistics";
import { toMatchPosting } from "./match-posting";

const STAGE = "match";
const BATCH = 300;
/** Ranked matches kept for each résumé; any other posting is scored when its page is opened. */
export const MATCHES_KEPT = 500;

const storedProfile = z.custom<Profile>(
  (value) => typeof value === "object" && value !== null && "skills" in value && "text" in value,
);

/** A résumé version ready to be matched, with whose it is and the weights that its owner set. */
export type LoadedResume = {
  id: string;
  userId: string;
  contentHash: string;
  weights: Weights;
  prepared: PreparedResume;
};

async function resumeVector(ctx: Context, id: string, profile: Profile): Promise<readonly number[] | null> {
  const embedder = ctx.embedder();
  const { concepts } = ctx.taxonomy();
  const input = embeddingText({
    title: profile.positions[0]?.title ?? "",
    text: profile.text,
    lang: profile.lang,
    skillLabels: profile.skills.map((skill) => concepts.get(skill.id)?.en[0] ?? skill.label),
    reads: embedder.reads,
  });
  if (input === null) return null;
  const masked = maskPersonalData(input, { name: profile.name });
  const contentHash = sha256(masked);
  const key = { subject: "resume_version" as const, model: embedder.id };
  const row = await ctx.db.embedding.findUnique({
    where: { subject_subjectId_model: { ...key, subjectId: id } },
    select: { contentHash: true, modelVersion: true },
  });
  if (row?.contentHash === contentHash && row.modelVersion === modelVersionOf(ctx))
    return (await findVectors(ctx.db, key, [id])).get(id) ?? null;
  const [vector] = await embedder.embed([masked]);
  if (vector === undefined) return null;
  await saveEmbeddings(ctx.db, [
    {
      ...key,
      subjectId: id,
      modelVersion: modelVersionOf(ctx),
      inputVersion: readingVersion(ctx),
      contentHash,
      vector,
      createdAt: ctx.now(),
    },
  ]);
  return vector;
}

/** A résumé without its vector is still matched: the semantic part is then unknown. */
async function vectorOrNone(ctx: Context, id: string, profile: Profile): Promise<readonly number[] | null> {
  return resumeVector(ctx, id, profile).catch((error: unknown) => {
    ctx.log.error("resume.embedding.failed", { resumeVersionId: id, error });
    return null;
  });
}

/** Loads a résumé version for matching. Throws `not_found` where it is not there. */
export async function loadResumeForMatch(ctx: Context, resumeVersionId: string): Promise<LoadedResume> {
  const version = await ctx.db.resumeVersion.findFirst({
    where: { id: resumeVersionId, resume: { deletedAt: null } },
    select: {
      id: true,
      profile: true,
      contentHash: true,
      resume: { select: { userId: true, user: { select: { weights: true } } } },
    },
  });
  if (version === null) throw new AppError("not_found", "This résumé is not there any more.");
  const profile = storedProfile.parse(version.profile);
  const weights = weightsInput.safeParse(version.resume.user.weights);
  return {
    id: version.id,
    userId: version.resume.userId,
    contentHash: version.contentHash,
    weights: weights.success ? weights.data : DEFAULT_WEIGHTS,
    prepared: prepareResume({ profile, embedding: await vectorOrNone(ctx, version.id, profile) }, ctx.now()),
  };
}

type Scored = { result: MatchResult; version: MatchVersion; embedded: boolean };

function inputsHash(ctx: Context, resume: LoadedResume, scored: Scored, statistics: CorpusStatistics): string {
  return hashOf({
    resume: resume.contentHash,
    posting: scored.version.contentHash,
    reading: scored.version.readingVersion,
    embedding: scored.embedded ? [ctx.embedder().id, modelVersionOf(ctx)] : null,
    weights: resume.weights,
    statistics: statistics.version,
    match: MATCH_VERSION,
    month: ctx.now().toISOString().slice(0, 7),
  });
}

function toRow(
  ctx: Context,
  run: RunRecorder,
  resume: LoadedResume,
  scored: Scored,
  statistics: CorpusStatistics,
): MatchRow {
  const { result, version } = scored;
  return {
    id: derivedId("match", resume.id, result.postingId),
    userId: resume.userId,
    resumeVersionId: resume.id,
    postingId: result.postingId,
    postingVersionId: version.id,
    score: result.score,
    band: result.band,
    confidence: result.confidence,
    parts: result.parts,
    evidence: result.evidence,
    weights: resume.weights,
    matchVersion: MATCH_VERSION,
    statisticsVersion: statistics.version,
    embeddingModel: scored.embedded ? ctx.embedder().id : null,
    inputsHash: inputsHash(ctx, resume, scored, statistics),
    computedAt: ctx.now(),
    runId: run.runId,
  };
}

function keepBest(kept: Scored[]): Scored[] {
  return kept.sort((a, b) => compareMatches(a.result, b.result)).slice(0, MATCHES_KEPT);
}

async function scoreAll(
  ctx: Context,
  run: RunRecorder,
  resume: LoadedResume,
  statistics: CorpusStatistics,
): Promise<{ best: Scored[]; scores: number[] }> {
  const { concepts } = ctx.taxonomy();
  const scores: number[] = [];
  let best: Scored[] = [];
  for (let after = ""; ; ) {
    const postings = await loadMatchPostings(ctx.db, { after, take: BATCH });
    const last = postings.at(-1);
    if (last === undefined) return { best: keepBest(best), scores };
    const vectors = await findVectors(
      ctx.db,
      { subject: "posting_version", model: ctx.embedder().id },
      postings.map(({ version }) => version.id),
    );
    for (const { postingId, version } of postings) {
      const embedding = vectors.get(version.id) ?? null;
      const posting = toMatchPosting(postingId, version, embedding, concepts);
      const result = scorePrepared(
        resume.prepared,
        { posting, terms: null },
        { statistics, weights: resume.weights, concepts },
      );
      scores.push(result.score);
      best.push({ result, version, embedded: embedding !== null });
    }
    best = keepBest(best);
    after = last.postingId;
    await run.progress(STAGE, scores.length, null);
  }
}

/** Scores a résumé version against every open posting and keeps the best, replacing what was kept before. */
export async function matchResume(ctx: Context, run: RunRecorder, resumeVersionId: string): Promise<MatchResult[]> {
  const resume = await loadResumeForMatch(ctx, resumeVersionId);
  const statistics = await loadStatistics(ctx);
  const { best, scores } = await scoreAll(ctx, run, resume, statistics);
  const rows = best.map((scored) => toRow(ctx, run, resume, scored, statistics));
  await ctx.db.$transaction((tx) => replaceMatches(tx, resume.id, rows));
  run.inputs.add(STAGE, `${resume.contentHash} ${statistics.version}`);
  for (const { result } of best) run.outputs.add(STAGE, `${resume.id} ${JSON.stringify(result)}`);
  run.count(STAGE, "done");
  run.count(STAGE, "scored", scores.length);
  run.count(STAGE, "kept", rows.length);
  const results = best.map(({ result }) => result);
  run.report["scores"] = distributionOf(scores);
  run.report["topMatches"] = results
    .slice(0, 10)
    .map(({ postingId, title, company, score }) => ({ postingId, title, company, score }));
  return results;
}

/** Matches the newest version of every résumé that is not deleted; one that fails is a row of the run. */
export async function matchAllResumes(ctx: Context, run: RunRecorder, deadline: Date | null = null): Promise<boolean> {
  return run.stage(STAGE, async () => {
    const resumes = await ctx.db.resume.findMany({
      where: { deletedAt: null },
      select: { versions: { select: { id: true }, orderBy: { number: "desc" }, take: 1 } },
      orderBy: { id: "asc" },
    });
    for (const id of resumes.flatMap((resume) => resume.versions.map((version) => version.id))) {
      if (deadline !== null && ctx.wallNow() >= deadline) return false;
      try {
        await matchResume(ctx, run, id);
      } catch (error) {
        ctx.log.error("match.item.failed", { resumeVersionId: id, error });
        run.failure({ stage: STAGE, reason: "crash", message: `Résumé version ${id} could not be matched.` });
      }
    }
    return true;
  });
}
