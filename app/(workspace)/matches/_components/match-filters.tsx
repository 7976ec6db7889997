"use client";

import { useLocale, useTranslations } from "next-intl";
import { parseAsString, useQueryStates } from "nuqs";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import type { FacetChoice, MatchFacets } from "@/lib/services/matches/match-filters";
import type { ResumeChoice } from "@/lib/services/matches/choose-resume";
import { BANDS } from "@/lib/core/matching/match-types";
import { SENIORITIES, WORKPLACES } from "@/lib/core/postings/posting-fields";
import { languageName } from "../../_components/language-name";
import { FilterChip } from "./filter-chip";

const NAMES = ["band", "workplace", "seniority", "lang", "source"] as const;
type Name = (typeof NAMES)[number];

const STATE = {
  resume: parseAsString,
  band: parseAsString,
  workplace: parseAsString,
  seniority: parseAsString,
  lang: parseAsString,
  source: parseAsString,
  after: parseAsString,
};

type MatchFiltersProps = {
  facets: MatchFacets;
  resumes: readonly ResumeChoice[];
  resumeId: string;
  /** Names of the sources by id. */
  sources: Readonly<Record<string, string>>;
};

/** The filters of the list as chips. Their state is the address, so that a view can be kept and sent. */
export function MatchFilters({ facets, resumes, resumeId, sources }: MatchFiltersProps) {
  const t = useTranslations("matches");
  const [isPending, startTransition] = useTransition();
  const [state, setState] = useQueryStates(STATE, { shallow: false, history: "push", startTransition });
  const wordOf = useFilterWords(sources);

  const change = (name: Name | "resume", value: string | null) => {
    void setState({ [name]: value, after: null });
  };
  const choices = (name: Name, list: readonly FacetChoice[]) =>
    list.map(({ value, count }) => ({ value, label: t("filter.choice", { label: wordOf(name, value), count }) }));
  const isFiltered = NAMES.some((name) => state[name] !== null);

  return (
    <fieldset aria-label={t("filter.label")} aria-busy={isPending} className="flex min-w-0 flex-wrap gap-2">
      {resumes.length > 1 ? (
        <FilterChip
          name={t("filter.resume")}
          value={resumeId}
          chosen={resumes.find(({ id }) => id === resumeId)?.title ?? null}
          choices={resumes.map(({ id, title }) => ({ value: id, label: title }))}
          isFixed
          onChange={(value) => change("resume", value)}
        />
      ) : null}
      {NAMES.filter((name) => state[name] !== null || facets[name].length > 1).map((name) => (
        <FilterChip
          key={name}
          name={t(`filter.${name}`)}
          value={state[name]}
          chosen={state[name] === null ? null : wordOf(name, state[name])}
          choices={choices(name, facets[name])}
          onChange={(value) => change(name, value)}
        />
      ))}
      {isFiltered ? (
        <Button
          size="sm"
          variant="ghost"
          onClick={() =>
            void setState({ band: null, workplace: null, seniority: null, lang: null, source: null, after: null })
          }
        >
          {t("clear")}
        </Button>
      ) : null}
    </fieldset>
  );
}

function useFilterWords(sources: Readonly<Record<string, string>>) {
  const t = useTranslations("matches.filter");
  const words = useTranslations("vocabulary");
  const locale = useLocale();
  return (name: Name, value: string): string => {
    const band = BANDS.find((known) => known === value);
    const workplace = WORKPLACES.find((known) => known === value);
    const seniority = SENIORITIES.find((known) => known === value);
    if (name === "band" && band !== undefined) return t("andUp", { band: words(`band.${band}`) });
    if (name === "workplace" && workplace !== undefined) return words(`workplace.${workplace}`);
    if (name === "seniority" && seniority !== undefined) return words(`seniority.${seniority}`);
    if (name === "lang") return value === "und" ? words("lang.und") : languageName(value, locale);
    return name === "source" ? (sources[value] ?? value) : value;
  };
}
