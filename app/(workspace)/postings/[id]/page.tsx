import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { EvidenceLinks } from "@/components/evidence/evidence-links";
import { labelIn } from "@/components/postings/label-in";
import { lifeFacts } from "@/components/postings/life-facts";
import { PayText } from "@/components/postings/pay-text";
import { PostingRow } from "@/components/postings/posting-row";
import { PageHeader } from "@/components/layout/page-header";
import { Chip, StatusBadge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { TextLink } from "@/components/ui/text-link";
import { requireUser } from "@/lib/entry/require-user";
import { getPosting, type PostingDetail } from "@/lib/services/postings/get-posting";
import { listDuplicateAdvice } from "@/lib/services/postings/list-duplicate-advice";
import { orNotFound } from "../../_components/or-not-found";
import { ApplyLink, ListingList } from "./_components/listing-list";
import { FactsBox } from "./_components/facts-box";
import { FitCard } from "./_components/fit-card";
import { LifeLine } from "./_components/life-line";
import { ModelCard } from "./_components/model-card";
import { PostingText } from "./_components/posting-text";
import { SkillList } from "./_components/skill-list";
import { SummaryCard } from "./_components/summary-card";
import { VersionChanges } from "./_components/version-changes";

type Props = { params: Promise<{ id: string }> };

const load = cache(async (id: string): Promise<PostingDetail> => {
  const { ctx } = await requireUser();
  return orNotFound(getPosting(ctx, id));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { summary } = await load((await params).id);
  return { title: summary.title };
}

async function Header({ posting }: { posting: PostingDetail }) {
  const [t, factWords, words, format, locale] = await Promise.all([
    getTranslations("postings"),
    getTranslations("postings.facts"),
    getTranslations("vocabulary"),
    getFormatter(),
    getLocale(),
  ]);
  const { summary } = posting;
  const life = lifeFacts(summary, factWords, format);
  const facts = [
    summary.companyId === null ? (
      (summary.company ?? t("facts.noEmployer"))
    ) : (
      <TextLink key="company" href={`/companies/${summary.companyId}`}>
        {summary.company}
      </TextLink>
    ),
    ...(posting.places.length > 1
      ? [posting.places.join(" / ")]
      : summary.place === null
        ? []
        : [summary.placeLabels === null ? summary.place : labelIn(summary.placeLabels, locale)]),
    ...life.map(({ id, words: fact, explained }) => (
      <span key={id} title={explained}>
        {fact}
      </span>
    )),
  ];
  return (
    <PageHeader
      title={<span lang={posting.lang ?? undefined}>{summary.title}</span>}
      facts={facts}
      backHref="/postings"
      action={<ApplyLink listings={posting.listings} />}
    >
      <div className="flex flex-wrap items-center gap-2">
        <StatusBadge tone={summary.state === "open" ? "ok" : "info"}>{words(`state.${summary.state}`)}</StatusBadge>
        {summary.pay === null ? null : (
          <Chip>
            <span className="sr-only">{t("pay.label")}: </span>
            <PayText pay={summary.pay} />
          </Chip>
        )}
      </div>
      <Disclosure summary={t("facts.explainTitle")}>
        <dl className="flex max-w-measure flex-col gap-1 text-sm">
          {life.map(({ id, words: fact, explained }) => (
            <div key={id}>
              <dt className="inline font-medium first-letter:uppercase">{fact}</dt>
              <dd className="inline text-muted"> – {explained}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </PageHeader>
  );
}

async function Similar({ postings }: { postings: PostingDetail["similar"] }) {
  const t = await getTranslations("postings.detail");
  return (
    <Card title={t("similarTitle")} aside={t("similarNote")} flush>
      {postings.length === 0 ? (
        <p className="p-4 text-muted">{t("similarNone")}</p>
      ) : (
        <ul>
          {postings.map((other) => (
            <PostingRow
              key={other.id}
              posting={other}
              aside={<span className="tabular text-sm text-muted">{t("similarity", { ratio: other.similarity })}</span>}
            />
          ))}
        </ul>
      )}
    </Card>
  );
}

export default async function PostingPage({ params }: Props) {
  const { id } = await params;
  const posting = await load(id);
  // A former id: the address of the posting that it has become is the one to keep.
  if (posting.summary.id !== id) redirect(`/postings/${posting.summary.id}`);
  const { ctx } = await requireUser();
  const postingId = posting.summary.id;
  const admin = ctx.actor.role === "admin" ? { postingId, advice: await listDuplicateAdvice(ctx, postingId) } : null;
  const locale = await getLocale();
  const skillLabels = new Map(posting.skills.map((skill) => [skill.id, labelIn(skill.labels, locale)]));
  return (
    <EvidenceLinks>
      <Header posting={posting} />
      <div className="grid items-start gap-5 rail:grid-cols-[minmax(0,1fr)_22rem] rail:grid-rows-[auto_1fr]">
        <div className="flex min-w-0 flex-col gap-5">
          <SummaryCard posting={posting} />
          <PostingText posting={posting} />
          <VersionChanges changes={posting.changes} lang={posting.lang} />
        </div>
        <div className="flex min-w-0 flex-col gap-5 rail:row-span-2">
          <FitCard fit={posting.fit} />
          <FactsBox
            facts={posting.facts}
            versionId={posting.versionId}
            annualUsd={posting.annualUsd}
            deadline={posting.deadline}
            lang={posting.lang}
            skillLabel={(skillId) => skillLabels.get(skillId) ?? skillId}
          />
          <SkillList
            skills={posting.skills}
            versionId={posting.versionId}
            locale={locale}
            isRead={posting.facts !== null}
          />
          {posting.model === null ? null : <ModelCard model={posting.model} lang={posting.lang} />}
          <LifeLine life={posting.life} />
          <ListingList listings={posting.listings} admin={admin} />
        </div>
        <div className="min-w-0">
          <Similar postings={posting.similar} />
        </div>
      </div>
    </EvidenceLinks>
  );
}
