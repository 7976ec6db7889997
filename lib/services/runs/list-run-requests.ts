import { z } from "zod";
import { countRunRequests, findRunRequests } from "@/lib/adapters/db/queries/run-reads";
import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";

const PAGE = 25;

const detailShape = z.object({
  purpose: z.enum(["page", "robots"]).catch("page").default("page"),
  robots: z.enum(["allowed", "disallowed", "unreachable", "none"]).nullable().catch(null).default(null),
  status: z.number().nullable().catch(null).default(null),
  bytes: z.number().catch(0).default(0),
  fromCache: z.boolean().catch(false).default(false),
  attempt: z.number().catch(1).default(1),
  hop: z.number().catch(0).default(0),
  waits: z.record(z.string(), z.number()).catch({}).default({}),
  tookMs: z.number().nullable().catch(null).default(null),
});

/** One request of a run, or one that was not sent; waits are milliseconds by their reason. */
export type RunRequest = z.output<typeof detailShape> & {
  seq: number;
  at: Date;
  sent: boolean;
  url: string;
  /** What became of it where it was no answer. */
  reason: string | null;
  message: string;
};

export type RunRequests = { requests: RunRequest[]; total: number; from: number; next: number | null };

/** A page of the requests of a run in the order in which they were made, after a sequence number. For administrators and jobs only. */
export async function listRunRequests(ctx: Context, runId: string, after: number): Promise<RunRequests> {
  adminOnly(ctx);
  const [rows, { total, before }] = await Promise.all([
    findRunRequests(ctx.db, runId, { after, take: PAGE + 1 }),
    countRunRequests(ctx.db, runId, after),
  ]);
  const shown = rows.slice(0, PAGE);
  const requests = shown.map(({ kind, detail, url, ...event }) => ({
    ...event,
    ...detailShape.catch(detailShape.parse({})).parse(detail ?? {}),
    url: url ?? "",
    sent: kind === "fetch.answered",
  }));
  return { requests, total, from: before + 1, next: rows.length > PAGE ? (shown.at(-1)?.seq ?? null) : null };
}
