import { findUserWithEverything } from "@/lib/adapters/db/queries/users";
import { AppError } from "@/lib/core/kernel/app-error";
import type { UserContext } from "@/lib/services/context/context";

/** Everything kept about the signed-in person, and nothing about anybody else; password and token hashes are left out. */
export async function exportOwnData(ctx: UserContext) {
  const data = await findUserWithEverything(ctx.db, ctx.actor.userId);
  if (data === null) throw new AppError("not_found", "This account no longer exists.");
  const { accounts, sessions, apiTokens, resumes, matches, outbox, corrections, ...user } = data;
  return {
    format: "atalaya-export-1",
    exportedAt: ctx.wallNow(),
    user,
    accounts,
    sessions,
    apiTokens,
    resumes,
    matches,
    messages: outbox,
    corrections,
  };
}
