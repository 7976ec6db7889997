import type { Db } from "../client";

/** How long to wait before a host may be asked again, and whether it asked for that itself. */
export type HostWait = { waitMs: number; isRest: boolean };

const keyOf = (host: string) => `host:${host}`;

/**
 * Takes the next start at a host for all processes of the installation, by the database's clock: null when it is taken, else the wait
 * before asking again. Two starts keep the longer of the distances that they ask for. One row a host, among the leases.
 */
export async function takeHostTurn(db: Db, host: string, intervalMs: number): Promise<HostWait | null> {
  const seconds = intervalMs / 1000;
  const taken = await db.$executeRaw`
    INSERT INTO "Lease" AS l ("key", "owner", "acquiredAt", "expiresAt")
    VALUES (${keyOf(host)}, 'turn', clock_timestamp(), clock_timestamp() + make_interval(secs => ${seconds}))
    ON CONFLICT ("key") DO UPDATE
    SET "owner" = 'turn', "acquiredAt" = clock_timestamp(), "expiresAt" = clock_timestamp() + make_interval(secs => ${seconds})
    WHERE l."expiresAt" <= clock_timestamp() AND l."acquiredAt" + make_interval(secs => ${seconds}) <= clock_timestamp()`;
  if (taken === 1) return null;
  const [row] = await db.$queryRaw<{ owner: string; waitMs: number }[]>`
    SELECT "owner", ceil(extract(epoch FROM
      greatest("expiresAt", "acquiredAt" + make_interval(secs => ${seconds})) - clock_timestamp()) * 1000)::float8 AS "waitMs"
    FROM "Lease" WHERE "key" = ${keyOf(host)}`;
  return { waitMs: Math.max(1, row?.waitMs ?? 1), isRest: row?.owner === "rest" };
}

/** Notes that a host asked to be left alone for so long; a longer rest that it asked for before stays. */
export async function noteHostRest(db: Db, host: string, restMs: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "Lease" AS l ("key", "owner", "acquiredAt", "expiresAt")
    VALUES (${keyOf(host)}, 'rest', clock_timestamp(), clock_timestamp() + make_interval(secs => ${restMs / 1000}))
    ON CONFLICT ("key") DO UPDATE SET "owner" = 'rest', "expiresAt" = greatest(l."expiresAt", EXCLUDED."expiresAt")`;
}
