import type { SessionClaims } from "@/lib/adapters/auth/session-token";
import { findLiveSession, touchSession } from "@/lib/adapters/db/queries/sessions";
import { touchUser } from "@/lib/adapters/db/queries/users";
import { weightsInput } from "@/lib/core/matching/weights";
import type { Weights } from "@/lib/core/matching/match-types";
import type { Context, UserActor } from "@/lib/services/context/context";

/** The signed-in person as pages show them. `weights` is null where they keep the defaults. */
export type SignedIn = {
  actor: UserActor;
  user: {
    id: string;
    email: string;
    name: string | null;
    role: "user" | "admin";
    isDemo: boolean;
    hasPassword: boolean;
    weights: Weights | null;
    /** Instant of the visit before this session's last activity, for "new since". */
    lastSeenAt: Date | null;
  };
};

const TOUCH_AFTER_MS = 5 * 60 * 1000;

/**
 * The person behind a token's claims, as the database knows them now: a revoked or expired session, or one of another user,
 * is nobody, and the role is the one of this moment.
 */
export async function findSignedIn(ctx: Context, claims: SessionClaims): Promise<SignedIn | null> {
  const at = ctx.wallNow();
  const session = await findLiveSession(ctx.db, { ...claims, at });
  if (session === null) return null;
  if (at.getTime() - session.lastSeenAt.getTime() > TOUCH_AFTER_MS) {
    await touchSession(ctx.db, session.id, at);
    await touchUser(ctx.db, session.userId, at);
  }
  const { id, email, name, role, isDemo, passwordHash, lastSeenAt } = session.user;
  const weights = weightsInput.safeParse(session.user.weights);
  return {
    actor: { kind: "user", userId: id, role, sessionId: session.id },
    user: {
      id,
      email,
      name,
      role,
      isDemo,
      hasPassword: passwordHash !== null,
      weights: weights.success ? weights.data : null,
      lastSeenAt,
    },
  };
}
