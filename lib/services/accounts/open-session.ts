import { SESSION_SECONDS } from "@/lib/adapters/auth/session-token";
import { deleteExpired, insertSession } from "@/lib/adapters/db/queries/sessions";
import { touchUser } from "@/lib/adapters/db/queries/users";
import { addDays } from "@/lib/core/kernel/utc-day";
import type { Context } from "@/lib/services/context/context";
import { audit } from "./audit";
import type { Client } from "./client";

/** A new session; its id goes into the token. */
export type OpenedSession = { userId: string; sessionId: string; expiresAt: Date };

const USER_AGENT_MAX = 300;
/** Rows that ended are kept this long, so that the audit log can still be read beside them. */
const KEEP_ENDED_DAYS = 7;

/** Opens a session for somebody who has just proved who they are, and clears what ended long ago. */
export async function openSession(ctx: Context, userId: string, client: Client): Promise<OpenedSession> {
  const at = ctx.wallNow();
  const session = {
    id: ctx.newId(),
    userId,
    at,
    expiresAt: new Date(at.getTime() + SESSION_SECONDS * 1000),
    userAgent: client.userAgent?.slice(0, USER_AGENT_MAX) ?? null,
  };
  await ctx.db.$transaction(async (tx) => {
    await insertSession(tx, session);
    await touchUser(tx, userId, at);
    await audit(ctx, tx, { action: "session.opened", subject: session.id });
  });
  await deleteExpired(ctx.db, addDays(at, -KEEP_ENDED_DAYS));
  return { userId, sessionId: session.id, expiresAt: session.expiresAt };
}
