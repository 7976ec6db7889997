/** What a crawl found out about a source, for closing what is gone and for the source's health. Addresses are those that stay the same. */
export type CrawlSummary = {
  complete: boolean;
  /** Everything that the source can be asked for was read, even where that is never the whole board. */
  readWhole: boolean;
  reasons: string[];
  documents: number;
  adverts: number;
  /** Pages that were read and hold no advert by right, or have not changed and were not read again. */
  fine: number;
  failures: number;
  /** Failed pages by reason, with the words of the first. */
  failed: Map<string, { count: number; message: string }>;
  /** Every advert that is on the board, read or not. */
  seenUrls: Set<string>;
  goneUrls: Set<string>;
  /** Adverts of which this crawl read nothing new, by address: their own pages failed, or said that they are gone. */
  unreadUrls: Set<string>;
  /** Why the board is to be left alone for a while, where it kept saying no. */
  tripped: string | null;
  /** Until when the server asks not to be called. */
  restUntil: Date | null;
};

export function emptySummary(): CrawlSummary {
  return {
    complete: false,
    readWhole: false,
    reasons: [],
    documents: 0,
    adverts: 0,
    fine: 0,
    failures: 0,
    failed: new Map(),
    seenUrls: new Set(),
    goneUrls: new Set(),
    unreadUrls: new Set(),
    tripped: null,
    restUntil: null,
  };
}

/** Notes a page that could not be used. */
export function noteFailure(summary: CrawlSummary, reason: string, message: string): void {
  summary.failures += 1;
  const known = summary.failed.get(reason);
  summary.failed.set(reason, { count: (known?.count ?? 0) + 1, message: known?.message ?? message });
}

/** Adverts that a crawl met on the board, whether they could be read or not, and those of them that were. */
export function figuresOf({ seenUrls, adverts, failed }: CrawlSummary): { seen: number; saved: number } {
  const rejected = failed.get("rejected")?.count ?? 0;
  return { seen: Math.max(seenUrls.size, adverts + rejected), saved: adverts };
}

export type CrawlStatus = "ok" | "partial" | "unavailable" | "blocked" | "disallowed" | "broken" | "expired";

/** How a failure of every page is named for the source as a whole. */
const STATUS_OF_REASON: Readonly<Record<string, CrawlStatus>> = {
  blocked: "blocked",
  disallowed: "disallowed",
  empty_shell: "broken",
  broken: "broken",
  rejected: "broken",
  crash: "broken",
  purged: "broken",
  expired: "expired",
  gone: "expired",
};
/** So many adverts and not one of them there any more: the addresses are wrong rather than the adverts gone. */
const SUSPICIOUSLY_MANY_GONE = 3;

function mainFailure(summary: CrawlSummary): { status: CrawlStatus; reason: string } | null {
  const [main] = [...summary.failed].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1));
  if (main === undefined) return null;
  const [reason, { count, message }] = main;
  const status = STATUS_OF_REASON[reason] ?? "unavailable";
  if (status === "expired" && count < SUSPICIOUSLY_MANY_GONE) return null;
  return { status, reason: reason === "empty_shell" ? `needs JavaScript: ${message}` : message };
}

/** The outcome of a crawl: one of which no page was of use has failed, with the commonest reason. */
export function outcomeOfCrawl(summary: CrawlSummary): { status: CrawlStatus; reason: string | null } {
  const useless = summary.adverts === 0 && summary.fine === 0;
  const main = useless ? mainFailure(summary) : null;
  if (main !== null) return main;
  if (useless && !summary.complete && summary.seenUrls.size === 0 && summary.goneUrls.size === 0)
    return { status: "unavailable", reason: summary.reasons[0] ?? "nothing could be read" };
  if (summary.complete || summary.readWhole) return { status: "ok", reason: null };
  return { status: "partial", reason: summary.reasons[0] ?? null };
}

/** Whether an outcome means that the source could not be read. */
export function hasFailed(status: CrawlStatus): boolean {
  return status !== "ok" && status !== "partial";
}
