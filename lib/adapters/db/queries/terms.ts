import type { Span } from "@/lib/core/kernel/span";
import type { Db, Tx } from "../client";
import type { CandidateState } from "@/generated/prisma/client";
import { writeRows } from "../write-rows";

/** What the postings and their current wordings amount to; changes with any of them. */
export async function fingerprintCurrentVersions(db: Db): Promise<string> {
  const rows = await db.$queryRaw<{ hash: string | null }[]>`
    SELECT md5(string_agg("currentVersionId" || coalesce("companyId", ''), ',' ORDER BY "id")) AS "hash" FROM "Posting"`;
  return rows[0]?.hash ?? "";
}

/** The current texts of postings in the order of the postings' ids, each with the places where its known skills stand. */
export async function findTextsWithMentions(db: Db, page: { after: string; take: number }) {
  const postings = await db.posting.findMany({
    where: { id: { gt: page.after } },
    select: { id: true, companyId: true, currentVersionId: true },
    orderBy: { id: "asc" },
    take: page.take,
  });
  const versionIds = postings.map(({ currentVersionId }) => currentVersionId);
  const versions = await db.postingVersion.findMany({
    where: { id: { in: versionIds } },
    select: { id: true, text: true, blocks: true },
  });
  const mentions = await db.mention.findMany({
    where: { versionId: { in: versionIds }, field: "text" },
    select: { versionId: true, start: true, end: true },
  });
  const mentionsOf = new Map<string, Span[]>();
  for (const { versionId, start, end } of mentions) {
    const others = mentionsOf.get(versionId);
    if (others === undefined) mentionsOf.set(versionId, [{ start, end }]);
    else others.push({ start, end });
  }
  const versionOf = new Map(versions.map((version) => [version.id, version]));
  return postings.map(({ id, companyId, currentVersionId }) => ({
    id,
    companyId,
    version: versionOf.get(currentVersionId) ?? null,
    mentions: mentionsOf.get(currentVersionId) ?? [],
  }));
}

/** Those of the folded names that employers go by. */
export async function findEmployerNames(db: Db, names: readonly string[]): Promise<Set<string>> {
  const where = { foldedName: { in: [...names] } };
  const select = { foldedName: true } as const;
  const [companies, aliases] = [
    await db.company.findMany({ where, select }),
    await db.companyAlias.findMany({ where, select }),
  ];
  return new Set([...companies, ...aliases].map(({ foldedName }) => foldedName));
}

export type CandidateRow = {
  key: string;
  term: string;
  postings: number;
  examples: unknown;
  firstSeenAt: Date;
  lastSeenAt: Date;
};

/** Replaces the open candidates by the given ones; what was decided stays decided, and is counted anew where it is among them. */
export async function saveCandidates(tx: Tx, rows: readonly CandidateRow[]): Promise<void> {
  await tx.skillCandidate.deleteMany({ where: { state: "open", key: { notIn: rows.map(({ key }) => key) } } });
  await writeRows(tx, "SkillCandidate", rows, {
    key: ["key"],
    update: ["term", "postings", "examples", "lastSeenAt"],
  });
}

export type CandidateDecision = {
  state: "accepted" | "aliased" | "rejected";
  decidedById: string | null;
  decidedAt: Date;
};

/** Candidates of one state, or of all, most frequent first. */
export async function findCandidates(db: Db, page: { state: CandidateState | null; take: number; skip: number }) {
  return db.skillCandidate.findMany({
    where: page.state === null ? {} : { state: page.state },
    orderBy: [{ postings: "desc" }, { key: "asc" }],
    skip: page.skip,
    take: page.take,
  });
}

/** How many candidates are in each state that any is in. */
export async function countCandidates(db: Db): Promise<Partial<Record<CandidateState, number>>> {
  const groups = await db.skillCandidate.groupBy({ by: ["state"], _count: true });
  return Object.fromEntries(groups.map(({ state, _count }) => [state, _count]));
}

/** Decides on a candidate that is open or was rejected; false where there is none such. */
export async function decideCandidate(tx: Tx, key: string, decision: CandidateDecision): Promise<boolean> {
  const { count } = await tx.skillCandidate.updateMany({
    where: { key, state: { in: ["open", "rejected"] } },
    data: decision,
  });
  return count === 1;
}
