"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, type SyntheticEvent, useId, useRef, useTransition } from "react";
import { SearchBox } from "@/components/forms/search-box";
import { SkillPicker } from "@/components/postings/skill-picker";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { countryLabel } from "@/lib/core/places/place-label";
import { SENIORITIES, WORKPLACES } from "@/lib/core/postings/posting-fields";
import { type PostingFilter, postingFilter, RECENT_DAYS, toFilterParams } from "@/lib/core/postings/posting-filter";

const LANGS = ["es", "en", "und"] as const;
const STATES = ["open", "closed", "any"] as const;

type FilterFormProps = {
  filter: PostingFilter;
  sources: readonly { id: string; name: string }[];
  countries: readonly string[];
  locale: string;
};

function paramsOf(form: HTMLFormElement): string {
  const given: Record<string, string[]> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value !== "") given[name] = [...(given[name] ?? []), value];
  }
  return toFilterParams(postingFilter.parse(given)).toString();
}

/** The controls above the list. Without scripts it is an ordinary form; with them every change is applied at once. */
export function FilterForm({ filter, sources, countries, locale }: FilterFormProps) {
  const t = useTranslations("postings");
  const words = useTranslations("vocabulary");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [pending, startTransition] = useTransition();
  const go = (query: string) => startTransition(() => router.push(query === "" ? "/postings" : `/postings?${query}`));
  const apply = () => {
    if (form.current !== null) go(paramsOf(form.current));
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    apply();
  };
  const periodsOf = (name: "posted" | "seen") =>
    RECENT_DAYS.map((days) => ({
      value: String(days),
      word: t("period", { field: t(`field.${name}`), period: t("days", { days }) }),
    }));
  const choice = (name: "country" | "workplace" | "seniority" | "lang" | "source", options: readonly Option[]) => (
    <Choice label={t(`field.${name}`)} name={name} value={filter[name][0] ?? ""} onPick={apply}>
      <Options label={t(`field.${name}`)} options={options} />
    </Choice>
  );
  return (
    <search>
      <form
        ref={form}
        method="get"
        action="/postings"
        aria-busy={pending}
        onSubmit={submit}
        className="flex flex-col gap-2"
      >
        <div className="flex gap-2">
          <SearchBox label={t("search")} value={filter.q} maxLength={200} />
          <Button type="submit" variant="primary">
            {t("searchButton")}
          </Button>
        </div>
        <fieldset className="relative -mx-4 flex min-w-0 gap-2 overflow-x-auto px-4 pb-1 phone:mx-0 phone:flex-wrap phone:overflow-visible phone:px-0">
          <legend className="sr-only">{t("filters")}</legend>
          <Choice label={t("field.state")} name="state" value={filter.state} onPick={apply}>
            {STATES.map((state) => (
              <option key={state} value={state}>
                {t(`state.${state}`)}
              </option>
            ))}
          </Choice>
          <TextChoice
            label={t("field.place")}
            name="place"
            value={filter.place}
            hint={t("placeHint")}
            onLeave={apply}
          />
          {countries.length > 1 || filter.country.length > 0
            ? choice("country", namedCountries([...new Set([...countries, ...filter.country])], locale))
            : null}
          <SkillPicker
            label={t("field.skill")}
            hint={t("skillHint")}
            locale={locale}
            chosen={filter.skill}
            onPick={(skill) => go(toFilterParams({ ...filter, skill: [...filter.skill, skill] }).toString())}
          />
          {choice(
            "workplace",
            WORKPLACES.map((value) => ({ value, word: words(`workplace.${value}`) })),
          )}
          {choice(
            "seniority",
            SENIORITIES.map((value) => ({ value, word: words(`seniority.${value}`) })),
          )}
          {choice(
            "lang",
            LANGS.map((value) => ({ value, word: words(`lang.${value}`) })),
          )}
          {sources.length > 1
            ? choice(
                "source",
                sources.map(({ id, name }) => ({ value: id, word: name })),
              )
            : null}
          <Choice label={t("field.posted")} name="posted" value={filter.posted ?? ""} onPick={apply}>
            <Options label={t("field.posted")} options={withCurrent(periodsOf("posted"), filter.posted)} />
          </Choice>
          <Choice label={t("field.seen")} name="seen" value={filter.seen ?? ""} onPick={apply}>
            <Options label={t("field.seen")} options={withCurrent(periodsOf("seen"), filter.seen)} />
          </Choice>
          <label className="row-height flex shrink-0 items-center gap-2 rounded-control border border-line-strong bg-surface px-2.5 whitespace-nowrap">
            <input
              type="checkbox"
              name="pay"
              value="1"
              defaultChecked={filter.pay}
              onChange={apply}
              className="size-4 accent-accent"
            />
            {t("field.pay")}
          </label>
          {filter.q === "" ? null : (
            <Choice label={t("field.sort")} name="sort" value={filter.sort ?? "relevance"} onPick={apply}>
              {(["relevance", "newest"] as const).map((sort) => (
                <option key={sort} value={sort}>
                  {t(`sort.${sort}`)}
                </option>
              ))}
            </Choice>
          )}
          {filter.skill.map((skill) => (
            <input key={skill} type="hidden" name="skill" value={skill} />
          ))}
          {filter.until === null ? null : <input type="hidden" name="until" value={filter.until} />}
        </fieldset>
      </form>
    </search>
  );
}

type Option = { value: string; word: string };

function namedCountries(codes: readonly string[], locale: string): Option[] {
  return codes
    .map((value) => ({ value, word: countryLabel(value, locale) }))
    .toSorted((a, b) => a.word.localeCompare(b.word, locale));
}

function withCurrent(options: readonly Option[], current: string | null): readonly Option[] {
  if (current === null || options.some(({ value }) => value === current)) return options;
  return [...options, { value: current, word: current.slice(0, 10) }];
}

/** The choices of a filter; unset, it shows its own name. */
function Options({ label, options }: { label: string; options: readonly Option[] }) {
  return (
    <>
      <option value="">{label}</option>
      {options.map(({ value, word }) => (
        <option key={value} value={value}>
          {word}
        </option>
      ))}
    </>
  );
}

type ChoiceProps = { label: string; name: string; value: string; onPick: () => void; children: ReactNode };

function Choice({ label, name, value, onPick, children }: ChoiceProps) {
  return (
    <Select aria-label={label} name={name} defaultValue={value} onChange={onPick} className="max-w-56 shrink-0">
      {children}
    </Select>
  );
}

type TextChoiceProps = { label: string; name: string; value: string; hint: string; onLeave: () => void };

function TextChoice({ label, name, value, hint, onLeave }: TextChoiceProps) {
  const id = useId();
  return (
    <span className="shrink-0">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <input
        id={id}
        name={name}
        defaultValue={value}
        maxLength={100}
        placeholder={hint}
        onBlur={(event) => {
          if (event.target.value.trim() !== value) onLeave();
        }}
        className="row-height w-40 rounded-control border border-line-strong bg-surface px-2.5"
      />
    </span>
  );
}
