import { z } from "zod";
import type { Evidence, MatchParts, MatchResult } from "@/lib/core/matching/match-types";
import { BANDS } from "@/lib/core/matching/match-types";
import type { UserContext } from "@/lib/services/context/context";

const bandSchema = z.enum(BANDS);
const partsSchema = z.custom<MatchParts>((value) => typeof value === "object" && value !== null);
const evidenceSchema = z.custom<Evidence[]>((value) => Array.isArray(value));

export type DemoReport = { run: Record<string, unknown>; matches: MatchResult[] };

/** What the terminal is told: sums over the registered runs, what is in the database, and the ten best matches. */
export async function loadDemoReport(ctx: UserContext): Promise<DemoReport> {
  const runs = await ctx.db.run.findMany({
    where: { status: { in: ["succeeded", "partial"] } },
    select: { counts: true, kind: true },
    orderBy: { queuedAt: "asc" },
  });
  const best = await ctx.db.match.findMany({
    where: { userId: ctx.actor.userId },
    include: { posting: { select: { title: true, company: { select: { name: true } } } } },
    orderBy: [{ score: "desc" }, { confidence: "desc" }, { postingId: "asc" }],
    take: 10,
  });
  return {
    run: {
      runs: runs.length,
      sources: await ctx.db.source.count(),
      rawDocuments: await ctx.db.rawDocument.count(),
      listings: await ctx.db.listing.count(),
      postings: await ctx.db.posting.count(),
      open: await ctx.db.posting.count({ where: { state: "open" } }),
      versions: await ctx.db.postingVersion.count(),
      skills: await ctx.db.postingSkill.count(),
      embeddings: await ctx.db.embedding.count(),
      trendCells: await ctx.db.trendCell.count(),
      reposted: await ctx.db.posting.count({ where: { repostCount: { gt: 0 } } }),
      failures: Object.fromEntries((await failuresByReason(ctx)).map((row) => [row.reason ?? "other", row.n])),
      stages: sumCounts(runs.map((run) => countsSchema.parse(run.counts ?? {}))),
    },
    matches: best.map((match) => ({
      postingId: match.postingId,
      title: match.posting.title,
      company: match.posting.company?.name ?? null,
      score: match.score,
      band: bandSchema.parse(match.band),
      confidence: match.confidence,
      parts: partsSchema.parse(match.parts),
      evidence: evidenceSchema.parse(match.evidence),
    })),
  };
}

const countsSchema = z.record(z.string(), z.record(z.string(), z.number()));

async function failuresByReason(ctx: UserContext): Promise<{ reason: string | null; n: number }[]> {
  const groups = await ctx.db.runEvent.groupBy({
    by: ["reason"],
    where: { kind: "item.failed" },
    _count: true,
    orderBy: { reason: "asc" },
  });
  return groups.map((group) => ({ reason: group.reason, n: group._count }));
}

function sumCounts(all: readonly z.infer<typeof countsSchema>[]): Record<string, Record<string, number>> {
  const sums: Record<string, Record<string, number>> = {};
  for (const counts of all) {
    for (const [stage, counters] of Object.entries(counts)) {
      const into = (sums[stage] ??= {});
      for (const [name, n] of Object.entries(counters)) into[name] = (into[name] ?? 0) + n;
    }
  }
  return sums;
}

const STATUS_WORDS = { met: "has", partly: "partly", prose: "in prose", missing: "lacks" } as const;

function evidenceLine(match: MatchResult): string {
  const shown = match.evidence.filter((line) => line.skillId !== null).slice(0, 8);
  return shown
    .map((line) => `${STATUS_WORDS[line.status]} ${line.requirement}${line.via === null ? "" : ` (${line.via})`}`)
    .join(", ");
}

function partsLine({ parts }: MatchResult): string {
  const show = (name: keyof MatchParts) => `${name} ${parts[name] ?? "unknown"}`;
  return [show("skills"), show("experience"), show("keywords"), show("semantic")].join(" · ");
}

/** The report as a person reads it in a terminal. */
export function describeDemoReport(report: DemoReport): string[] {
  const { stages, failures, ...totals } = report.run;
  return [
    "",
    "Run report",
    ...Object.entries(totals).map(([name, n]) => `  ${name.padEnd(14)} ${String(n)}`),
    `  ${"failed pages".padEnd(14)} ${
      Object.entries(failures as Record<string, number>)
        .map(([reason, n]) => `${reason} ${n}`)
        .join(", ") || "none"
    }`,
    ...Object.entries(stages as Record<string, Record<string, number>>).map(
      ([stage, counters]) =>
        `  ${stage.padEnd(14)} ${Object.entries(counters)
          .map(([name, n]) => `${name} ${n}`)
          .join(", ")}`,
    ),
    "",
    "The ten best matches of the sample résumé (guidance, not the employer's decision)",
    ...report.matches.flatMap((match, index) => [
      `${String(index + 1).padStart(3)}. ${String(match.score).padStart(3)} ${match.band}  ${match.title} · ${match.company ?? "employer not stated"}   confidence ${match.confidence}`,
      `        ${partsLine(match)}`,
      `        ${evidenceLine(match)}`,
    ]),
    "",
  ];
}
