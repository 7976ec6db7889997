import { listLiveSessions, revokeSessionOfOwner, revokeSessionsOfUser } from "@/lib/adapters/db/queries/sessions";
import { AppError } from "@/lib/core/kernel/app-error";
import type { Context, UserContext } from "@/lib/services/context/context";
import { audit } from "./audit";

/** A live session as its owner sees it. */
export type SessionView = {
  id: string;
  userAgent: string | null;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  isCurrent: boolean;
};

/** The live sessions of the signed-in person, the one used last first. */
export async function listSessions(ctx: UserContext): Promise<SessionView[]> {
  const rows = await listLiveSessions(ctx.db, ctx.actor.userId, ctx.wallNow());
  return rows.map(({ id, userAgent, createdAt, lastSeenAt, expiresAt }) => ({
    id,
    userAgent,
    createdAt,
    lastSeenAt,
    expiresAt,
    isCurrent: id === ctx.actor.sessionId,
  }));
}

/** Ends one of the person's own sessions. Throws `not_found` for any other id. */
export async function revokeSession(ctx: UserContext, input: { id: string }): Promise<{ id: string }> {
  const revoked = await revokeSessionOfOwner(ctx.db, { id: input.id, userId: ctx.actor.userId, at: ctx.wallNow() });
  if (revoked === 0) throw new AppError("not_found", "That session is no longer on your list.");
  await audit(ctx, ctx.db, { action: "session.revoked", subject: input.id });
  return { id: input.id };
}

/** Ends all of the person's sessions but this one; returns how many. */
export async function revokeOtherSessions(ctx: UserContext): Promise<{ revoked: number }> {
  const { userId, sessionId } = ctx.actor;
  const revoked = await revokeSessionsOfUser(ctx.db, { userId, at: ctx.wallNow(), exceptId: sessionId });
  await audit(ctx, ctx.db, { action: "session.others_revoked", detail: { revoked } });
  return { revoked };
}

/** Ends a session by its token's claims. Ending one that is over already is no error. */
export async function signOut(ctx: Context, claims: { userId: string; sessionId: string }): Promise<void> {
  await revokeSessionOfOwner(ctx.db, { id: claims.sessionId, userId: claims.userId, at: ctx.wallNow() });
}
