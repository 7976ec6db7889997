import type { Metadata } from "next";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Chip } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ListKeys } from "@/components/ui/list-keys";
import { Pagination } from "@/components/ui/pagination";
import { Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { RUN_KINDS, RUN_TRIGGERS } from "@/lib/core/pipeline/run-report";
import { requireAdmin } from "@/lib/entry/require-user";
import type { SearchParams } from "@/lib/entry/search-params";
import { listRuns, runFilter, type RunFilter, type RunLine } from "@/lib/services/runs/list-runs";
import { RunStatusBadge } from "../../_components/run-status";
import { Took } from "../../_components/took";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.runs");
  return { title: t("title") };
}

function hrefOf(filter: Partial<RunFilter>): string {
  const params = new URLSearchParams();
  for (const name of ["kind", "source", "after"] as const) {
    const value = filter[name];
    if (value) params.set(name, value);
  }
  return params.size === 0 ? "/admin/runs" : `/admin/runs?${params.toString()}`;
}

async function KindChips({ filter }: { filter: RunFilter }) {
  const t = await getTranslations("admin");
  const kinds = [null, ...RUN_KINDS];
  return (
    <nav aria-label={t("runs.filter")}>
      <ul className="flex flex-wrap gap-2">
        {kinds.map((kind) => (
          <li key={kind ?? "all"}>
            <Link
              href={hrefOf({ kind, source: filter.source })}
              aria-current={filter.kind === kind ? "page" : undefined}
            >
              <Chip look={filter.kind === kind ? "current" : "plain"}>
                {kind === null ? t("runs.all") : t(`kind.${kind}`)}
              </Chip>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

async function RunTable({ runs }: { runs: RunLine[] }) {
  const [t, format] = await Promise.all([getTranslations("admin"), getFormatter()]);
  const kindOf = (run: RunLine) => {
    const kind = RUN_KINDS.find((known) => known === run.kind);
    return kind === undefined ? run.kind : t(`kind.${kind}`);
  };
  const triggerOf = (run: RunLine) => {
    const trigger = RUN_TRIGGERS.find((known) => known === run.trigger);
    return trigger === undefined ? run.trigger : t(`trigger.${trigger}`);
  };
  return (
    <Table
      caption={t("runs.caption")}
      rows={runs}
      rowKey={(run) => run.id}
      columns={[
        {
          id: "kind",
          header: t("runs.kindHeader"),
          isRowHeader: true,
          cell: (run) => (
            <span className="flex flex-col">
              <Link
                href={`/admin/runs/${run.id}`}
                data-list-item
                className="font-medium text-accent underline underline-offset-3"
              >
                {[kindOf(run), ...(run.sourceId === null ? [] : [run.sourceName ?? run.sourceId])].join(" · ")}
              </Link>
              <span className="hidden text-sm text-muted phone:inline">{triggerOf(run)}</span>
              <time dateTime={run.queuedAt.toISOString()} className="tabular text-sm text-muted phone:hidden">
                {format.dateTime(run.queuedAt, { dateStyle: "medium", timeStyle: "short" })}
              </time>
            </span>
          ),
        },
        { id: "status", header: t("runs.statusHeader"), cell: (run) => <RunStatusBadge status={run.status} /> },
        {
          id: "when",
          header: t("runs.when"),
          wideOnly: true,
          cell: (run) => (
            <time dateTime={run.queuedAt.toISOString()} className="tabular whitespace-nowrap">
              {format.dateTime(run.queuedAt, { dateStyle: "medium", timeStyle: "medium" })}
            </time>
          ),
        },
        { id: "took", header: t("runs.took"), align: "end", cell: (run) => <Took ms={run.tookMs} /> },
        {
          id: "counts",
          header: t("runs.counts"),
          align: "end",
          wideOnly: true,
          cell: (run) => (
            <span className="tabular">
              {[
                t(run.kind === "scrape" ? "runs.pages" : "runs.line", { done: run.done }),
                ...(run.fresh > 0 ? [t("runs.freshCount", { fresh: run.fresh })] : []),
                ...(run.failed > 0 ? [t("runs.failedCount", { failed: run.failed })] : []),
              ].join(" · ")}
            </span>
          ),
        },
      ]}
    />
  );
}

async function NoRuns({ isFiltered }: { isFiltered: boolean }) {
  const t = await getTranslations("admin");
  if (isFiltered)
    return (
      <EmptyState title={t("runs.emptyTitle")} action={<ButtonLink href="/admin/runs">{t("runs.showAll")}</ButtonLink>}>
        {t("runs.emptyBody")}
      </EmptyState>
    );
  return (
    <EmptyState
      title={t("runs.noneTitle")}
      action={<ButtonLink href="/admin/sources">{t("sources.title")}</ButtonLink>}
    >
      {t("runs.noneBody")}
    </EmptyState>
  );
}

export default async function RunsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { ctx } = await requireAdmin();
  const filter = runFilter.parse(await searchParams);
  const [t, { runs, next }] = await Promise.all([getTranslations("admin.runs"), listRuns(ctx, filter)]);
  return (
    <>
      <PageHeader
        title={t("title")}
        facts={[t("lead")]}
        action={runs.length < 2 ? null : <ButtonLink href="/admin/runs/diff">{t("compareTwo")}</ButtonLink>}
      >
        <KindChips filter={filter} />
      </PageHeader>
      {runs.length === 0 ? (
        <NoRuns isFiltered={filter.kind !== null || filter.source !== null || filter.after !== null} />
      ) : (
        <ListKeys>
          <Card flush>
            <RunTable runs={runs} />
          </Card>
        </ListKeys>
      )}
      <Pagination previousHref={null} nextHref={next === null ? null : hrefOf({ ...filter, after: next })}>
        {filter.after === null ? null : <TextLink href={hrefOf({ ...filter, after: null })}>{t("first")}</TextLink>}
      </Pagination>
    </>
  );
}
