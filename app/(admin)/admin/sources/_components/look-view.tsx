"use client";

import { useFormatter, useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { type Column, Table } from "@/components/ui/table";
import { ExternalLink } from "@/components/ui/text-link";
import { readRecorded } from "@/lib/core/pipeline/recorded-words";
import type { SourceLook } from "@/lib/services/sources/look-at-source";
import { useRecorded } from "../../../../_components/use-recorded";
import { useWord } from "../../../../_components/use-word";

type Looked = SourceLook["postings"][number];
type Request = SourceLook["requests"][number];

function Postings({ postings }: { postings: Looked[] }) {
  const t = useTranslations("admin.look");
  const recorded = useRecorded();
  const format = useFormatter();
  const day = (at: string | null) => (at === null ? "–" : format.dateTime(new Date(at), { dateStyle: "medium" }));
  const columns: Column<Looked>[] = [
    {
      id: "title",
      header: t("posting"),
      isRowHeader: true,
      cell: (posting) => (
        <span className="flex flex-col">
          <span className="font-medium wrap-anywhere">{posting.title}</span>
          <span className="text-sm wrap-anywhere text-muted">
            {[posting.company, posting.location].filter((part) => part !== null && part !== "").join(" · ")}
          </span>
          {posting.url === null ? null : (
            <ExternalLink href={posting.url} className="text-sm wrap-anywhere">
              {posting.url}
            </ExternalLink>
          )}
        </span>
      ),
    },
    { id: "date", header: t("date"), wideOnly: true, cell: (posting) => day(posting.postedAt) },
    {
      id: "text",
      header: t("text"),
      wideOnly: true,
      cell: (posting) => (
        <span className="line-clamp-3 max-w-96 text-sm wrap-anywhere text-muted">
          {t("characters", { n: posting.textLength })} · {posting.excerpt}
        </span>
      ),
    },
    {
      id: "warnings",
      header: t("warnings"),
      cell: (posting) =>
        posting.warnings.length === 0 ? (
          <span className="text-muted">{t("none")}</span>
        ) : (
          <ul className="text-sm text-warn">
            {posting.warnings.map((warning) => (
              <li key={warning} className="wrap-anywhere first-letter:uppercase">
                {recorded(warning)}
              </li>
            ))}
          </ul>
        ),
    },
  ];
  return (
    <Table
      caption={t("postings", { count: postings.length })}
      rows={postings}
      rowKey={(posting) => posting.externalId}
      columns={columns}
    />
  );
}

function Requests({ requests }: { requests: Request[] }) {
  const t = useTranslations("admin.look");
  const format = useFormatter();
  const robots = useWord("requests.robots");
  const result = useWord("requests.result");
  const columns: Column<Request & { n: number }>[] = [
    {
      id: "url",
      header: t("address"),
      isRowHeader: true,
      cell: ({ url, purpose }) => (
        <span className="text-sm wrap-anywhere">
          {url}
          {purpose === "robots" ? <span className="text-muted"> · robots.txt</span> : null}
        </span>
      ),
    },
    {
      id: "status",
      header: t("status"),
      cell: ({ sent, status, result: word }) => (
        <span className="tabular text-sm">
          {!sent ? t("notSent", { why: result(word) }) : (status ?? result(word))}
        </span>
      ),
    },
    {
      id: "robots",
      header: "robots.txt",
      cell: ({ robots: decision }) => <span className="text-sm">{decision === null ? "–" : robots(decision)}</span>,
    },
    {
      id: "bytes",
      header: t("bytes"),
      align: "end",
      wideOnly: true,
      cell: ({ bytes }) => <span className="tabular text-sm">{format.number(bytes)}</span>,
    },
  ];
  return (
    <Table
      caption={t("requests", { count: requests.length })}
      rows={requests.map((request, n) => ({ ...request, n }))}
      rowKey={({ n }) => String(n)}
      columns={columns}
    />
  );
}

/** What a look at a source found: what would be read, what went wrong, and every request with what robots.txt said of it. */
export function LookView({ look }: { look: SourceLook }) {
  const t = useTranslations("admin.look");
  const reason = useWord("look.reason");
  const recorded = useRecorded();
  // A look at a single page was asked for as such: that it was no crawl is nothing that went wrong.
  const reasons = look.reasons.filter((why) => readRecorded(why)?.name !== "singlePages");
  return (
    <div className="flex flex-col gap-5">
      <div role="status" className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {look.postings.length > 0 ? (
          <StatusBadge tone="ok">{t("found", { count: look.postings.length })}</StatusBadge>
        ) : (
          <StatusBadge tone="warn">{t("foundNothing")}</StatusBadge>
        )}
        <span className="text-muted">{t("nothingKept")}</span>
      </div>
      {look.postings.length === 0 ? null : (
        <Card flush title={t("postings", { count: look.postings.length })}>
          <Postings postings={look.postings} />
        </Card>
      )}
      {look.problems.length === 0 && reasons.length === 0 ? null : (
        <Card title={t("problems")}>
          <ul className="flex flex-col gap-2">
            {look.problems.map(({ reason: word, message, url }, index) => (
              <li key={index} className="wrap-anywhere">
                <span className="font-medium">{reason(word)}</span>: {recorded(message)}
                {url === null ? null : <span className="block text-sm text-muted">{url}</span>}
              </li>
            ))}
            {reasons.map((why) => (
              <li key={why} className="wrap-anywhere text-muted">
                {t("incomplete", { why: recorded(why) })}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {look.requests.length === 0 ? null : (
        <Card flush title={t("requests", { count: look.requests.length })}>
          <Requests requests={look.requests} />
        </Card>
      )}
    </div>
  );
}
