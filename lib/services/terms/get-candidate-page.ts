import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";
import { findCurrentIds, findPostingNames, type PostingName } from "@/lib/services/runs/posting-names";
import { type CandidateState, type ListedCandidate, listCandidates, tallyCandidates } from "./list-candidates";

/** Candidates on a page. */
export const PAGE_SIZE = 20;

export type ShownExample = {
  before: string;
  term: string;
  after: string;
  posting: ({ id: string } & PostingName) | null;
};
export type ShownCandidate = Omit<ListedCandidate, "examples"> & { examples: ShownExample[] };
export type CandidatePage = {
  state: CandidateState;
  candidates: ShownCandidate[];
  /** How many there are of each state. */
  tally: Record<CandidateState, number>;
  /** From 1; the last there is where a later one was asked for. */
  page: number;
  pages: number;
  /** The families that a new skill can belong to, in the order of the taxonomy's tree. */
  families: { id: string; category: { en: string; es: string }; en: string; es: string }[];
};

/** A page of the candidates of a state, their examples with the names of the postings. Throws `not_found` for anybody but an administrator. */
export async function getCandidatePage(
  ctx: Context,
  input: { state: CandidateState; page: number },
): Promise<CandidatePage> {
  adminOnly(ctx);
  const { state } = input;
  const tally = await tallyCandidates(ctx);
  const pages = Math.max(1, Math.ceil(tally[state] / PAGE_SIZE));
  const page = Math.min(pages, Math.max(1, input.page));
  const listed = await listCandidates(ctx, { state, limit: PAGE_SIZE, skip: (page - 1) * PAGE_SIZE });
  const named = listed.flatMap(({ examples }) => examples.map(({ postingId }) => postingId));
  const currentIds = await findCurrentIds(ctx, named);
  const names = await findPostingNames(ctx, [...new Set(currentIds.values())]);
  const candidates = listed.map((candidate) => ({
    ...candidate,
    examples: candidate.examples.map(({ postingId, ...words }) => {
      const id = currentIds.get(postingId) ?? postingId;
      const name = names.get(id);
      return { ...words, posting: name === undefined ? null : { id, ...name } };
    }),
  }));
  const families = ctx
    .taxonomy()
    .categories.flatMap(({ en, es, families: inside }) =>
      inside.map((family) => ({ id: family.id, category: { en, es }, en: family.en, es: family.es })),
    );
  return { state, candidates, tally, page, pages, families };
}
