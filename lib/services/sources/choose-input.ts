import { AppError } from "@/lib/core/kernel/app-error";
import type { SourceHealth } from "@/lib/core/pipeline/source-health";
import type { Context } from "@/lib/services/context/context";
import { findSnapshot, type Snapshot } from "./read-snapshot";

/** What a run reads of a source, and why. */
export type CrawlInput =
  | { input: "live"; why: "breaker_closed" | "trial"; words: string }
  | { input: "snapshot"; why: "asked_for" | "cooling_down"; words: string; snapshot: Snapshot }
  | { input: "none"; why: "notice_unread" | "cooling_down"; words: string; status: "disallowed" | "cooling_down" };

type Asked = { id: string; snapshotRunId: string | null } & SourceHealth;

function coolingWords({ breaker, cooldownUntil, consecutiveFailures }: SourceHealth): string {
  const until = cooldownUntil?.toISOString() ?? "";
  if (breaker === "closed") return `the server asked to be left alone until ${until}`;
  return `cooling down until ${until} after ${consecutiveFailures} failures in a row`;
}

/**
 * Decides what is read: the snapshot where it is asked for; nothing from a board whose notice nobody has read; while the source cools
 * down its snapshot, if there is one; else the board. Throws `not_found` where a snapshot is asked for and there is none.
 */
export async function chooseInput(
  ctx: Context,
  source: Asked,
  given: { needsNotice: boolean; mayAsk: boolean; from: "live" | "snapshot" },
): Promise<CrawlInput> {
  if (given.from === "snapshot") {
    const snapshot = await findSnapshot(ctx, source);
    if (snapshot === null)
      throw new AppError("not_found", `There is no snapshot of ${source.id}: no crawl of it was whole yet.`);
    return { input: "snapshot", why: "asked_for", words: "as asked for", snapshot };
  }
  if (given.needsNotice) {
    const words = "an administrator has to read this source's notice before it is crawled";
    return { input: "none", why: "notice_unread", words, status: "disallowed" };
  }
  if (given.mayAsk) {
    return source.breaker === "closed"
      ? { input: "live", why: "breaker_closed", words: "the source may be asked" }
      : { input: "live", why: "trial", words: "the cool-down is over" };
  }
  const words = coolingWords(source);
  const snapshot = await findSnapshot(ctx, source);
  return snapshot === null
    ? { input: "none", why: "cooling_down", words, status: "cooling_down" }
    : { input: "snapshot", why: "cooling_down", words, snapshot };
}
