import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { dropLease, findLeaseOwner, takeLease } from "@/lib/adapters/db/queries/leases";
import { isAlive } from "@/lib/adapters/embedded/lock-file";
import { AppError } from "@/lib/core/kernel/app-error";
import type { Context } from "@/lib/services/context/context";

const LEASE_SECONDS = 120;
const RENEW_MS = 30_000;

/** `host/pid/unique`: on the same host a dead owner is noticed at once, elsewhere when its lease expires. */
function newOwner(): string {
  return `${hostname()}/${process.pid}/${randomUUID()}`;
}

function isDeadHere(owner: string): boolean {
  const [host, pid] = owner.split("/");
  if (host !== hostname() || pid === undefined) return false;
  return !isAlive({ pid: Number(pid), startedTicks: null, token: "", purpose: "", startedAt: "", port: null });
}

async function acquire(ctx: Context, key: string, owner: string): Promise<boolean> {
  const lease = { key, owner, seconds: LEASE_SECONDS };
  if (await takeLease(ctx.db, lease)) return true;
  const holder = await findLeaseOwner(ctx.db, key);
  if (holder === null || !isDeadHere(holder)) return holder === null ? takeLease(ctx.db, lease) : false;
  await dropLease(ctx.db, key, holder);
  return takeLease(ctx.db, lease);
}

/** Does the work while holding a lease row. Throws `conflict` when a live owner holds it. */
export async function withLease<T>(ctx: Context, key: string, work: () => Promise<T>): Promise<T> {
  const owner = newOwner();
  if (!(await acquire(ctx, key, owner))) {
    throw new AppError("conflict", "This work is being done already; wait until the run that does it has finished.");
  }
  const renewal = setInterval(() => {
    takeLease(ctx.db, { key, owner, seconds: LEASE_SECONDS }).catch((error: unknown) =>
      ctx.log.warn("lease.renewal.failed", { key, error }),
    );
  }, RENEW_MS);
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    await dropLease(ctx.db, key, owner);
  }
}
