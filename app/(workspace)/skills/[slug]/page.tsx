import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { LineChart } from "@/components/charts/line-chart";
import { labelIn } from "@/components/postings/label-in";
import { PostingRow } from "@/components/postings/posting-row";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ListKeys } from "@/components/ui/list-keys";
import { ExternalLink, TextLink } from "@/components/ui/text-link";
import { AppError } from "@/lib/core/kernel/app-error";
import { SKILL_KINDS } from "@/lib/core/skills/skill-types";
import { requireUser } from "@/lib/entry/require-user";
import { getSkill, type SkillPage } from "@/lib/services/trends/get-skill";
import { bucketLabel } from "../../trends/_components/bucket-label";
import { toLineModel } from "../../trends/_components/to-line-model";

type Props = { params: Promise<{ slug: string }> };

const load = cache(async (id: string): Promise<SkillPage> => {
  const { ctx } = await requireUser();
  try {
    return await getSkill(ctx, id);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [skill, locale] = await Promise.all([load((await params).slug), getLocale()]);
  return { title: labelIn(skill.labels, locale) };
}

async function About({ skill }: { skill: SkillPage }) {
  const [t, locale] = await Promise.all([getTranslations("postings.skill"), getLocale()]);
  const rows = [
    { name: t("aliasesEn"), lang: "en", words: [skill.labels.en, ...skill.aliases.en] },
    { name: t("aliasesEs"), lang: "es", words: [skill.labels.es, ...skill.aliases.es] },
  ];
  return (
    <Card title={t("about")}>
      <dl className="flex flex-col gap-2.5">
        {rows.map(({ name, lang, words }) => (
          <div key={lang}>
            <dt className="text-sm text-muted">{name}</dt>
            <dd lang={lang}>{words.join(" · ")}</dd>
          </div>
        ))}
        <div>
          <dt className="text-sm text-muted">{t("esco")}</dt>
          <dd className="wrap-anywhere">
            {skill.esco === null ? t("escoNone") : <ExternalLink href={skill.esco}>{skill.esco}</ExternalLink>}
          </dd>
        </div>
        {skill.path.length === 0 ? null : (
          <div>
            <dt className="text-sm text-muted">{t("path")}</dt>
            <dd>
              <ol className="flex flex-wrap gap-x-1.5">
                {skill.path.map(({ id, labels, isSkill }, index) => (
                  <li key={id} className="flex gap-x-1.5">
                    {index === 0 ? null : (
                      <span aria-hidden className="text-muted">
                        ›
                      </span>
                    )}
                    {isSkill ? (
                      <TextLink href={`/skills/${id}`}>{labelIn(labels, locale)}</TextLink>
                    ) : (
                      labelIn(labels, locale)
                    )}
                  </li>
                ))}
              </ol>
            </dd>
          </div>
        )}
        {skill.narrower.length === 0 ? null : (
          <div>
            <dt className="text-sm text-muted">{t("narrower")}</dt>
            <dd>
              <ul className="flex flex-wrap gap-x-3">
                {skill.narrower.map(({ id, labels }) => (
                  <li key={id}>
                    <TextLink href={`/skills/${id}`}>{labelIn(labels, locale)}</TextLink>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
        <div>
          <dt className="text-sm text-muted">{t("related")}</dt>
          <dd>
            {skill.related.length === 0 ? t("relatedNone") : null}
            <ul>
              {skill.related.map(({ id, labels, closeness }) => (
                <li key={id}>
                  <TextLink href={`/skills/${id}`}>{labelIn(labels, locale)}</TextLink>{" "}
                  <span className="tabular text-sm text-muted">{t("closeness", { value: closeness })}</span>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
    </Card>
  );
}

/** What is asked for together with it, as shares of the open postings that ask for it. */
async function Together({ skill }: { skill: SkillPage }) {
  const [t, format, locale] = await Promise.all([getTranslations("postings.skill"), getFormatter(), getLocale()]);
  if (skill.together.length === 0) return null;
  return (
    <Card title={t("together")}>
      <p className="mb-2 text-sm text-muted">{t("togetherNote", { n: skill.open })}</p>
      <ul className="flex flex-col gap-1">
        {skill.together.map(({ id, labels, share }) => (
          <li key={id} className="flex items-baseline justify-between gap-3">
            <TextLink href={`/skills/${id}`}>{labelIn(labels, locale)}</TextLink>
            <span className="tabular text-sm text-muted">
              {format.number(share, { style: "percent", maximumFractionDigits: 0 })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

async function Demand({ skill }: { skill: SkillPage }) {
  const [t, format, locale] = await Promise.all([getTranslations("postings.skill"), getFormatter(), getLocale()]);
  const label = labelIn(skill.labels, locale);
  const points = skill.demand[0]?.points ?? [];
  const named = (bucket: string | undefined) => (bucket === undefined ? "" : bucketLabel(bucket, format));
  const model = toLineModel(skill.demand, {
    measure: "share",
    labels: new Map([[skill.id, label]]),
    words: {
      title: t("demand", { skill: label }),
      subtitle: t("demandSubtitle", {
        n: points.reduce((sum, point) => sum + point.n, 0),
        from: named(points[0]?.bucket),
        to: named(points.at(-1)?.bucket),
      }),
      sources: [],
      caveat: null,
      bucketLabel: (bucket) => bucketLabel(bucket, format),
    },
  });
  return (
    <Card title={t("demandTitle")}>
      <LineChart model={model} height={200} />
    </Card>
  );
}

export default async function SkillDetailPage({ params }: Props) {
  const skill = await load((await params).slug);
  const [t, kinds, strengths, locale] = await Promise.all([
    getTranslations("postings.skill"),
    getTranslations("vocabulary.kind"),
    getTranslations("vocabulary.requirement"),
    getLocale(),
  ]);
  const kind = SKILL_KINDS.find((known) => known === skill.kind);
  return (
    <>
      <PageHeader
        title={labelIn(skill.labels, locale)}
        facts={[kind === undefined ? skill.kind : kinds(kind), t("openCount", { count: skill.open })]}
        action={<ButtonLink href={`/trends?skill=${encodeURIComponent(skill.id)}`}>{t("trends")}</ButtonLink>}
      />
      <div className="grid items-start gap-5 rail:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <Demand skill={skill} />
          <Card
            title={t("asking")}
            aside={
              skill.open > 0 ? (
                <TextLink href={`/postings?skill=${encodeURIComponent(skill.id)}`}>
                  {t("askingAll", { count: skill.open })}
                </TextLink>
              ) : null
            }
            flush
          >
            {skill.postings.length === 0 ? (
              <p className="p-4 text-muted">{t("askingNone")}</p>
            ) : (
              <ListKeys>
                <ul>
                  {skill.postings.map((posting) => (
                    <PostingRow
                      key={posting.id}
                      posting={posting}
                      aside={
                        posting.strength === null ? null : (
                          <span className="text-sm text-muted">{strengths(posting.strength)}</span>
                        )
                      }
                    />
                  ))}
                </ul>
              </ListKeys>
            )}
          </Card>
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <About skill={skill} />
          <Together skill={skill} />
        </div>
      </div>
    </>
  );
}
