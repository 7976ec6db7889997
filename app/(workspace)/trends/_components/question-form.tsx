"use client";

import { X } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useTransition } from "react";
import { SkillPicker } from "@/components/postings/skill-picker";
import { Select } from "@/components/ui/select";
import { MAX_SKILLS, MEASURES, type TrendQuery } from "@/lib/core/trends/trend-query";
import { GRAINS } from "@/lib/core/trends/time-bucket";
import { trendHref } from "./trend-href";

type QuestionFormProps = {
  /** As asked; what was left open is null. */
  query: TrendQuery;
  range: { from: string; to: string };
  buckets: readonly { bucket: string; label: string }[];
  skills: readonly { id: string; label: string }[];
  sources: readonly { id: string; name: string }[];
  locale: string;
};

/** The question about demand as a sentence of controls; every change is applied at once and stands in the address. */
export function QuestionForm({ query, range, buckets, skills, sources, locale }: QuestionFormProps) {
  const t = useTranslations("trends");
  const languages = useTranslations("vocabulary.lang");
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const ask = (change: Partial<TrendQuery>) =>
    startTransition(() => router.push(trendHref({ ...query, ...change }), { scroll: false }));
  const chosen = skills.map(({ id }) => id);
  const bucketSelect = (name: "from" | "to") => (
    <Choice label={t(`${name}Label`)} value={range[name]} onPick={(value) => ask({ [name]: value })}>
      {buckets.map(({ bucket, label }) => (
        <option key={bucket} value={bucket}>
          {label}
        </option>
      ))}
    </Choice>
  );
  return (
    <section
      aria-label={t("question")}
      aria-busy={pending}
      className="flex flex-wrap items-center gap-x-2 gap-y-2 rounded-card border bg-surface px-4 py-3"
    >
      <span>{t("sentence.show")}</span>
      <Choice
        label={t("measureLabel")}
        value={query.measure}
        onPick={(value) => ask({ measure: toOne(MEASURES, value) })}
      >
        {MEASURES.map((measure) => (
          <option key={measure} value={measure}>
            {t(`measure.${measure}`)}
          </option>
        ))}
      </Choice>
      <span>{t("sentence.of")}</span>
      {skills.map(({ id, label }) => (
        <Link
          key={id}
          href={trendHref({ ...query, skill: chosen.filter((other) => other !== id) })}
          scroll={false}
          aria-label={t("removeSkill", { skill: label })}
          className="row-height inline-flex items-center gap-1 rounded-control border border-accent bg-accent-tint px-2 hover:border-ink"
        >
          {label}
          <X aria-hidden className="size-3.5" />
        </Link>
      ))}
      {skills.length < MAX_SKILLS ? (
        <SkillPicker
          label={t("skillLabel")}
          hint={t("skillHint")}
          locale={locale}
          chosen={chosen}
          onPick={(skill) => ask({ skill: [...chosen, skill] })}
        />
      ) : null}
      <span>{t("sentence.by")}</span>
      <Choice
        label={t("byLabel")}
        value={query.by}
        onPick={(value) => ask({ by: toOne(GRAINS, value), from: null, to: null })}
      >
        {GRAINS.map((grain) => (
          <option key={grain} value={grain}>
            {t(`by.${grain}`)}
          </option>
        ))}
      </Choice>
      <span>{t("sentence.from")}</span>
      {bucketSelect("from")}
      <span>{t("sentence.to")}</span>
      {bucketSelect("to")}
      <span>{t("sentence.in")}</span>
      <Choice label={t("sourceLabel")} value={query.source ?? ""} onPick={(value) => ask({ source: value || null })}>
        <option value="">{t("allSources")}</option>
        {sources.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Choice>
      <span>{t("sentence.written")}</span>
      <Choice
        label={t("langLabel")}
        value={query.lang ?? ""}
        onPick={(value) => ask({ lang: value === "en" || value === "es" ? value : null })}
      >
        <option value="">{t("allLangs")}</option>
        <option value="es">{languages("es")}</option>
        <option value="en">{languages("en")}</option>
      </Choice>
    </section>
  );
}

function toOne<const T extends readonly [string, ...string[]]>(choices: T, value: string): T[number] {
  return choices.find((choice): choice is T[number] => choice === value) ?? choices[0];
}

type ChoiceProps = { label: string; value: string; onPick: (value: string) => void; children: ReactNode };

function Choice({ label, value, onPick, children }: ChoiceProps) {
  return (
    <Select aria-label={label} value={value} onChange={(event) => onPick(event.target.value)} className="max-w-56">
      {children}
    </Select>
  );
}
