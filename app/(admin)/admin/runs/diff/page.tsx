import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Banner } from "@/components/ui/banner";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Select } from "@/components/ui/select";
import { AppError } from "@/lib/core/kernel/app-error";
import { RUN_KINDS } from "@/lib/core/pipeline/run-report";
import { requireAdmin } from "@/lib/entry/require-user";
import type { SearchParams } from "@/lib/entry/search-params";
import type { UserContext } from "@/lib/services/context/context";
import { diffRuns, type RunDiff } from "@/lib/services/runs/diff-runs";
import { type ComparableRun, listComparableRuns } from "@/lib/services/runs/list-comparable-runs";
import { DiffResult } from "./_components/diff-result";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.diff");
  return { title: t("title") };
}

type Compared = { kind: "diff"; diff: RunDiff } | { kind: "problem"; problem: "noManifest" | "notThere" } | null;

async function compare(ctx: UserContext, a: string, b: string): Promise<Compared> {
  if (a === "" || b === "") return null;
  try {
    return { kind: "diff", diff: await diffRuns(ctx, a, b) };
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid_input") return { kind: "problem", problem: "noManifest" };
    if (error instanceof AppError && error.code === "not_found") return { kind: "problem", problem: "notThere" };
    throw error;
  }
}

async function Choice({ runs, a, b }: { runs: ComparableRun[]; a: string; b: string }) {
  const [t, kinds, format] = await Promise.all([
    getTranslations("admin.diff"),
    getTranslations("admin.kind"),
    getFormatter(),
  ]);
  const nameOf = ({ kind, sourceId, at }: ComparableRun) => {
    const known = RUN_KINDS.find((one) => one === kind);
    const when = format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "medium" });
    return [known === undefined ? kind : kinds(known), ...(sourceId === null ? [] : [sourceId]), when].join(" · ");
  };
  const unlisted = (id: string) => id !== "" && !runs.some((run) => run.id === id);
  const sides = [
    { name: "a", label: t("a"), value: a },
    { name: "b", label: t("b"), value: b },
  ];
  return (
    <form action="/admin/runs/diff" className="flex flex-wrap items-end gap-3">
      {sides.map(({ name, label, value }) => (
        <div key={name} className="flex min-w-0 grow basis-72 flex-col gap-1 phone:max-w-md">
          <label htmlFor={`run-${name}`} className="font-medium">
            {label}
          </label>
          <Select id={`run-${name}`} name={name} defaultValue={value} className="w-full">
            <option value="">{t("choose")}</option>
            {unlisted(value) ? <option value={value}>{value}</option> : null}
            {runs.map((run) => (
              <option key={run.id} value={run.id}>
                {nameOf(run)}
              </option>
            ))}
          </Select>
        </div>
      ))}
      <Button type="submit" variant="primary">
        {t("compare")}
      </Button>
    </form>
  );
}

export default async function DiffPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { ctx } = await requireAdmin();
  const search = await searchParams;
  const one = (name: string) => ([search[name]].flat()[0] ?? "").slice(0, 64);
  const [a, b] = [one("a"), one("b")];
  const [t, words] = await Promise.all([getTranslations("admin.diff"), getTranslations("admin.sources")]);
  const [runs, compared] = await Promise.all([listComparableRuns(ctx), compare(ctx, a, b)]);
  return (
    <>
      <PageHeader title={t("title")} facts={[t("lead")]} backHref={b === "" ? "/admin/runs" : `/admin/runs/${b}`}>
        {runs.length === 0 ? null : <Choice runs={runs} a={a} b={b} />}
      </PageHeader>
      <div className="flex max-w-page flex-col gap-5">
        {runs.length === 0 ? (
          <EmptyState title={t("emptyTitle")} action={<ButtonLink href="/admin/sources">{words("title")}</ButtonLink>}>
            {t("emptyBody")}
          </EmptyState>
        ) : null}
        {compared?.kind === "problem" ? (
          <div role="alert">
            <Banner inside tone="bad">
              {t(compared.problem)}
            </Banner>
          </div>
        ) : null}
        {compared?.kind === "diff" ? <DiffResult diff={compared.diff} /> : null}
        {compared === null && runs.length > 0 ? <p className="text-muted">{t("chooseTwo")}</p> : null}
      </div>
    </>
  );
}
