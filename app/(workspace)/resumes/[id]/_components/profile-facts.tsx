import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EvidenceLine } from "@/components/evidence/evidence-line";
import { Chip } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { ExternalLink } from "@/components/ui/text-link";
import type { Profile } from "@/lib/core/resumes/profile";
import { SKILL_KINDS } from "@/lib/core/skills/skill-types";
import type { SkillLabels } from "@/lib/services/matches/skill-labels";
import { languageName } from "../../../_components/language-name";

type ProfileFactsProps = { profile: Profile; labels: ReadonlyMap<string, SkillLabels> };

/** Everything that was read from a résumé, in the order that people look for it. */
export function ProfileFacts({ profile, labels }: ProfileFactsProps) {
  return (
    <>
      <Contact profile={profile} />
      <Positions profile={profile} />
      <Skills profile={profile} labels={labels} />
      <Schooling profile={profile} />
    </>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-3">
      <dt className="text-muted">{label}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}

function Contact({ profile }: { profile: Profile }) {
  const t = useTranslations("resumes.profile");
  const seniority = useTranslations("vocabulary.seniority");
  const format = useFormatter();
  const none = <span className="text-muted">{t("notFound")}</span>;
  return (
    <Card title={t("contact")}>
      <dl className="flex flex-col gap-1.5">
        <Fact label={t("name")}>{profile.name ?? none}</Fact>
        <Fact label={t("email")}>{profile.email ?? none}</Fact>
        <Fact label={t("phone")}>{profile.phone ?? none}</Fact>
        {profile.links.length > 0 ? (
          <Fact label={t("links")}>
            <ul>
              {profile.links.map((link) => (
                <li key={link}>
                  <ExternalLink href={/^https?:/iu.test(link) ? link : `https://${link}`}>{link}</ExternalLink>
                </li>
              ))}
            </ul>
          </Fact>
        ) : null}
        <Fact label={t("experience")}>
          {profile.totalYears === null ? (
            none
          ) : (
            <span title={t("totalYears")}>
              {format.number(profile.totalYears, {
                style: "unit",
                unit: "year",
                unitDisplay: "long",
                maximumFractionDigits: 1,
              })}
            </span>
          )}
        </Fact>
        <Fact label={t("seniority")}>{profile.seniority === null ? none : seniority(profile.seniority)}</Fact>
      </dl>
    </Card>
  );
}

type Dated = { from: string | null; to: string | null; current?: boolean };

function useDates() {
  const t = useTranslations("resumes.profile");
  const format = useFormatter();
  const month = (at: string) => format.dateTime(new Date(`${at}-01T00:00:00Z`), { year: "numeric", month: "short" });
  return ({ from, to, current = false }: Dated): string => {
    const end = current ? t("present") : to === null ? null : month(to);
    if (from === null) return end ?? t("undated");
    return end === null ? month(from) : t("dates", { from: month(from), to: end });
  };
}

function Positions({ profile }: { profile: Profile }) {
  const t = useTranslations("resumes.profile");
  const dates = useDates();
  return (
    <Card title={t("positions")}>
      {profile.positions.length === 0 ? <p className="text-muted">{t("notFound")}</p> : null}
      <ol className="flex flex-col gap-3">
        {profile.positions.map((position, index) => (
          <li key={index}>
            <p className="font-medium">{position.title ?? t("untitled")}</p>
            <p className="tabular text-sm text-muted">
              {[position.employer, position.place, dates(position)].filter((part) => part !== null).join(" · ")}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Skills({ profile, labels }: ProfileFactsProps) {
  const t = useTranslations("resumes");
  const kinds = useTranslations("vocabulary.kind");
  const locale = useLocale();
  const nameOf = (id: string, label: string) => labels.get(id)?.[locale] ?? label;
  return (
    <Card title={t("profile.skills")} aside={t("skills", { count: profile.skills.length })}>
      {profile.skills.length === 0 ? (
        <p className="text-muted">{t("profile.notFound")}</p>
      ) : (
        <p className="mb-3 text-sm text-muted">{t("profile.skillsHint")}</p>
      )}
      <div className="flex flex-col gap-4">
        {SKILL_KINDS.map((kind) => {
          const own = profile.skills.filter((skill) => skill.kind === kind);
          return own.length === 0 ? null : (
            <div key={kind}>
              <h3 className="mb-1.5 text-sm text-muted">{kinds(kind)}</h3>
              <ul className="flex flex-wrap gap-1.5">
                {own.map(({ id, label }) => (
                  <li key={id}>
                    <EvidenceLine id={id} className="w-auto! border py-0.5 text-sm pointer-coarse:min-h-11">
                      {nameOf(id, label)}
                    </EvidenceLine>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </div>
    </Card>
  );
}

function Schooling({ profile }: { profile: Profile }) {
  const t = useTranslations("resumes.profile");
  const locale = useLocale();
  const dates = useDates();
  return (
    <>
      {profile.education.length > 0 ? (
        <Card title={t("education")}>
          <ol className="flex flex-col gap-3">
            {profile.education.map((study, index) => (
              <li key={index}>
                <p className="font-medium">{study.degree ?? study.institution ?? t("untitled")}</p>
                <p className="tabular text-sm text-muted">
                  {[study.degree === null ? null : study.institution, dates(study)]
                    .filter((part) => part !== null)
                    .join(" · ")}
                </p>
              </li>
            ))}
          </ol>
        </Card>
      ) : null}
      {profile.languages.length > 0 ? (
        <Card title={t("languages")}>
          <ul className="flex flex-wrap gap-1.5">
            {profile.languages.map(({ lang, level }) => (
              <li key={lang}>
                <Chip>{[languageName(lang, locale), level].filter((part) => part !== null).join(" · ")}</Chip>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {profile.certifications.length > 0 ? (
        <Card title={t("certifications")}>
          <ul className="flex flex-col gap-1">
            {profile.certifications.map((certification, index) => (
              <li key={index}>{certification}</li>
            ))}
          </ul>
        </Card>
      ) : null}
    </>
  );
}
