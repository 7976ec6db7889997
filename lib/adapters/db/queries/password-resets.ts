import type { Tx } from "../client";

export async function insertPasswordReset(
  db: Tx,
  reset: { tokenHash: string; userId: string; at: Date; expiresAt: Date },
): Promise<void> {
  const { at, ...columns } = reset;
  await db.passwordReset.create({ data: { ...columns, createdAt: at } });
}

/** Uses up a reset link and names its user; null when it is unknown, used or expired. Two uses at once: one wins. */
export async function takePasswordReset(db: Tx, key: { tokenHash: string; at: Date }): Promise<string | null> {
  const { count } = await db.passwordReset.updateMany({
    where: { tokenHash: key.tokenHash, usedAt: null, expiresAt: { gt: key.at } },
    data: { usedAt: key.at },
  });
  if (count === 0) return null;
  const taken = await db.passwordReset.findUnique({ where: { tokenHash: key.tokenHash } });
  return taken?.userId ?? null;
}

/** Whether a link could still be used. */
export async function isPasswordResetOpen(db: Tx, key: { tokenHash: string; at: Date }): Promise<boolean> {
  const open = await db.passwordReset.count({
    where: { tokenHash: key.tokenHash, usedAt: null, expiresAt: { gt: key.at } },
  });
  return open > 0;
}

/** Closes every other open link of a user. */
export async function closePasswordResets(db: Tx, userId: string, at: Date): Promise<void> {
  await db.passwordReset.updateMany({ where: { userId, usedAt: null }, data: { usedAt: at } });
}
