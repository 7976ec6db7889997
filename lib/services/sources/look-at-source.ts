import { CAP_REASONS } from "@/lib/adapters/sources/crawl-board";
import { decodeBody } from "@/lib/adapters/http/decode-body";
import type { RequestReport } from "@/lib/adapters/http/request-report";
import { crawlAddresses } from "@/lib/adapters/sources/crawl-addresses";
import { parseDocument } from "@/lib/adapters/sources/parse-document";
import type {
  CrawlContext,
  CrawlItem,
  ParseOutcome,
  RawInput,
  SourceAdapter,
} from "@/lib/adapters/sources/source-adapter";
import type { SourceConfig } from "@/lib/adapters/sources/source-config";
import { AppError } from "@/lib/core/kernel/app-error";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { toCanonicalText } from "@/lib/core/postings/to-canonical-text";
import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";
import { checkedSource } from "./check-source";
import { refuseWhileCooling } from "./refuse-while-cooling";
import { createSourceClient } from "./source-client";

const MAX_POSTINGS = 10;
const BUDGET = { pages: 2, adverts: 3 };
const MAX_PROBLEMS = 20;
const EXCERPT_CHARS = 400;
const DEADLINE_MS = 45_000;

/** A posting as a look shows it: its fields as read, the beginning of its text. */
export type LookedPosting = Pick<
  ParsedPosting,
  | "externalId"
  | "url"
  | "title"
  | "company"
  | "location"
  | "postedAt"
  | "validThrough"
  | "employmentType"
  | "workplace"
  | "salary"
  | "tags"
  | "warnings"
> & { excerpt: string; textLength: number };

export type SourceLook = {
  postings: LookedPosting[];
  /** Everything that went wrong, page by page: `blocked`, `disallowed`, `broken` … with a sentence. */
  problems: { reason: string; message: string; url: string | null }[];
  requests: Pick<RequestReport, "purpose" | "url" | "result" | "status" | "bytes" | "robots" | "sent">[];
  /** Why a crawl of it would not be complete, as far as the look went. */
  reasons: string[];
};

function toLooked(posting: ParsedPosting): LookedPosting {
  const { externalId, url, title, company, location, postedAt, validThrough } = posting;
  const { employmentType, workplace, salary, tags, warnings } = posting;
  const { text } = toCanonicalText(posting.description, posting.descriptionFormat);
  const fields = { externalId, url, title, company, location, postedAt, validThrough };
  const terms = { employmentType, workplace, salary, tags, warnings };
  return { ...fields, ...terms, excerpt: text.slice(0, EXCERPT_CHARS), textLength: text.length };
}

function addProblem(look: SourceLook, reason: string, message: string, url: string | null): void {
  if (look.problems.length < MAX_PROBLEMS) look.problems.push({ reason, message, url });
}

type DocumentItem = CrawlItem & { kind: "document" };
type Looking = { ctx: Context; adapter: SourceAdapter; config: SourceConfig; look: SourceLook };

/** What the adapter reads; a page that it stumbles over is a problem of the look like any other. */
function parsed({ adapter, ctx, config, look }: Looking, raw: RawInput, item: DocumentItem): ParseOutcome[] {
  try {
    return parseDocument(adapter, raw, item.contentType);
  } catch (error) {
    ctx.log.error("look.parse.crashed", { sourceId: config.id, url: item.url, error });
    addProblem(look, "crash", "The page could not be read.", item.url);
    return [];
  }
}

function takeDocument(looking: Looking, item: DocumentItem): void {
  const { config, look, ctx } = looking;
  const { text: body } = decodeBody(item.bytes, item.contentType);
  const raw = {
    sourceId: config.id,
    body,
    url: null,
    fetchedUrl: item.finalUrl,
    now: ctx.now(),
    params: config.params,
  };
  for (const outcome of parsed(looking, raw, item)) {
    if (outcome.kind === "posting") {
      if (look.postings.length < MAX_POSTINGS) look.postings.push(toLooked(outcome.posting));
    } else if (outcome.kind === "rejected") addProblem(look, "rejected", outcome.reason, item.url);
    else addProblem(look, outcome.outcome, outcome.reason, item.url);
  }
}

function take(looking: Looking, item: CrawlItem): void {
  if (item.kind === "document") takeDocument(looking, item);
  else if (item.kind === "failure") addProblem(looking.look, item.failure, item.reason, item.url);
  // A look's own bounds are no finding about the board: a crawl does not have them.
  else if (item.kind === "finished")
    looking.look.reasons = item.reasons.filter((why) => !Object.values(CAP_REASONS).includes(why));
}

async function mayLook(ctx: Context, config: SourceConfig, hasNotice: boolean): Promise<void> {
  const stored = await ctx.db.source.findUnique({ where: { id: config.id } });
  if (hasNotice && (stored?.noticeAcceptedAt ?? null) === null)
    throw new AppError("invalid_input", "Save this source and read its notice before anything is fetched from it.");
  refuseWhileCooling(stored, ctx.wallNow(), "look at it");
}

/**
 * Shows what would be read of a source, as politely as a crawl and without keeping anything: at most two pages of its list and three
 * adverts, or single pages where `urls` names them. Throws `invalid_input` for a bad entry or an unread notice, `unavailable` while the
 * source of this id cools down.
 */
export async function lookAtSource(
  ctx: Context,
  entry: unknown,
  options: { urls?: readonly string[] } = {},
): Promise<SourceLook> {
  adminOnly(ctx);
  const { config, description } = checkedSource(entry);
  await mayLook(ctx, config, description.hasNotice);
  const { adapter } = description;
  if (adapter === null) throw new AppError("invalid_input", `${description.name} is not read from the network.`);
  const look: SourceLook = { postings: [], problems: [], requests: [], reasons: [] };
  const signal = AbortSignal.timeout(DEADLINE_MS);
  const client = createSourceClient(ctx, config, {
    seed: ctx.newId(),
    onRequest: ({ purpose, url, result, status, bytes, robots, sent }) =>
      look.requests.push({ purpose, url, result, status, bytes, robots, sent }),
  });
  const context: CrawlContext = {
    client,
    now: ctx.now,
    findValidators: () => Promise.resolve(null),
    budget: BUDGET,
    signal,
  };
  try {
    const items =
      options.urls === undefined ? adapter.crawl(context, config) : crawlAddresses(context, config, options.urls);
    for await (const item of items) {
      take({ ctx, adapter, config, look }, item);
      if (look.postings.length >= MAX_POSTINGS) break;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    addProblem(look, "unavailable", `The look was ended after ${DEADLINE_MS / 1000} seconds.`, null);
  } finally {
    await client.close();
  }
  return look;
}
