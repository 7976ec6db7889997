import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { BarChart } from "@/components/charts/bar-chart";
import { LineChart } from "@/components/charts/line-chart";
import { labelIn } from "@/components/postings/label-in";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { bucketsBetween } from "@/lib/core/trends/time-bucket";
import { trendQuery } from "@/lib/core/trends/trend-query";
import { requireUser } from "@/lib/entry/require-user";
import type { SearchParams } from "@/lib/entry/search-params";
import { getTrends, type SmallMultiple, type Trends } from "@/lib/services/trends/get-trends";
import { ToSources } from "../_components/to-sources";
import { bucketLabel } from "./_components/bucket-label";
import { GrowthTable } from "./_components/growth-table";
import { QuestionForm } from "./_components/question-form";
import { toLineModel } from "./_components/to-line-model";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("trends");
  return { title: t("title") };
}

const SMALL_PX = 150;

async function wordsFor(trends: Trends) {
  const [t, format, locale] = await Promise.all([getTranslations("trends"), getFormatter(), getLocale()]);
  const label = (bucket: string) => bucketLabel(bucket, format);
  const { query, sources } = trends;
  const named = sources.filter(({ id }) => trends.reporting.includes(id)).map(({ name }) => name);
  const points = trends.series[0]?.points ?? [];
  return {
    t,
    format,
    locale,
    label,
    labels: new Map(Object.entries(trends.labels).map(([id, labels]) => [id, labelIn(labels, locale)])),
    period: { from: label(query.from), to: label(query.to) },
    sources: named,
    caveat: t("caveat", {
      gaps: points.filter(({ n }) => n === 0).length,
      partial: points.filter(({ partial }) => partial).length,
    }),
  };
}
type Words = Awaited<ReturnType<typeof wordsFor>>;

function MainChart({ trends, words }: { trends: Trends; words: Words }) {
  const { t, labels, period } = words;
  const { measure, by } = trends.query;
  const model = toLineModel(trends.series, {
    measure,
    labels,
    words: {
      title: t(`chart.${measure}`, { by: t(`by.${by}`) }),
      subtitle: t("chart.subtitle", { n: trends.n, ...period }),
      sources: words.sources,
      caveat: null,
      bucketLabel: words.label,
    },
  });
  return (
    <Card>
      <LineChart model={model} height={340} />
    </Card>
  );
}

function Multiples({ title, multiples, nameOf, trends, words }: MultiplesProps) {
  if (multiples.length === 0) return null;
  return (
    <section aria-label={title} className="flex flex-col gap-3">
      <h2 className="text-md font-semibold">{title}</h2>
      <div className="grid gap-4 phone:grid-cols-2">
        {multiples.map(({ key, series, n }) => (
          <Card key={key}>
            <LineChart
              height={SMALL_PX}
              model={toLineModel(series, {
                measure: trends.query.measure,
                labels: words.labels,
                words: {
                  title: nameOf(key),
                  subtitle: words.t("smallSubtitle", { n }),
                  sources: [],
                  caveat: null,
                  bucketLabel: words.label,
                },
              })}
            />
          </Card>
        ))}
      </div>
    </section>
  );
}

type MultiplesProps = {
  title: string;
  multiples: readonly SmallMultiple[];
  nameOf: (key: string) => string;
  trends: Trends;
  words: Words;
};

function TopSkills({ trends, words }: { trends: Trends; words: Words }) {
  const { t, labels, period } = words;
  const n = trends.top[0]?.n ?? 0;
  const nameOf = (id: string) => labels.get(id) ?? id;
  const periods = trends.periods;
  const span = (buckets: readonly string[]) =>
    [...new Set([buckets[0], buckets.at(-1)])]
      .flatMap((bucket) => (bucket === undefined ? [] : words.label(bucket)))
      .join(" – ");
  return (
    <div className="grid items-start gap-5 rail:grid-cols-2">
      <Card>
        <BarChart
          model={{
            title: t("chart.top"),
            subtitle: t("chart.topSubtitle", { n, ...period }),
            unit: { kind: "share" },
            sources: words.sources,
            caveat: null,
            series: [
              {
                id: "top",
                label: t("chart.top"),
                points: trends.top.map(({ key, share }) => ({
                  bucket: key,
                  label: nameOf(key),
                  value: share,
                  n,
                  partial: false,
                })),
              },
            ],
          }}
        />
      </Card>
      <Card
        title={t("top.title")}
        aside={periods === null ? null : t("top.note", { earlier: span(periods.earlier), later: span(periods.later) })}
        flush
      >
        <GrowthTable
          caption={t("top.title")}
          rows={trends.top.map(({ key, postings, share, growth }) => ({
            id: key,
            label: nameOf(key),
            postings,
            share,
            growth,
          }))}
        />
      </Card>
    </div>
  );
}

/** The periods that the sentence offers: from the first one counted, or asked for, to the last. */
function offered(trends: Trends): string[] {
  const { from, to } = trends.query;
  const first = trends.extent.first !== null && trends.extent.first < from ? trends.extent.first : from;
  const last = trends.extent.last !== null && trends.extent.last > to ? trends.extent.last : to;
  return bucketsBetween(first, last);
}

export default async function TrendsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { ctx } = await requireUser();
  const asked = trendQuery.parse(await searchParams);
  const trends = await getTrends(ctx, asked);
  const words = await wordsFor(trends);
  const { t, format, labels } = words;
  const languages = await getTranslations("vocabulary.lang");
  const facts = [t("facts.n", { n: trends.n })];
  if (trends.computedAt !== null)
    facts.push(
      t("facts.fresh", { when: format.dateTime(trends.computedAt, { dateStyle: "medium", timeStyle: "short" }) }),
    );
  return (
    <>
      <PageHeader title={t("title")} facts={facts}>
        <QuestionForm
          query={asked}
          range={trends.query}
          buckets={offered(trends).map((bucket) => ({ bucket, label: words.label(bucket) }))}
          skills={trends.query.skill.map((id) => ({ id, label: labels.get(id) ?? id }))}
          sources={trends.sources}
          locale={words.locale}
        />
        {trends.n > 0 ? <p className="max-w-[88ch] text-sm text-muted">{words.caveat}</p> : null}
      </PageHeader>
      {trends.n === 0 ? (
        <EmptyState
          title={t("emptyTitle")}
          action={trends.computedAt === null ? <ToSources /> : <ButtonLink href="/trends">{t("reset")}</ButtonLink>}
        >
          {trends.computedAt === null ? t("emptyAllBody") : t("emptyBody")}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-5">
          <h2 className="sr-only">{t("answer")}</h2>
          <MainChart trends={trends} words={words} />
          <TopSkills trends={trends} words={words} />
          <Multiples
            title={t("bySource")}
            multiples={trends.bySource}
            nameOf={(key) => trends.sources.find(({ id }) => id === key)?.name ?? key}
            trends={trends}
            words={words}
          />
          <Multiples
            title={t("byLanguage")}
            multiples={trends.byLanguage}
            nameOf={(key) => (key === "en" || key === "es" ? languages(key) : key)}
            trends={trends}
            words={words}
          />
        </div>
      )}
    </>
  );
}
