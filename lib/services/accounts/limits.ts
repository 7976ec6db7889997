import { forgetTries, type Limit, takeTry } from "@/lib/adapters/auth/rate-limit";
import { AppError } from "@/lib/core/kernel/app-error";
import type { Context } from "@/lib/services/context/context";

const QUARTER_HOUR = 15 * 60;
const HOUR = 60 * 60;

/** Tight per account, wide per address: an office shares one address, a guesser works on one account. */
export const LIMITS = {
  signInByEmail: { name: "sign-in-email", points: 10, seconds: QUARTER_HOUR },
  signInByIp: { name: "sign-in-ip", points: 100, seconds: QUARTER_HOUR },
  signUpByIp: { name: "sign-up-ip", points: 30, seconds: HOUR },
  signUpByEmail: { name: "sign-up-email", points: 5, seconds: HOUR },
  resetByEmail: { name: "reset-email", points: 3, seconds: HOUR },
  resetByIp: { name: "reset-ip", points: 30, seconds: HOUR },
  resetUseByIp: { name: "reset-use-ip", points: 30, seconds: HOUR },
  passwordByUser: { name: "password-user", points: 10, seconds: QUARTER_HOUR },
} as const satisfies Record<string, Limit>;

/** Counts a try and throws `rate_limited` when there were too many. */
export async function checkLimit(ctx: Context, limit: Limit, subject: string): Promise<void> {
  const outcome = await takeTry(ctx.db, limit, subject);
  if (outcome.kind === "allowed") return;
  ctx.log.warn("limit.reached", { limit: limit.name });
  const minutes = Math.max(1, Math.ceil(outcome.retryAfterSeconds / 60));
  throw new AppError("rate_limited", `Too many tries. Try again in ${minutes} min.`);
}

/** Gives a subject its tries back. */
export function clearLimit(ctx: Context, limit: Limit, subject: string): Promise<void> {
  return forgetTries(ctx.db, limit, subject);
}
