import { z } from "zod";
import { findCandidates } from "@/lib/adapters/db/queries/terms";
import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";

export const CANDIDATE_STATES = ["open", "accepted", "aliased", "rejected"] as const;
export const candidatesInput = z.object({
  state: z.enum(CANDIDATE_STATES).nullable().default("open"),
  limit: z.int().min(1).max(1000).default(100),
});

const example = z.object({ postingId: z.string(), before: z.string(), term: z.string(), after: z.string() });

export type ListedCandidate = {
  key: string;
  term: string;
  postings: number;
  state: (typeof CANDIDATE_STATES)[number];
  examples: z.output<typeof example>[];
};

/** Candidates with their examples, most frequent first; null as state lists all. Throws `not_found` for anybody but an administrator. */
export async function listCandidates(
  ctx: Context,
  input: z.output<typeof candidatesInput>,
): Promise<ListedCandidate[]> {
  adminOnly(ctx);
  const rows = await findCandidates(ctx.db, { state: input.state, take: input.limit });
  return rows.map(({ key, term, postings, state, examples }) => ({
    key,
    term,
    postings,
    state,
    examples: z.array(example).parse(examples),
  }));
}
