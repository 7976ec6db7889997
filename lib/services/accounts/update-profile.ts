import { setUserName, setUserWeights } from "@/lib/adapters/db/queries/users";
import type { Weights } from "@/lib/core/matching/match-types";
import type { UserContext } from "@/lib/services/context/context";

/** Sets the person's own name; null for none. */
export async function updateProfile(
  ctx: UserContext,
  input: { name: string | null },
): Promise<{ name: string | null }> {
  await setUserName(ctx.db, ctx.actor.userId, input.name);
  return input;
}

/** Sets the person's own score weights; null goes back to the defaults. Matches made before keep the weights they name. */
export async function updateWeights(ctx: UserContext, weights: Weights | null): Promise<{ weights: Weights | null }> {
  await setUserWeights(ctx.db, ctx.actor.userId, weights);
  return { weights };
}
