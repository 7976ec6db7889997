import { configuredProviders, type ProviderId } from "@/lib/adapters/auth/providers";
import { deleteAccountsOfOwner, listAccountsOfUser } from "@/lib/adapters/db/queries/accounts";
import { AppError } from "@/lib/core/kernel/app-error";
import type { Context, UserContext } from "@/lib/services/context/context";
import { audit } from "./audit";
import { getOwnUser } from "./prove-password";

/** A provider that this installation offers, or one that is still connected. */
export type Connection = { provider: string; connectedAt: Date | null; isConfigured: boolean };

/** The providers that a visitor can sign in with. */
export function listProviders(ctx: Context): ProviderId[] {
  return configuredProviders(ctx.env);
}

/** The person's connections, and the providers that they could connect. */
export async function listConnections(ctx: UserContext): Promise<Connection[]> {
  const accounts = await listAccountsOfUser(ctx.db, ctx.actor.userId);
  const configured: string[] = configuredProviders(ctx.env);
  const names = [...new Set([...configured, ...accounts.map(({ provider }) => provider)])].sort();
  return names.map((provider) => ({
    provider,
    connectedAt: accounts.find((account) => account.provider === provider)?.createdAt ?? null,
    isConfigured: configured.includes(provider),
  }));
}

/** Removes a connection. Throws `conflict` when it is the only way in, `not_found` when there is none. */
export async function disconnect(ctx: UserContext, input: { provider: ProviderId }): Promise<{ provider: string }> {
  const user = await getOwnUser(ctx);
  return ctx.db.$transaction(async (tx) => {
    const accounts = await listAccountsOfUser(tx, user.id);
    const others = accounts.filter(({ provider }) => provider !== input.provider);
    if (user.passwordHash === null && others.length === 0) {
      throw new AppError("conflict", "This is the only way into your account. Set a password first.");
    }
    const removed = await deleteAccountsOfOwner(tx, { userId: user.id, provider: input.provider });
    if (removed === 0) throw new AppError("not_found", "That account is not connected.");
    await audit(ctx, tx, { action: "account.disconnected", subject: user.id, detail: { provider: input.provider } });
    return { provider: input.provider };
  });
}
