import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";
import { decideOnTerm } from "./decide-on-term";

/** Rejects a candidate for good: it is counted on, but not shown as open again. Throws as `aliasCandidate` does. */
export async function rejectCandidate(ctx: Context, term: string): Promise<void> {
  adminOnly(ctx);
  await decideOnTerm(ctx, term, "rejected", []);
}
