import { AppError } from "@/lib/core/kernel/app-error";
import type { Context } from "./context";

/** Lets administrators and our own jobs through; to anybody else what is asked for does not exist. Throws `not_found`. */
export function adminOnly(ctx: Context): void {
  if (ctx.actor.kind === "system") return;
  if (ctx.actor.kind === "user" && ctx.actor.role === "admin") return;
  throw new AppError("not_found", "There is nothing here.");
}
