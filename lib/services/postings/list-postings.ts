import { z } from "zod";
import {
  countPostings,
  findPostingKeys,
  type PostingCursor,
  type PostingWhere,
} from "@/lib/adapters/db/queries/posting-reads";
import { foldLabel } from "@/lib/core/kernel/fold";
import { type PostingFilter, searchWords, sinceInstant } from "@/lib/core/postings/posting-filter";
import type { UserContext } from "@/lib/services/context/context";
import { loadSummaries } from "./load-summaries";
import type { PostingSummary } from "./to-summary";

const PAGE = 25;

export type PostingPage = {
  postings: PostingSummary[];
  total: number;
  /** The order that the list has: by relevance only where something is searched for. */
  sort: "relevance" | "newest";
  /** Where the next page begins; null at the end. */
  next: string | null;
};

const cursorShape = z.tuple([z.number(), z.iso.datetime(), z.string().min(1).max(64)]);

function readCursor(after: string | null): PostingCursor | null {
  if (after === null) return null;
  try {
    const [rank, at, id] = cursorShape.parse(JSON.parse(Buffer.from(after, "base64url").toString("utf8")));
    return { rank, at: new Date(at), id };
  } catch {
    return null; // a cursor is made by us; one that was tampered with begins at the top
  }
}

function writeCursor({ rank, at, id }: PostingCursor): string {
  return Buffer.from(JSON.stringify([rank, at.toISOString(), id])).toString("base64url");
}

/** The limits of a filter as the database takes them. */
export function toWhere(filter: PostingFilter, now: Date): PostingWhere {
  const place = foldLabel(filter.place);
  return {
    words: searchWords(filter.q),
    state: filter.state === "any" ? null : filter.state,
    place: place === "" ? null : place,
    countries: filter.country,
    workplaces: filter.workplace,
    seniorities: filter.seniority,
    skillIds: filter.skill,
    sourceIds: filter.source,
    langs: filter.lang,
    postedSince: sinceInstant(filter.posted, now),
    seenSince: sinceInstant(filter.seen, now),
    seenUntil: filter.until === null ? null : new Date(filter.until),
    hasPay: filter.pay,
  };
}

/** One page of postings and how many there are in all. */
export async function listPostings(ctx: UserContext, filter: PostingFilter): Promise<PostingPage> {
  const where = toWhere(filter, ctx.now());
  const byRank = where.words.length > 0 && filter.sort !== "newest";
  const [keys, total] = await Promise.all([
    findPostingKeys(ctx.db, where, { byRank, after: readCursor(filter.after), take: PAGE + 1 }),
    countPostings(ctx.db, where),
  ]);
  const shown = keys.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    postings: await loadSummaries(
      ctx,
      shown.map((key) => key.id),
    ),
    total,
    sort: byRank ? "relevance" : "newest",
    next:
      keys.length > PAGE && last !== undefined
        ? writeCursor({ rank: last.rank, at: last.firstSeenAt, id: last.id })
        : null,
  };
}
