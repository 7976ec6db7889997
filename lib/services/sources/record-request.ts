import type { RequestReport } from "@/lib/adapters/http/request-report";
import type { RunRecorder } from "@/lib/services/runs/run-recorder";

const STAGE = "scrape";

/** What is worth a column in every row; what is usual (first try, no redirect, no wait) is left out. */
function detailOf(report: RequestReport): Record<string, unknown> {
  const { purpose, status, bytes, fromCache, robots, attempt, hop, waits, sentAt, tookMs } = report;
  const usual: Record<string, unknown> = {
    ...(purpose === "robots" ? { purpose } : { robots }),
    ...(attempt > 1 ? { attempt } : {}),
    ...(hop > 0 ? { hop } : {}),
    ...(Object.keys(waits).length > 0 ? { waits } : {}),
  };
  if (!report.sent) return usual;
  return { status, bytes, fromCache, ...usual, sentAt: sentAt?.toISOString() ?? null, tookMs };
}

function messageOf({ sent, status, result, bytes, note }: RequestReport): string {
  if (!sent) return note ?? result;
  const answer = status === null ? result : `${status}, ${bytes} bytes`;
  return note === null ? answer : `${answer}: ${note}`;
}

/** Writes one request into the run's events: `fetch.answered` if it went out, `fetch.withheld` with the reason if it did not. */
export function recordRequest(run: RunRecorder, report: RequestReport): void {
  if (report.sent) run.count(STAGE, "requests");
  run.event({
    kind: report.sent ? "fetch.answered" : "fetch.withheld",
    stage: STAGE,
    ...(report.result === "answer" ? {} : { reason: report.result }),
    message: messageOf(report),
    url: report.url,
    detail: detailOf(report),
  });
}
