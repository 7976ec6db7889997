"use client";

import { CirclePause, CircleSlash } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useState, useTransition } from "react";
import { toast } from "sonner";
import { Chip, StatusBadge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { SourceHealthWord, SourceLine } from "@/lib/services/sources/list-sources";
import { scrapeNowAction, setSourceEnabledAction } from "../actions";
import { ScrapePanel } from "./scrape-panel";

const TONES = { ok: "ok", warn: "warn", bad: "bad" } as const;

function Health({ word }: { word: SourceHealthWord }) {
  const t = useTranslations("admin.sources.health");
  if (word === "off" || word === "unused") {
    const Icon = word === "off" ? CircleSlash : CirclePause;
    return (
      <span className="inline-flex items-center gap-1 text-xs font-medium text-muted">
        <Icon aria-hidden className="size-3.5" />
        {t(word)}
      </span>
    );
  }
  return <StatusBadge tone={TONES[word]}>{t(word)}</StatusBadge>;
}

function Name({ source }: { source: SourceLine }) {
  const t = useTranslations("admin.sources");
  return (
    <span className="flex flex-col">
      <span className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{source.name}</span>
        {source.isDemo ? <Chip>{t("demo")}</Chip> : null}
        {source.adapter === "file" ? <Chip>{t("file")}</Chip> : null}
      </span>
      {source.attribution === null ? null : <span className="text-sm text-muted">{source.attribution}</span>}
    </span>
  );
}

/** Sources with their health; a crawl that is started here is followed above the table. */
export function SourceTable({ sources, now }: { sources: SourceLine[]; now: Date }) {
  const t = useTranslations("admin.sources");
  const format = useFormatter();
  const [following, setFollowing] = useState<{ runId: string; name: string } | null>(null);
  const [pending, startTransition] = useTransition();
  const moment = (at: Date | null, otherwise: string): ReactNode =>
    at === null ? (
      <span className="text-muted">{otherwise}</span>
    ) : (
      <time dateTime={at.toISOString()} className="tabular whitespace-nowrap">
        {format.dateTime(at, { dateStyle: "medium", timeStyle: "short" })}
      </time>
    );
  const scrape = (source: SourceLine) =>
    startTransition(async () => {
      const result = await scrapeNowAction({ sourceId: source.id });
      if (result.ok) setFollowing({ runId: result.data.runId, name: source.name });
      else toast.error(t("refused", { message: result.error.message }));
    });
  const turn = (source: SourceLine) =>
    startTransition(async () => {
      const result = await setSourceEnabledAction({ sourceId: source.id, enabled: source.enabled ? "false" : "true" });
      if (!result.ok) toast.error(result.error.message);
    });
  const next = (source: SourceLine): ReactNode => {
    if (source.breaker === "open" && source.cooldownUntil !== null)
      return t("cooling", {
        when: format.dateTime(source.cooldownUntil, { dateStyle: "medium", timeStyle: "short" }),
        failures: source.consecutiveFailures,
      });
    if (!source.enabled || source.adapter === "file") return moment(null, t("notScheduled"));
    return source.nextRunAt !== null && source.nextRunAt > now ? moment(source.nextRunAt, "") : t("due");
  };
  return (
    <div className="flex flex-col gap-5">
      {following === null ? null : (
        <ScrapePanel
          key={following.runId}
          runId={following.runId}
          name={following.name}
          onClose={() => setFollowing(null)}
        />
      )}
      <Card flush>
        <Table
          caption={t("caption")}
          rows={sources}
          rowKey={(source) => source.id}
          columns={[
            { id: "name", header: t("name"), isRowHeader: true, cell: (source) => <Name source={source} /> },
            {
              id: "health",
              header: t("healthHeader"),
              cell: (source) => (
                <span className="flex flex-col items-start">
                  <Health word={source.health} />
                  {source.lastOutcome === null || source.lastOutcome === "ok" ? null : (
                    <span className="max-w-64 text-sm wrap-anywhere text-muted">{source.lastOutcome}</span>
                  )}
                </span>
              ),
            },
            {
              id: "success",
              header: t("lastSuccess"),
              wideOnly: true,
              cell: (source) => moment(source.lastSuccessAt, t("never")),
            },
            {
              id: "crawl",
              header: t("lastCrawl"),
              wideOnly: true,
              cell: (source) => (
                <span className="tabular flex flex-col">
                  {source.lastRunAt === null ? null : (
                    <span>{t("seen", { fresh: source.fresh, seen: source.seen })}</span>
                  )}
                  <span className="text-sm text-muted">{t("openNow", { open: source.open })}</span>
                </span>
              ),
            },
            { id: "next", header: t("nextRun"), wideOnly: true, cell: next },
            {
              id: "actions",
              header: t("actions"),
              align: "end",
              cell: (source) => (
                <span className="inline-flex flex-wrap items-center justify-end gap-2">
                  {source.newestRun === null ? null : (
                    <TextLink href={`/admin/runs/${source.newestRun.id}`} className="text-sm">
                      <span aria-hidden>{t("lastRun")}</span>
                      <span className="sr-only">{t("lastRunOf", { name: source.name })}</span>
                    </TextLink>
                  )}
                  <Button
                    size="sm"
                    variant="ghost"
                    disabled={pending}
                    aria-label={t(source.enabled ? "disableOne" : "enableOne", { name: source.name })}
                    onClick={() => turn(source)}
                  >
                    {t(source.enabled ? "disable" : "enable")}
                  </Button>
                  {source.adapter === "file" ? null : (
                    <Button
                      size="sm"
                      disabled={pending || !source.enabled}
                      aria-label={t("scrapeOne", { name: source.name })}
                      onClick={() => scrape(source)}
                    >
                      {t("scrape")}
                    </Button>
                  )}
                </span>
              ),
            },
          ]}
        />
      </Card>
    </div>
  );
}
