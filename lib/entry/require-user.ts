import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { AppError } from "@/lib/core/kernel/app-error";
import { findSignedIn, type SignedIn } from "@/lib/services/accounts/find-signed-in";
import type { UserContext } from "@/lib/services/context/context";
import { getApp } from "@/lib/services/context/get-app";
import { safeNextPath } from "./safe-next-path";
import { readSessionCookie } from "./session-cookie";

/** A signed-in person together with the context that services take. */
export type SignedInContext = { ctx: UserContext; user: SignedIn["user"] };

/** The signed-in person of this request, or null; read from the database once a request, with the taxonomy as it is by now. */
export const findCurrentUser = cache(async (): Promise<SignedInContext | null> => {
  const claims = await readSessionCookie();
  if (claims === null) return null;
  const app = getApp();
  const signedIn = await findSignedIn(app.context({ kind: "visitor" }), claims);
  if (signedIn === null) return null;
  const ctx = app.context(signedIn.actor);
  await ctx.keepUpWithTaxonomy?.();
  return { ctx: { ...ctx, log: ctx.log.with({ userId: signedIn.actor.userId }) }, user: signedIn.user };
});

/** For pages: the signed-in person; anybody else is sent to sign in and comes back to `next` (else to the page asked for). */
export async function requireUser(next?: string): Promise<SignedInContext> {
  const current = await findCurrentUser();
  if (current !== null) return current;
  const wanted = safeNextPath(next ?? (await headers()).get("x-path"));
  redirect(`/sign-in?next=${encodeURIComponent(wanted)}`);
}

/** For pages: the signed-in administrator. To any other signed-in person the page does not exist. */
export async function requireAdmin(next?: string): Promise<SignedInContext> {
  const current = await requireUser(next);
  if (current.user.role !== "admin") notFound();
  return current;
}

/** For actions and handlers: throws `unauthenticated` instead of redirecting. */
export async function requireUserContext(): Promise<UserContext> {
  const current = await findCurrentUser();
  if (current === null) throw new AppError("unauthenticated", "Your session has ended. Sign in again.");
  return current.ctx;
}

/** The same for what only administrators may do; to others it does not exist. */
export async function requireAdminContext(): Promise<UserContext> {
  const ctx = await requireUserContext();
  if (ctx.actor.role !== "admin") throw new AppError("not_found", "There is nothing here.");
  return ctx;
}
