import type { ApiToken, User } from "@/generated/prisma/client";
import type { Tx } from "../client";

export type NewApiToken = {
  id: string;
  userId: string;
  name: string;
  tokenHash: string;
  scopes: string[];
  at: Date;
  expiresAt: Date | null;
};

export async function insertApiToken(db: Tx, token: NewApiToken): Promise<void> {
  const { at, ...columns } = token;
  await db.apiToken.create({ data: { ...columns, createdAt: at } });
}

/** A user's tokens that were not revoked, newest first. */
export function listApiTokens(db: Tx, userId: string): Promise<ApiToken[]> {
  return db.apiToken.findMany({ where: { userId, revokedAt: null }, orderBy: [{ createdAt: "desc" }, { id: "asc" }] });
}

export function countApiTokens(db: Tx, userId: string): Promise<number> {
  return db.apiToken.count({ where: { userId, revokedAt: null } });
}

/** Revokes one token of its owner; returns how many rows that was. */
export async function revokeApiTokenOfOwner(db: Tx, key: { id: string; userId: string; at: Date }): Promise<number> {
  const { count } = await db.apiToken.updateMany({
    where: { id: key.id, userId: key.userId, revokedAt: null },
    data: { revokedAt: key.at },
  });
  return count;
}

/** The token of a hash with its owner while it is neither revoked nor expired; else null. */
export function findLiveApiToken(
  db: Tx,
  key: { tokenHash: string; at: Date },
): Promise<(ApiToken & { user: User }) | null> {
  return db.apiToken.findFirst({
    where: { tokenHash: key.tokenHash, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: key.at } }] },
    include: { user: true },
  });
}

export async function touchApiToken(db: Tx, id: string, at: Date): Promise<void> {
  await db.apiToken.updateMany({ where: { id }, data: { lastUsedAt: at } });
}
