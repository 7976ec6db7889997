import type { Session, User } from "@/generated/prisma/client";
import type { Tx } from "../client";

export type NewSession = { id: string; userId: string; at: Date; expiresAt: Date; userAgent: string | null };

export async function insertSession(db: Tx, session: NewSession): Promise<void> {
  const { at, ...columns } = session;
  await db.session.create({ data: { ...columns, createdAt: at, lastSeenAt: at } });
}

/** The session with its user while it is neither revoked nor expired and belongs to that user; else null. */
export function findLiveSession(
  db: Tx,
  key: { sessionId: string; userId: string; at: Date },
): Promise<(Session & { user: User }) | null> {
  return db.session.findFirst({
    where: { id: key.sessionId, userId: key.userId, revokedAt: null, expiresAt: { gt: key.at } },
    include: { user: true },
  });
}

export async function touchSession(db: Tx, id: string, at: Date): Promise<void> {
  await db.session.updateMany({ where: { id }, data: { lastSeenAt: at } });
}

/** A user's live sessions, the one used last first. */
export function listLiveSessions(db: Tx, userId: string, at: Date): Promise<Session[]> {
  return db.session.findMany({
    where: { userId, revokedAt: null, expiresAt: { gt: at } },
    orderBy: [{ lastSeenAt: "desc" }, { id: "asc" }],
  });
}

/** Revokes one session of its owner; returns how many rows that was. */
export async function revokeSessionOfOwner(db: Tx, key: { id: string; userId: string; at: Date }): Promise<number> {
  const { count } = await db.session.updateMany({
    where: { id: key.id, userId: key.userId, revokedAt: null },
    data: { revokedAt: key.at },
  });
  return count;
}

/** Revokes all sessions of a user but the one named, if one is; returns how many rows that was. */
export async function revokeSessionsOfUser(
  db: Tx,
  key: { userId: string; at: Date; exceptId?: string },
): Promise<number> {
  const { count } = await db.session.updateMany({
    where: {
      userId: key.userId,
      revokedAt: null,
      ...(key.exceptId === undefined ? {} : { id: { not: key.exceptId } }),
    },
    data: { revokedAt: key.at },
  });
  return count;
}

/** Removes what has been over for a while: sessions, reset links and counts of the rate limiter. */
export async function deleteExpired(db: Tx, before: Date): Promise<void> {
  await db.session.deleteMany({ where: { expiresAt: { lt: before } } });
  await db.passwordReset.deleteMany({ where: { expiresAt: { lt: before } } });
  await db.rateLimit.deleteMany({ where: { expire: { lt: before } } });
}
