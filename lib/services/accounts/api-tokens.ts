import { z } from "zod";
import { hashToken, makeToken } from "@/lib/adapters/auth/secret-token";
import {
  countApiTokens,
  findLiveApiToken,
  insertApiToken,
  listApiTokens as listRows,
  revokeApiTokenOfOwner,
  touchApiToken,
} from "@/lib/adapters/db/queries/api-tokens";
import { AppError } from "@/lib/core/kernel/app-error";
import { addDays } from "@/lib/core/kernel/utc-day";
import type { Context, UserContext } from "@/lib/services/context/context";
import { audit } from "./audit";

/** What a token may do. */
export const TOKEN_SCOPES = ["read"] as const;
const TOKENS_MAX = 20;
const PREFIX = "atl_";

export const createTokenInput = z.object({
  name: z.string().trim().min(1, "token_name_missing").max(100, "name_too_long"),
  /** Absent, or left empty in a form: no end of its own. */
  days: z.preprocess((days) => (days === "" ? null : days), z.coerce.number().int().min(1).max(3650).nullish()),
});
export type CreateTokenInput = z.infer<typeof createTokenInput>;

/** A token as its owner sees it afterwards: everything but the secret. */
export type TokenView = {
  id: string;
  name: string;
  scopes: string[];
  createdAt: Date;
  lastUsedAt: Date | null;
  expiresAt: Date | null;
};

/** Makes a token; its secret is in this reply and nowhere else. Throws `conflict` at twenty tokens. */
export async function createApiToken(
  ctx: UserContext,
  input: CreateTokenInput,
): Promise<{ id: string; token: string }> {
  const { token, tokenHash } = makeToken(PREFIX);
  const id = ctx.newId();
  const at = ctx.wallNow();
  const { userId } = ctx.actor;
  const expiresAt = input.days === null || input.days === undefined ? null : addDays(at, input.days);
  await ctx.db.$transaction(async (tx) => {
    if ((await countApiTokens(tx, userId)) >= TOKENS_MAX) {
      throw new AppError("conflict", `You have ${TOKENS_MAX} tokens. Revoke one that you no longer use.`);
    }
    await insertApiToken(tx, { id, userId, name: input.name, tokenHash, scopes: [...TOKEN_SCOPES], at, expiresAt });
    await audit(ctx, tx, { action: "api_token.created", subject: id });
  });
  return { id, token };
}

/** The person's own tokens, newest first. */
export async function listApiTokens(ctx: UserContext): Promise<TokenView[]> {
  const rows = await listRows(ctx.db, ctx.actor.userId);
  return rows.map(({ id, name, scopes, createdAt, lastUsedAt, expiresAt }) => ({
    id,
    name,
    scopes,
    createdAt,
    lastUsedAt,
    expiresAt,
  }));
}

/** Revokes one of the person's own tokens. Throws `not_found` for any other id. */
export async function revokeApiToken(ctx: UserContext, input: { id: string }): Promise<{ id: string }> {
  const revoked = await revokeApiTokenOfOwner(ctx.db, { id: input.id, userId: ctx.actor.userId, at: ctx.wallNow() });
  if (revoked === 0) throw new AppError("not_found", "That token is no longer on your list.");
  await audit(ctx, ctx.db, { action: "api_token.revoked", subject: input.id });
  return { id: input.id };
}

/** Whose token this is and what it may do; null when it is unknown, revoked or expired. */
export async function findTokenOwner(
  ctx: Context,
  token: string,
): Promise<{ userId: string; role: "user" | "admin"; scopes: string[]; tokenId: string } | null> {
  const row = await findLiveApiToken(ctx.db, { tokenHash: hashToken(token), at: ctx.wallNow() });
  if (row === null) return null;
  await touchApiToken(ctx.db, row.id, ctx.wallNow());
  return { userId: row.userId, role: row.user.role, scopes: row.scopes, tokenId: row.id };
}
