import type { Db, Tx } from "../client";

const VERSION_FACTS = {
  id: true,
  number: true,
  fileName: true,
  fileType: true,
  fileBytes: true,
  createdAt: true,
} as const;

/** A user's résumés that are not deleted, newest first, each with its versions' facts (newest first) and newest profile. */
export async function listOwnResumes(db: Db, userId: string) {
  return db.resume.findMany({
    where: { userId, deletedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    select: {
      id: true,
      title: true,
      createdAt: true,
      updatedAt: true,
      versions: {
        orderBy: { number: "desc" },
        select: { ...VERSION_FACTS, profile: true, _count: { select: { matches: true } } },
      },
    },
  });
}

/** One résumé of a user with the facts of its versions, newest first; null where it is not there or not theirs. */
export async function findOwnResume(db: Db, owned: { id: string; userId: string }) {
  return db.resume.findFirst({
    where: { ...owned, deletedAt: null },
    select: {
      id: true,
      title: true,
      createdAt: true,
      versions: {
        orderBy: { number: "desc" },
        select: { ...VERSION_FACTS, _count: { select: { matches: true } } },
      },
    },
  });
}

/** What was read from one version of a user's résumé. */
export async function findOwnVersion(db: Db, owned: { versionId: string; userId: string }) {
  return db.resumeVersion.findFirst({
    where: { id: owned.versionId, resume: { userId: owned.userId, deletedAt: null } },
    select: { ...VERSION_FACTS, resumeId: true, text: true, blocks: true, profile: true, profileVersion: true },
  });
}

/** Whether a version belongs to a résumé of this user that is not deleted. */
export async function ownsVersion(db: Db, owned: { versionId: string; userId: string }): Promise<boolean> {
  const found = await db.resumeVersion.count({
    where: { id: owned.versionId, resume: { userId: owned.userId, deletedAt: null } },
  });
  return found > 0;
}

/** Marks a user's résumé as deleted, or takes the mark away again; how many rows that changed. */
export async function markResume(
  db: Tx,
  owned: { id: string; userId: string },
  mark: { deletedAt: Date } | { restoreIfDeletedAfter: Date },
): Promise<number> {
  const { count } =
    "deletedAt" in mark
      ? await db.resume.updateMany({ where: { ...owned, deletedAt: null }, data: { deletedAt: mark.deletedAt } })
      : await db.resume.updateMany({
          where: { ...owned, deletedAt: { gte: mark.restoreIfDeletedAfter } },
          data: { deletedAt: null },
        });
  return count;
}

/** Removes a user's résumés that were marked before an instant; returns the hashes of files that nobody refers to any more. */
export async function removeMarkedResumes(tx: Tx, marked: { userId: string; before: Date }): Promise<string[]> {
  const where = { userId: marked.userId, deletedAt: { lt: marked.before } };
  const gone = await tx.resumeVersion.findMany({ where: { resume: where }, select: { id: true, fileHash: true } });
  if (gone.length === 0) {
    await tx.resume.deleteMany({ where });
    return [];
  }
  await tx.embedding.deleteMany({
    where: { subject: "resume_version", subjectId: { in: gone.map(({ id }) => id) } },
  });
  await tx.resume.deleteMany({ where });
  const hashes = [...new Set(gone.map(({ fileHash }) => fileHash))];
  const kept = await tx.resumeVersion.findMany({ where: { fileHash: { in: hashes } }, select: { fileHash: true } });
  const needed = new Set(kept.map(({ fileHash }) => fileHash));
  return hashes.filter((hash) => !needed.has(hash));
}

/** The latest registered matching of a version, at or after an instant, with how many matches are kept. */
export async function findMatchState(db: Db, wanted: { versionId: string; since: Date | null }) {
  const [run, matches, newest] = await Promise.all([
    db.run.findFirst({
      where: {
        kind: "match",
        input: { path: ["resumeVersionId"], equals: wanted.versionId },
        ...(wanted.since === null ? {} : { queuedAt: { gte: wanted.since } }),
      },
      orderBy: [{ queuedAt: "desc" }, { id: "asc" }],
      select: { status: true, finishedAt: true },
    }),
    db.match.count({ where: { resumeVersionId: wanted.versionId } }),
    db.match.findFirst({
      where: { resumeVersionId: wanted.versionId },
      orderBy: { computedAt: "desc" },
      select: { computedAt: true },
    }),
  ]);
  return { run, matches, computedAt: newest?.computedAt ?? null };
}
