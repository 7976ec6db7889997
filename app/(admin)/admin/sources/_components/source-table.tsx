"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Chip } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { type Column, Table } from "@/components/ui/table";
import { ExternalLink, TextLink } from "@/components/ui/text-link";
import type { SourceLine } from "@/lib/services/sources/list-sources";
import { SourceActions } from "./source-actions";
import { SourceState } from "./source-state";

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}

function Name({ source }: { source: SourceLine }) {
  const t = useTranslations("admin.sources");
  const kept = source.adapter === "file" ? null : source.managedBy;
  return (
    <span className="flex flex-col">
      <span className="flex flex-wrap items-center gap-x-2">
        {source.adapter === "file" ? (
          <span className="font-medium">{source.name}</span>
        ) : (
          <TextLink href={`/admin/sources/${encodeURIComponent(source.id)}`} className="font-medium">
            {source.name}
          </TextLink>
        )}
        {source.isDemo ? <Chip>{t("demo")}</Chip> : null}
        {source.adapter === "file" ? <Chip>{t("file")}</Chip> : null}
        {kept === "file" || kept === "admin" ? <Chip>{t(`kept.${kept}`)}</Chip> : null}
      </span>
      <span className="hidden text-sm wrap-anywhere text-muted phone:inline">
        {source.homepage === null ? null : (
          <ExternalLink href={source.homepage}>{hostOf(source.homepage)}</ExternalLink>
        )}
      </span>
    </span>
  );
}

type SourceTableProps = {
  sources: SourceLine[];
  now: Date;
  pending: boolean;
  onScrape: (source: SourceLine, from: "live" | "snapshot") => void;
  onTurn: (source: SourceLine) => void;
};

/** Sources with their state, last success, what the newest crawl kept, and when they are next. */
export function SourceTable({ sources, now, pending, onScrape, onTurn }: SourceTableProps) {
  const t = useTranslations("admin.sources");
  const format = useFormatter();
  const moment = (at: Date | null, otherwise: string): ReactNode =>
    at === null ? (
      <span className="text-muted">{otherwise}</span>
    ) : (
      <time dateTime={at.toISOString()} className="tabular whitespace-nowrap">
        {format.dateTime(at, { dateStyle: "medium", timeStyle: "short" })}
      </time>
    );
  const next = (source: SourceLine): ReactNode => {
    if (!source.enabled || source.adapter === "file") return moment(null, t("notScheduled"));
    if (source.cooldownUntil !== null && source.cooldownUntil > now) return moment(source.cooldownUntil, "");
    return source.nextRunAt !== null && source.nextRunAt > now ? moment(source.nextRunAt, "") : t("due");
  };
  const saved = ({ crawl, fresh, open, lastRunAt }: SourceLine): ReactNode =>
    crawl === null && open === 0 && lastRunAt === null ? (
      <span className="text-muted">–</span>
    ) : (
      <span className="tabular flex flex-col">
        {crawl === null ? null : (
          <TextLink href={`/admin/runs/${crawl.runId}`} className="whitespace-nowrap">
            {t("saved", { saved: crawl.saved, seen: crawl.seen })}
          </TextLink>
        )}
        <span className="text-sm whitespace-nowrap text-muted">
          {[t("openNow", { open }), ...(fresh > 0 && crawl !== null ? [t("fresh", { fresh })] : [])].join(" · ")}
        </span>
      </span>
    );
  const columns: Column<SourceLine>[] = [
    {
      id: "name",
      header: t("name"),
      isRowHeader: true,
      cell: (source) => (
        <span className="flex flex-col items-start gap-1">
          <Name source={source} />
          <span className="phone:hidden">
            <SourceState source={source} />
          </span>
        </span>
      ),
    },
    { id: "state", header: t("stateHeader"), wideOnly: true, cell: (source) => <SourceState source={source} /> },
    {
      id: "success",
      header: t("lastSuccess"),
      wideOnly: true,
      cell: (source) => moment(source.lastSuccessAt, t("never")),
    },
    { id: "saved", header: t("savedHeader"), wideOnly: true, cell: saved },
    { id: "next", header: t("nextRun"), wideOnly: true, cell: next },
    {
      id: "actions",
      header: (
        <span className="relative">
          <span className="sr-only">{t("actions")}</span>
        </span>
      ),
      align: "end",
      cell: (source) => (
        <SourceActions
          source={source}
          pending={pending}
          onScrape={(from) => onScrape(source, from)}
          onTurn={() => onTurn(source)}
        />
      ),
    },
  ];
  return (
    <Card flush>
      <Table caption={t("caption")} rows={sources} rowKey={(source) => source.id} columns={columns} />
    </Card>
  );
}
