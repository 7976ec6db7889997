import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { cache } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Stat, StatRow } from "@/components/ui/stat";
import { TextLink } from "@/components/ui/text-link";
import { AppError } from "@/lib/core/kernel/app-error";
import { RUN_KINDS, RUN_TRIGGERS } from "@/lib/core/pipeline/run-report";
import { requireAdmin } from "@/lib/entry/require-user";
import type { SearchParams } from "@/lib/entry/search-params";
import { getRun, type RunView } from "@/lib/services/runs/get-run";
import { listRunDocuments } from "@/lib/services/runs/list-run-documents";
import { listRunRequests } from "@/lib/services/runs/list-run-requests";
import { EventTail } from "../../../_components/event-tail";
import { Failures } from "./_components/failures";
import { ModelOutcome } from "./_components/model-outcome";
import { ReplayResult } from "./_components/replay-result";
import { RunActions } from "./_components/run-actions";
import { RunChanges } from "./_components/run-changes";
import { RunDocuments } from "./_components/run-documents";
import { RunProgress } from "./_components/run-progress";
import { RunRequests } from "./_components/run-requests";
import { SourceOutcomes } from "./_components/source-outcomes";

type Props = { params: Promise<{ id: string }> };

const load = cache(async (id: string): Promise<RunView> => {
  const { ctx } = await requireAdmin();
  try {
    return await getRun(ctx, id);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
});

async function titleOf(run: RunView): Promise<string> {
  const t = await getTranslations("admin.kind");
  const kind = RUN_KINDS.find((known) => known === run.kind);
  const word = kind === undefined ? run.kind : t(kind);
  return run.source === null ? word : `${word}\u00a0· ${run.source.name}`;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await titleOf(await load((await params).id)) };
}

async function Report({ run }: { run: RunView }) {
  const t = await getTranslations("admin.run");
  const { scores, topMatches } = run.report;
  return (
    <>
      {scores === null ? null : (
        <section aria-label={t("scores")} className="flex flex-col gap-2">
          <StatRow>
            {(["min", "p50", "p90", "max"] as const).map((figure) => (
              <Stat key={figure} label={t(`score.${figure}`)} value={scores[figure]} />
            ))}
          </StatRow>
          <p className="text-sm text-muted">{t("scoresNote", { n: scores.n })}</p>
        </section>
      )}
      {topMatches.length === 0 ? null : (
        <Card title={t("topMatches")}>
          <ol className="flex flex-col gap-1">
            {topMatches.map(({ postingId, title, company, score }) => (
              <li key={postingId} className="grid grid-cols-[2.5rem_1fr] gap-x-2">
                <span className="tabular text-right font-medium">{score}</span>
                <span className="min-w-0">
                  <TextLink href={`/postings/${postingId}`}>{title}</TextLink>
                  {company === null ? null : <span className="text-muted"> · {company}</span>}
                </span>
              </li>
            ))}
          </ol>
        </Card>
      )}
    </>
  );
}

async function Technical({ run }: { run: RunView }) {
  const t = await getTranslations("admin.run");
  const lines = [
    { name: t("inputHash"), value: run.inputHash },
    { name: t("outputHash"), value: run.outputHash },
    { name: t("revision"), value: run.gitRevision },
  ];
  return (
    <Disclosure summary={t("technical")}>
      <dl className="flex flex-col gap-2 text-sm">
        {lines.map(({ name, value }) => (
          <div key={name}>
            <dt className="text-muted">{name}</dt>
            <dd className="font-mono text-xs break-all">{value ?? t("none")}</dd>
          </div>
        ))}
        {[
          { name: t("versions"), value: run.versions },
          { name: t("input"), value: run.input },
        ].map(({ name, value }) => (
          <div key={name}>
            <dt className="text-muted">{name}</dt>
            <dd>
              <pre className="overflow-x-auto rounded-card border bg-sunken p-3 font-mono text-xs">{value}</pre>
            </dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}

const DIGITS = /^\d{1,9}$/;

/** Where a paged part of the page begins: after a sequence number in the address. */
function afterOf(value: string | string[] | undefined): number {
  const [word] = [value].flat();
  return word !== undefined && DIGITS.test(word) ? Number(word) : 0;
}

async function Provenance({ run, search }: { run: RunView; search: SearchParams }) {
  const { ctx } = await requireAdmin();
  const at = { requests: afterOf(search["requests"]), documents: afterOf(search["documents"]) };
  const [requests, documents] = await Promise.all([
    listRunRequests(ctx, run.id, at.requests),
    listRunDocuments(ctx, run.id, at.documents),
  ]);
  const href = (change: Partial<typeof at>, anchor: string) => {
    const wanted = Object.entries({ ...at, ...change }).filter(([, after]) => after > 0);
    const query = new URLSearchParams(wanted.map(([name, after]) => [name, String(after)])).toString();
    return `/admin/runs/${run.id}${query === "" ? "" : `?${query}`}#${anchor}`;
  };
  const fetches = requests.total > 0 || run.kind === "scrape" || run.kind === "daily";
  return (
    <>
      {fetches ? (
        <div id="requests">
          <RunRequests
            page={requests}
            firstHref={at.requests === 0 ? null : href({ requests: 0 }, "requests")}
            nextHref={requests.next === null ? null : href({ requests: requests.next }, "requests")}
          />
        </div>
      ) : null}
      {documents.total === 0 ? null : (
        <div id="documents">
          <RunDocuments
            page={documents}
            firstHref={at.documents === 0 ? null : href({ documents: 0 }, "documents")}
            nextHref={documents.next === null ? null : href({ documents: documents.next }, "documents")}
          />
        </div>
      )}
    </>
  );
}

export default async function RunPage({ params, searchParams }: Props & { searchParams: Promise<SearchParams> }) {
  const run = await load((await params).id);
  const [t, format] = await Promise.all([getTranslations("admin"), getFormatter()]);
  const trigger = RUN_TRIGGERS.find((known) => known === run.trigger);
  const moment = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "medium" });
  const facts = [trigger === undefined ? run.trigger : t(`trigger.${trigger}`), moment(run.queuedAt)];
  if (run.clock !== null) facts.push(`${t("run.clock", { when: moment(run.clock) })} (${t("run.clockNote")})`);
  return (
    <>
      <PageHeader title={await titleOf(run)} facts={facts} backHref="/admin/runs">
        <RunActions run={run} />
      </PageHeader>
      <div className="flex max-w-page flex-col gap-5">
        <ReplayResult run={run} />
        <RunProgress initial={run} />
        <SourceOutcomes run={run} />
        <ModelOutcome run={run} />
        <RunChanges run={run} />
        <Failures run={run} />
        <Report run={run} />
        <Provenance run={run} search={await searchParams} />
        {run.underWay || run.tail.length === 0 ? null : (
          <Disclosure summary={t("run.tail")}>
            <EventTail events={run.tail} live={false} />
          </Disclosure>
        )}
        <Technical run={run} />
      </div>
    </>
  );
}
