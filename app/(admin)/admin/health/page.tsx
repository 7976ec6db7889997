import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { formatBytes } from "@/components/forms/format-bytes";
import { PageHeader } from "@/components/layout/page-header";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { Stat, StatRow } from "@/components/ui/stat";
import { TextLink } from "@/components/ui/text-link";
import { RUN_KINDS } from "@/lib/core/pipeline/run-report";
import { requireAdmin } from "@/lib/entry/require-user";
import { describeHealth } from "@/lib/services/health/describe-health";
import { RunStatusBadge } from "../../_components/run-status";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.health");
  return { title: t("title") };
}

const LONG_WAIT_MS = 10 * 60_000;

export default async function HealthPage() {
  const { ctx } = await requireAdmin();
  const [t, kinds, format, locale, figures] = await Promise.all([
    getTranslations("admin.health"),
    getTranslations("admin.kind"),
    getFormatter(),
    getLocale(),
    describeHealth(ctx),
  ]);
  const { database, queue, embedding, statistics } = figures;
  const moment = (at: Date) => format.dateTime(at, { dateStyle: "medium", timeStyle: "short" });
  const waits =
    queue.oldestQueuedAt !== null && ctx.wallNow().getTime() - queue.oldestQueuedAt.getTime() > LONG_WAIT_MS;
  return (
    <>
      <PageHeader title={t("title")} />
      <div className="flex max-w-page flex-col gap-5">
        {waits ? (
          <Banner inside tone="warn">
            {t("queueLong")}
          </Banner>
        ) : null}
        <StatRow>
          <Stat
            label={t("database")}
            value={`${database.version} · ${t(database.kind)}`}
            note={t("latency", {
              ms: database.latencyMs,
              size: formatBytes(database.bytes, locale),
            })}
          />
          <Stat
            label={t("postings")}
            value={format.number(figures.postings)}
            note={t("postingsNote", { open: figures.openPostings })}
          />
          <Stat
            label={t("queue")}
            value={t("queueValue", { waiting: queue.waiting })}
            note={[
              t("queueNote", { running: queue.running }),
              ...(queue.oldestQueuedAt === null ? [] : [t("queueOldest", { when: moment(queue.oldestQueuedAt) })]),
            ].join(", ")}
          />
          <Stat
            label={t("embedding")}
            value={embedding.model}
            note={t("embeddingNote", { vectors: embedding.vectors, missing: embedding.missing })}
          />
          <Stat
            label={t("statistics")}
            value={statistics === null ? t("never") : moment(statistics.computedAt)}
            note={statistics === null ? null : t("statisticsNote", { documents: statistics.documents })}
          />
          <Stat
            label={t("trends")}
            value={figures.trendsComputedAt === null ? t("never") : moment(figures.trendsComputedAt)}
          />
          <Stat
            label={t("sources")}
            value={t("sourcesValue", { enabled: figures.sources.enabled })}
            note={t("sourcesNote", { failing: figures.sources.failing })}
          />
          <Stat
            label={t("lastCrawl")}
            value={figures.sources.lastSuccessAt === null ? t("never") : moment(figures.sources.lastSuccessAt)}
          />
        </StatRow>
        <Card title={t("lastRuns")}>
          {figures.lastRuns.length === 0 ? <p className="text-muted">{t("noRuns")}</p> : null}
          <ul className="flex flex-col gap-2">
            {figures.lastRuns.map((run) => {
              const kind = RUN_KINDS.find((known) => known === run.kind);
              return (
                <li key={run.kind} className="flex flex-wrap items-center gap-x-3">
                  <TextLink href={`/admin/runs/${run.id}`}>{kind === undefined ? run.kind : kinds(kind)}</TextLink>
                  <RunStatusBadge status={run.status} />
                  <span className="tabular text-sm text-muted">{moment(run.at)}</span>
                </li>
              );
            })}
          </ul>
        </Card>
      </div>
    </>
  );
}
