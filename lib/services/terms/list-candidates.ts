import { z } from "zod";
import { countCandidates, findCandidates } from "@/lib/adapters/db/queries/terms";
import { lookupSkill } from "@/lib/core/skills/lookup-skill";
import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";
import { storedEvidence, type TermEvidence } from "./term-evidence";
import { type NamedSkill, namedSkill } from "./named-skill";

export const CANDIDATE_STATES = ["open", "accepted", "aliased", "rejected"] as const;
export type CandidateState = (typeof CANDIDATE_STATES)[number];
export const candidatesInput = z.object({
  state: z.enum(CANDIDATE_STATES).nullable().default("open"),
  limit: z.int().min(1).max(1000).default(100),
  skip: z.int().min(0).default(0),
});

export type ListedCandidate = {
  key: string;
  term: string;
  postings: number;
  /** How many employers use it; null where they were not counted yet. */
  employers: number | null;
  state: CandidateState;
  /** The skill that an accepted term means now. */
  skill: NamedSkill | null;
  decidedAt: Date | null;
  examples: TermEvidence["examples"];
};

/** Candidates with their examples, most frequent first; null as state lists all. Throws `not_found` for anybody but an administrator. */
export async function listCandidates(ctx: Context, input: z.input<typeof candidatesInput>): Promise<ListedCandidate[]> {
  adminOnly(ctx);
  const { state: wanted, limit, skip } = candidatesInput.parse(input);
  const rows = await findCandidates(ctx.db, { state: wanted, take: limit, skip });
  return rows.map(({ key, term, postings, state, decidedAt, examples }) => {
    const isAdded = state === "accepted" || state === "aliased";
    const skill = isAdded ? lookupSkill(ctx.taxonomy().matcher, term) : null;
    return {
      key,
      term,
      postings,
      state,
      decidedAt,
      skill: skill === null ? null : namedSkill(skill),
      ...storedEvidence.parse(examples),
    };
  });
}

/** How many candidates there are of each state. Throws `not_found` for anybody but an administrator. */
export async function tallyCandidates(ctx: Context): Promise<Record<CandidateState, number>> {
  adminOnly(ctx);
  return { open: 0, accepted: 0, aliased: 0, rejected: 0, ...(await countCandidates(ctx.db)) };
}
