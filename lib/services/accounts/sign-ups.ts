import { z } from "zod";
import { findSetting, saveSetting } from "@/lib/adapters/db/queries/settings";
import { countUsers } from "@/lib/adapters/db/queries/users";
import { AppError } from "@/lib/core/kernel/app-error";
import type { Context, UserContext } from "@/lib/services/context/context";
import { audit } from "./audit";

const SIGN_UPS = "accounts.sign-ups";
const signUps = z.enum(["open", "closed"]);

/** Whether strangers may make accounts. The environment can close it for good; the administrator's setting comes after. The first account is always let in. */
export async function areSignUpsOpen(ctx: Context): Promise<boolean> {
  if ((await countUsers(ctx.db)) === 0) return true;
  if (ctx.env.SIGNUPS === "closed") return false;
  const stored = signUps.safeParse(await findSetting(ctx.db, SIGN_UPS));
  return !stored.success || stored.data === "open";
}

/** Opens or closes sign-up. Throws `forbidden` for anyone but an administrator. */
export async function setSignUps(ctx: UserContext, input: { open: boolean }): Promise<{ open: boolean }> {
  if (ctx.actor.role !== "admin") throw new AppError("forbidden", "Only an administrator can open or close sign-up.");
  const value = input.open ? "open" : "closed";
  await ctx.db.$transaction(async (tx) => {
    await saveSetting(tx, { key: SIGN_UPS, value, at: ctx.wallNow() });
    await audit(ctx, tx, { action: "sign_ups.set", detail: { value } });
  });
  return input;
}

/** Whether nobody has an account yet: the next one administers the installation. */
export async function isFirstAccount(ctx: Context): Promise<boolean> {
  return (await countUsers(ctx.db)) === 0;
}
