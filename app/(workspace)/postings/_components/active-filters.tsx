import { X } from "lucide-react";
import Link from "next/link";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { labelIn } from "@/components/postings/label-in";
import { countryLabel } from "@/lib/core/places/place-label";
import type { PostingFilter } from "@/lib/core/postings/posting-filter";
import type { FilterChoices } from "@/lib/services/postings/list-filter-choices";
import { listHref } from "./list-href";

type ActiveFilter = { key: string; name: string; value: string; href: string };

/** Each value of a filter with the address of the list without it. */
async function activeFilters(filter: PostingFilter, choices: FilterChoices): Promise<ActiveFilter[]> {
  const [t, words, format, locale] = await Promise.all([
    getTranslations("postings"),
    getTranslations("vocabulary"),
    getFormatter(),
    getLocale(),
  ]);
  const without = (change: Partial<PostingFilter>) => listHref({ ...filter, ...change });
  const list = <N extends "country" | "workplace" | "seniority" | "skill" | "source" | "lang">(
    name: N,
    label: string,
    wordOf: (value: PostingFilter[N][number]) => string,
  ): ActiveFilter[] =>
    filter[name].map((value) => ({
      key: `${name}:${value}`,
      name: label,
      value: wordOf(value),
      href: without({ [name]: filter[name].filter((other) => other !== value) }),
    }));
  const limit = (name: "posted" | "seen", value: string): ActiveFilter => ({
    key: name,
    name: t(`field.${name}`),
    value: /^\d+$/u.test(value)
      ? t("days", { days: Number(value) })
      : t("sinceDate", { date: format.dateTime(new Date(value), { dateStyle: "medium" }) }),
    href: without({ [name]: null }),
  });
  const one = (key: "q" | "place", value: string): ActiveFilter => ({
    key,
    name: t(`field.${key}`),
    value,
    href: without({ [key]: "" }),
  });
  return [
    ...(filter.q === "" ? [] : [one("q", filter.q)]),
    ...(filter.state === "open"
      ? []
      : [
          { key: "state", name: t("field.state"), value: t(`state.${filter.state}`), href: without({ state: "open" }) },
        ]),
    ...(filter.place === "" ? [] : [one("place", filter.place)]),
    ...list("country", t("field.country"), (value) => countryLabel(value, locale)),
    ...list("workplace", t("field.workplace"), (value) => words(`workplace.${value}`)),
    ...list("seniority", t("field.seniority"), (value) => words(`seniority.${value}`)),
    ...list("skill", t("field.skill"), (value) => {
      const skill = choices.skills.find(({ id }) => id === value);
      return skill === undefined ? value : labelIn(skill.labels, locale);
    }),
    ...list("source", t("field.source"), (value) => choices.sources.find(({ id }) => id === value)?.name ?? value),
    ...list("lang", t("field.lang"), (value) => words(`lang.${value}`)),
    ...(filter.posted === null ? [] : [limit("posted", filter.posted)]),
    ...(filter.seen === null ? [] : [limit("seen", filter.seen)]),
    ...(filter.until === null
      ? []
      : [
          {
            key: "until",
            name: t("field.until"),
            value: format.dateTime(new Date(filter.until), { dateStyle: "medium", timeStyle: "short" }),
            href: without({ until: null }),
          },
        ]),
    ...(filter.pay ? [{ key: "pay", name: t("field.pay"), value: t("field.pay"), href: without({ pay: false }) }] : []),
  ];
}

/** The limits that are set, as chips; each is a link to the list without it. */
export async function ActiveFilters({ filter, choices }: { filter: PostingFilter; choices: FilterChoices }) {
  const [t, active] = await Promise.all([getTranslations("postings"), activeFilters(filter, choices)]);
  if (active.length === 0) return null;
  return (
    <ul aria-label={t("active")} className="flex flex-wrap items-center gap-2">
      {active.map(({ key, name, value, href }) => (
        <li key={key}>
          <Link
            href={href}
            aria-label={t("remove", { name, value })}
            className="inline-flex min-h-7 items-center gap-1 rounded-control border border-accent bg-accent-tint px-2 text-sm hover:border-ink pointer-coarse:min-h-11"
          >
            {name === value ? name : `${name}: ${value}`}
            <X aria-hidden className="size-3.5" />
          </Link>
        </li>
      ))}
      {active.length > 1 ? (
        <li>
          <Link href="/postings" className="px-1 text-sm text-muted hover:text-ink">
            {t("clear")}
          </Link>
        </li>
      ) : null}
    </ul>
  );
}
