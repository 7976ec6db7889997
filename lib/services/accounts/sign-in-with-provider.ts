import type { ProviderIdentity } from "@/lib/adapters/auth/providers";
import type { Tx } from "@/lib/adapters/db/client";
import { insertAccount } from "@/lib/adapters/db/queries/accounts";
import { findUserByAccount } from "@/lib/adapters/db/queries/users";
import type { Context } from "@/lib/services/context/context";
import { addUser } from "./add-user";
import { audit } from "./audit";
import { areSignUpsOpen } from "./sign-ups";

/** Why a provider's answer does not sign anybody in; the sign-in page words it. */
export type ProviderRefusal = "account_exists" | "account_of_another" | "no_email" | "sign_ups_closed";
export type ProviderOutcome = { kind: "known"; userId: string } | { kind: "refused"; why: ProviderRefusal };

/**
 * Who a provider's identity is here. A signed-in person (the context's actor) connects it to their account. A stranger gets a
 * new account; one whose address has an account already is refused: an address alone never opens somebody's account.
 */
export async function signInWithProvider(ctx: Context, identity: ProviderIdentity): Promise<ProviderOutcome> {
  const open = await areSignUpsOpen(ctx);
  return ctx.db.$transaction(async (tx) => {
    const owner = await findUserByAccount(tx, identity.provider, identity.providerAccountId);
    if (ctx.actor.kind === "user")
      return connect(ctx, tx, { userId: ctx.actor.userId, ownerId: owner?.id ?? null, identity });
    if (owner !== null) return { kind: "known", userId: owner.id };
    if (!open) return { kind: "refused", why: "sign_ups_closed" };
    return register(ctx, tx, identity);
  });
}

async function connect(
  ctx: Context,
  tx: Tx,
  link: { userId: string; ownerId: string | null; identity: ProviderIdentity },
): Promise<ProviderOutcome> {
  const { userId, ownerId, identity } = link;
  if (ownerId !== null)
    return ownerId === userId ? { kind: "known", userId } : { kind: "refused", why: "account_of_another" };
  await insertLink(ctx, tx, identity, userId);
  return { kind: "known", userId };
}

async function register(ctx: Context, tx: Tx, identity: ProviderIdentity): Promise<ProviderOutcome> {
  if (identity.email === null) return { kind: "refused", why: "no_email" };
  const added = await addUser(ctx, tx, { email: identity.email, name: identity.name, passwordHash: null });
  if (added.kind === "taken") return { kind: "refused", why: "account_exists" };
  await insertLink(ctx, tx, identity, added.userId);
  return { kind: "known", userId: added.userId };
}

async function insertLink(ctx: Context, tx: Tx, identity: ProviderIdentity, userId: string): Promise<void> {
  const { provider, providerAccountId } = identity;
  await insertAccount(tx, { provider, providerAccountId, userId, at: ctx.wallNow() });
  await audit(ctx, tx, { action: "account.connected", subject: userId, detail: { provider } });
}
