import type { Context } from "@/lib/services/context/context";

/** A signal that stops work at a deadline of the wall clock, at once where that has passed; none without a deadline. */
export function signalUntil(ctx: Pick<Context, "wallNow">, deadline: Date | null): AbortSignal | undefined {
  return deadline === null ? undefined : AbortSignal.timeout(Math.max(1, deadline.getTime() - ctx.wallNow().getTime()));
}
