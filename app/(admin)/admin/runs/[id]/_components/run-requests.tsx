import { useFormatter, useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/badge";
import { type Column, Table } from "@/components/ui/table";
import type { RunRequests as Page, RunRequest } from "@/lib/services/runs/list-run-requests";
import { useDuration } from "../../../../../_components/use-duration";
import { useRecorded } from "../../../../../_components/use-recorded";
import { useWord } from "../../../../../_components/use-word";
import { ColumnOfAddresses } from "./column-of-addresses";
import { PagedCard, type PageLinks, rangeOf } from "./paged-card";
import { sharedOrigin, withoutOrigin } from "./shared-origin";

function Waits({ waits }: { waits: RunRequest["waits"] }) {
  const word = useWord("requests.wait");
  const duration = useDuration();
  const parts = Object.entries(waits).map(([reason, ms]) => `${duration(ms)} ${word(reason)}`);
  return (
    <span className="text-sm">{parts.length === 0 ? <span className="text-muted">–</span> : parts.join(", ")}</span>
  );
}

function Answer({ request }: { request: RunRequest }) {
  const t = useTranslations("admin.requests");
  const result = useWord("requests.result");
  if (!request.sent)
    return <StatusBadge tone="warn">{t("notSent", { why: result(request.reason ?? "") })}</StatusBadge>;
  const bad = request.reason !== null && request.reason !== "redirect";
  return (
    <span className="tabular text-sm whitespace-nowrap">
      {request.status ?? "–"}
      {request.fromCache ? <span className="text-muted"> · {t("fromCache")}</span> : null}
      {bad ? <span className="text-warn"> · {result(request.reason ?? "")}</span> : null}
    </span>
  );
}

/** Every request of a run and every one that was not sent: what was answered, what robots.txt said, how long it waited and why. */
export function RunRequests({ page, ...links }: { page: Page } & PageLinks) {
  const t = useTranslations("admin.requests");
  const format = useFormatter();
  const recorded = useRecorded();
  const origin = sharedOrigin(page.requests.map(({ url }) => url));
  const robots = useWord("requests.robots");
  const columns: Column<RunRequest>[] = [
    {
      id: "url",
      header: <ColumnOfAddresses name={t("address")} origin={origin} />,
      isRowHeader: true,
      cell: ({ url, message, sent }) => (
        <span className="flex flex-col text-sm">
          <span className="wrap-anywhere">{withoutOrigin(url, origin)}</span>
          {sent ? null : <span className="wrap-anywhere text-muted">{recorded(message)}</span>}
        </span>
      ),
    },
    { id: "status", header: t("answer"), cell: (request) => <Answer request={request} /> },
    {
      id: "robots",
      header: "robots.txt",
      cell: ({ robots: decision, purpose }) => (
        <span className="text-sm">{purpose === "robots" ? t("itself") : robots(decision ?? "unknown")}</span>
      ),
    },
    {
      id: "bytes",
      header: t("bytes"),
      align: "end",
      wideOnly: true,
      cell: ({ bytes }) => <span className="tabular text-sm">{format.number(bytes)}</span>,
    },
    {
      id: "attempt",
      header: t("attempt"),
      align: "end",
      wideOnly: true,
      cell: ({ attempt, hop }) => (
        <span className="tabular text-sm whitespace-nowrap">
          {attempt}
          {hop > 0 ? ` · ${t("hop", { n: hop })}` : null}
        </span>
      ),
    },
    { id: "waits", header: t("waits"), wideOnly: true, cell: ({ waits }) => <Waits waits={waits} /> },
  ];
  const range = rangeOf(page, page.requests.length);
  return (
    <PagedCard
      title={t("title")}
      count={t("count", { n: page.total })}
      label={t("pages")}
      range={range === null ? null : t("range", range)}
      {...links}
    >
      {page.total === 0 ? <p className="p-4 text-muted">{t("none")}</p> : null}
      {page.requests.length === 0 ? null : (
        <Table caption={t("title")} rows={page.requests} rowKey={({ seq }) => String(seq)} columns={columns} />
      )}
    </PagedCard>
  );
}
