import type { Db, Tx } from "../client";

/** Takes a lease for `seconds`, or extends one's own. Null when somebody else holds it; then `findLeaseOwner` tells who. */
export async function takeLease(db: Tx, lease: { key: string; owner: string; seconds: number }): Promise<boolean> {
  const taken = await db.$executeRaw`
    INSERT INTO "Lease" ("key", "owner", "acquiredAt", "expiresAt")
    VALUES (${lease.key}, ${lease.owner}, now(), now() + make_interval(secs => ${lease.seconds}))
    ON CONFLICT ("key") DO UPDATE
    SET "owner" = EXCLUDED."owner", "acquiredAt" = EXCLUDED."acquiredAt", "expiresAt" = EXCLUDED."expiresAt"
    WHERE "Lease"."expiresAt" < now() OR "Lease"."owner" = EXCLUDED."owner"`;
  return taken === 1;
}

/** Who holds a lease that has not expired; null when nobody does. */
export async function findLeaseOwner(db: Tx, key: string): Promise<string | null> {
  const rows = await db.$queryRaw<
    { owner: string }[]
  >`SELECT "owner" FROM "Lease" WHERE "key" = ${key} AND "expiresAt" >= now()`;
  return rows[0]?.owner ?? null;
}

/** Gives a lease back if it is still this owner's. */
export async function dropLease(db: Db | Tx, key: string, owner: string): Promise<void> {
  await db.lease.deleteMany({ where: { key, owner } });
}

/** Makes transactions that write postings wait for each other, by the lock on one row. */
export async function lockPostingWrites(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Lease" ("key", "owner", "acquiredAt", "expiresAt") VALUES ('posting-writes', 'row lock', now(), now())
    ON CONFLICT ("key") DO UPDATE SET "acquiredAt" = now()`;
}
