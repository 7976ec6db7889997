import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { labelIn } from "@/components/postings/label-in";
import { Chip } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { ExternalLink } from "@/components/ui/text-link";
import type { ModelView } from "@/lib/services/postings/model-view";
import { useFactWords } from "../../../../_components/use-fact-words";

type ModelCardProps = { model: ModelView; lang: string | null };

/** What a model added to the reading, apart from it: each part with the advert's words, and nothing of it used elsewhere. */
export function ModelCard({ model, lang }: ModelCardProps) {
  const t = useTranslations("reading.model");
  const { told, skills, phrases, concepts, models } = model;
  if (told.length + skills.length + phrases.length + concepts.length === 0) return null;
  return (
    <Card title={t("title")}>
      <div className="flex flex-col gap-3">
        <p className="text-sm text-muted">{t("note", { models: models.join(", ") })}</p>
        <ModelFacts model={model} lang={lang} />
        <ModelSkills model={model} lang={lang} />
        <NewTerms model={model} lang={lang} />
        <ModelConcepts model={model} />
      </div>
    </Card>
  );
}

function Quote({ words, lang }: { words: string; lang: string | null }) {
  const t = useTranslations("postings.detail");
  return (
    <span lang={lang ?? undefined} className="block text-sm wrap-anywhere text-muted">
      {t("words", { words: words.replace(/\s+/gu, " ").trim() })}
    </span>
  );
}

function ModelFacts({ model, lang }: ModelCardProps) {
  const t = useTranslations("reading.model");
  const names = useTranslations("reading.fact");
  const wordsOf = useFactWords();
  const source = { facts: model.facts, annualUsd: null, deadline: null, skillLabel: (id: string) => id };
  const rows = model.told.map(({ field, quote }): { name: string; value: ReactNode; quote: string } =>
    field === "title"
      ? { name: t("jobTitle"), value: <span lang={lang ?? undefined}>{model.title}</span>, quote }
      : { name: names(field), value: wordsOf[field](source), quote },
  );
  if (rows.length === 0) return null;
  return (
    <dl className="flex flex-col gap-2">
      {rows.map(({ name, value, quote }) => (
        <div key={name} className="grid grid-cols-[6.5rem_1fr] gap-x-2">
          <dt className="text-muted">{name}</dt>
          <dd className="min-w-0 wrap-anywhere">
            {value}
            <Quote words={quote} lang={lang} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function ModelSkills({ model, lang }: ModelCardProps) {
  const t = useTranslations("reading.model");
  const strengths = useTranslations("vocabulary.requirement");
  const locale = useLocale();
  const { skills } = model;
  const linked = model.phrases.flatMap(({ esco, ...phrase }) => (esco === null ? [] : [{ ...phrase, esco }]));
  if (skills.length + linked.length === 0) return null;
  return (
    <section aria-label={t("skills")}>
      <h3 className="mb-1 text-xs font-medium text-muted">{t("skills")}</h3>
      <ul className="flex flex-col gap-1.5">
        {skills.map(({ id, labels, requirement, quote }) => (
          <li key={id}>
            {labelIn(labels, locale)} <span className="text-sm text-muted">{strengths(requirement)}</span>
            <Quote words={quote} lang={lang} />
          </li>
        ))}
        {linked.map(({ phrase, requirement, esco }) => (
          <li key={phrase}>
            <span lang={lang ?? undefined}>{phrase}</span>{" "}
            <span className="text-sm text-muted">{strengths(requirement)}</span>
            <span className="block text-sm">
              <ExternalLink href={esco.uri}>{t("concept", { label: esco.label })}</ExternalLink>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Phrases that neither the taxonomy nor ESCO has, close together: they are many, and each is the advert's own words. */
function NewTerms({ model, lang }: ModelCardProps) {
  const t = useTranslations("reading.model");
  const terms = model.phrases.filter(({ esco }) => esco === null);
  if (terms.length === 0) return null;
  return (
    <section aria-label={t("newTerms")}>
      <h3 className="mb-1 text-xs font-medium text-muted">{t("newTerms")}</h3>
      <ul lang={lang ?? undefined} className="flex flex-wrap gap-1">
        {terms.map(({ phrase }) => (
          <li key={phrase} className="min-w-0 wrap-anywhere">
            <Chip look="hollow">{phrase}</Chip>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ModelConcepts({ model }: { model: ModelView }) {
  const t = useTranslations("reading.model");
  const locale = useLocale();
  if (model.concepts.length === 0) return null;
  return (
    <section aria-label={t("concepts")}>
      <h3 className="mb-1 text-xs font-medium text-muted">{t("concepts")}</h3>
      <ul className="flex flex-col gap-1">
        {model.concepts.map(({ labels, uri, label }) => (
          <li key={`${labels.en} ${uri}`}>
            {labelIn(labels, locale)}: <ExternalLink href={uri}>{label}</ExternalLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
