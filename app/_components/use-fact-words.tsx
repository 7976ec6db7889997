import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PayText } from "@/components/postings/pay-text";
import { ExternalLink } from "@/components/ui/text-link";
import { countryLabel, placeLabel } from "@/lib/core/places/place-label";
import { READ_FACTS } from "@/lib/services/corrections/correction-input";
import type { PostingDetail } from "@/lib/services/postings/get-posting";
import type { PostingFacts } from "@/lib/services/postings/reading-shape";
import { zoneName } from "./zone-name";

/** The rows of the box: what was read, and the deadline, which the listing states. */
export const FACT_FIELDS = [...READ_FACTS, "deadline"] as const;
export type FactField = (typeof FACT_FIELDS)[number];

/** What the box draws from, besides the facts themselves. */
export type FactSource = Pick<PostingDetail, "annualUsd" | "deadline"> & {
  facts: PostingFacts;
  skillLabel: (id: string) => string;
};

type Words = (source: FactSource) => ReactNode;

function useLanguageName(): (lang: string) => string {
  const locale = useLocale();
  return (lang) => {
    try {
      return new Intl.DisplayNames([locale], { type: "language" }).of(lang) ?? lang;
    } catch {
      return lang;
    }
  };
}

function usePayWords(): Words {
  const t = useTranslations("reading");
  const format = useFormatter();
  return function Pay({ facts: { salary, pay }, annualUsd }) {
    if (salary === null) return null;
    const amount = <PayText pay={salary} />;
    const bound =
      pay?.bound === "from" || pay?.bound === "up_to" ? t.rich(`bound.${pay.bound}`, { pay: () => amount }) : amount;
    const more = [pay?.basis ? t(`basis.${pay.basis}`) : null, pay?.hasVariable ? t("variable") : null];
    const extra = more.filter((word) => word !== null).join(", ");
    return (
      <>
        {bound}
        {extra === "" ? null : <span className="font-normal">, {extra}</span>}
        {annualUsd === null || (salary.currency === "USD" && salary.period === "year") ? null : (
          <span className="tabular block text-sm font-normal" title={t("annualNote")}>
            {t("annual", { amount: format.number(annualUsd, { maximumSignificantDigits: 3 }) })}
          </span>
        )}
      </>
    );
  };
}

function useTermWords(): Record<"eligibility" | "places" | "occupation" | "deadline", Words> {
  const t = useTranslations("reading");
  const locale = useLocale();
  const format = useFormatter();
  return {
    eligibility: ({ facts: { eligibility } }) => {
      if (eligibility === null) return null;
      const { regions, countries, timeZones } = eligibility;
      const zone =
        timeZones === null
          ? []
          : timeZones.from === timeZones.to
            ? [zoneName(timeZones.from)]
            : [t("zone", { from: zoneName(timeZones.from), to: zoneName(timeZones.to) })];
      return [
        ...regions.map((region) => t(`region.${region}`)),
        ...countries.map((code) => countryLabel(code, locale)),
        ...zone,
      ].join(", ");
    },
    places: ({ facts: { places } }) =>
      [...new Set(places.map((place) => placeLabel({ ...place, name: place.words }, locale)))].join("; "),
    occupation: ({ facts: { occupation } }) =>
      occupation && (
        <>
          {occupation.esco === null ? (
            occupation.label
          ) : (
            <ExternalLink href={occupation.esco}>{occupation.label}</ExternalLink>
          )}{" "}
          <span className="tabular text-sm font-normal text-muted">{t("isco", { code: occupation.isco })}</span>
        </>
      ),
    deadline: ({ deadline }) => deadline && format.dateTime(deadline, { dateStyle: "medium" }),
  };
}

const LEVELS = ["native", "fluent", "advanced", "upper_intermediate", "intermediate", "basic"] as const;

/** The level of a language in words; a level of the European framework is one already. */
function useLevelName(): (level: string) => string {
  const t = useTranslations("reading.level");
  return (level) => {
    const known = LEVELS.find((name) => name === level.toLowerCase().replace("-", "_"));
    return known === undefined ? level : t(known);
  };
}

function useDemandWords(): Record<
  "yearsMin" | "skillYears" | "education" | "languagesRequired" | "drivingLicence" | "workPermit",
  Words
> {
  const t = useTranslations("reading");
  const languageName = useLanguageName();
  const levelName = useLevelName();
  return {
    yearsMin: ({ facts: { yearsMin, yearsMax } }) => {
      if (yearsMin === null) return null;
      return yearsMax === null || yearsMax <= yearsMin
        ? t("years", { years: yearsMin })
        : t("yearsRange", { from: yearsMin, to: yearsMax });
    },
    skillYears: ({ facts, skillLabel }) =>
      facts.skillYears
        .map(({ skillId, yearsMin }) => t("skillYears", { skill: skillLabel(skillId), years: yearsMin }))
        .join("; "),
    education: ({ facts: { education, degreeRequired } }) => {
      if (education !== null) return t(`education.${education}`);
      return degreeRequired === null ? null : t(degreeRequired ? "degree.yes" : "degree.no");
    },
    languagesRequired: ({ facts }) =>
      (facts.languagesRequired ?? [])
        .map(({ lang, level }) =>
          level === null ? languageName(lang) : t("langLevel", { lang: languageName(lang), level: levelName(level) }),
        )
        .join(", "),
    drivingLicence: ({ facts: { drivingLicence } }) => {
      if (drivingLicence === null) return null;
      const need = t(`licence.${drivingLicence.isRequired ? "required" : "preferred"}`);
      const { classes } = drivingLicence;
      return classes.length === 0 ? need : t("licence.classes", { need, classes: classes.join(", ") });
    },
    workPermit: ({ facts: { workPermit } }) => workPermit && t(`permit.${workPermit}`),
  };
}

/** Each fact in the reader's words; empty or null where the posting does not say. */
export function useFactWords(): Record<FactField, Words> {
  const t = useTranslations("reading");
  const words = useTranslations("vocabulary");
  const languageName = useLanguageName();
  return {
    salary: usePayWords(),
    ...useTermWords(),
    ...useDemandWords(),
    workplace: ({ facts }) => facts.workplace && words(`workplace.${facts.workplace}`),
    employmentType: ({ facts }) => facts.employmentType && words(`employment.${facts.employmentType}`),
    shift: ({ facts }) => facts.shift && t(`shift.${facts.shift}`),
    seniority: ({ facts }) => facts.seniority && words(`seniority.${facts.seniority}`),
    lang: ({ facts }) => (facts.lang === null || facts.lang === "und" ? null : languageName(facts.lang)),
  };
}
