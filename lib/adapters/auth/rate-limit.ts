import { createHash } from "node:crypto";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import type { Db } from "@/lib/adapters/db/client";

/** So many tries in a window; `name` keeps the counts of different limits apart. */
export type Limit = { name: string; points: number; seconds: number };

export type LimitOutcome = { kind: "allowed" } | { kind: "limited"; retryAfterSeconds: number };

function limiterOf(db: Db, limit: Limit): RateLimiterPrisma {
  return new RateLimiterPrisma({
    storeClient: db,
    tableName: "rateLimit",
    keyPrefix: limit.name,
    points: limit.points,
    duration: limit.seconds,
    clearExpiredByTimeout: false,
  });
}

/** Addresses and e-mails are counted under a hash: the table holds no personal data. */
function keyOf(subject: string): string {
  return createHash("sha256").update(subject).digest("hex").slice(0, 32);
}

/** Counts one try. The counts lie in the database, so they hold over restarts and for several processes. */
export async function takeTry(db: Db, limit: Limit, subject: string): Promise<LimitOutcome> {
  try {
    await limiterOf(db, limit).consume(keyOf(subject));
    return { kind: "allowed" };
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return { kind: "limited", retryAfterSeconds: Math.ceil(refusal.msBeforeNext / 1000) };
  }
}

/** Forgets the tries of a subject, after one that succeeded. */
export async function forgetTries(db: Db, limit: Limit, subject: string): Promise<void> {
  await limiterOf(db, limit).delete(keyOf(subject));
}
