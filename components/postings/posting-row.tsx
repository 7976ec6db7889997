import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Chip } from "@/components/ui/badge";
import { SENIORITIES, WORKPLACES } from "@/lib/core/postings/posting-fields";
import { labelIn } from "./label-in";
import { type LifeFactsData, lifeFacts } from "./life-facts";
import { PayText, type StatedPay } from "./pay-text";

/** What a row says of a posting. */
export type PostingRowData = LifeFactsData & {
  id: string;
  title: string;
  company: string | null;
  /** Absent where the list itself is the company's. */
  companyId?: string | null;
  place: string | null;
  /** City, region and country, where they are known. */
  placeLabels?: { en: string; es: string } | null;
  workplace: string | null;
  seniority: string | null;
  lang: string | null;
  pay: StatedPay | null;
  skills: readonly { id: string; labels: { en: string; es: string } }[];
  skillCount: number;
};

type PostingRowProps = {
  posting: PostingRowData;
  aside?: ReactNode;
  /** Whether the list is that of one employer, so that its name need not stand on every row. */
  ofOneEmployer?: boolean;
};

/** One posting in a list: who, where, how long it has been open, pay, and the first skills it asks for. */
export function PostingRow({ posting, aside, ofOneEmployer = false }: PostingRowProps) {
  const t = useTranslations("postings.facts");
  const words = useTranslations("vocabulary");
  const locale = useLocale();
  const facts = lifeFacts(posting, t, useFormatter());
  const workplace = WORKPLACES.find((known) => known === posting.workplace);
  const seniority = SENIORITIES.find((known) => known === posting.seniority);
  const where = [
    posting.placeLabels ? labelIn(posting.placeLabels, locale) : posting.place,
    workplace && words(`workplace.${workplace}`),
    seniority && words(`seniority.${seniority}`),
  ];
  const hidden = posting.skillCount - posting.skills.length;
  return (
    <li className="relative flex flex-col gap-1 border-b px-4 py-2.5 last:border-0 hover:bg-sunken">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5">
        <Link
          href={`/postings/${posting.id}`}
          data-list-item
          lang={posting.lang === "und" ? undefined : (posting.lang ?? undefined)}
          className="font-medium wrap-anywhere after:absolute after:inset-0 hover:text-accent"
        >
          {posting.title}
        </Link>
        <ul className="tabular relative flex flex-wrap text-sm text-muted">
          {facts.map(({ id, words: fact, explained }) => (
            <li key={id} title={explained} className="not-last:after:px-1 not-last:after:content-['·']">
              {fact}
            </li>
          ))}
        </ul>
      </div>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 text-sm">
        <span className="wrap-anywhere">
          {ofOneEmployer ? null : <Employer posting={posting} />}
          {where.filter(Boolean).map((word, index) => (ofOneEmployer && index === 0 ? word : ` · ${word}`))}
        </span>
        {posting.pay === null ? null : <PayText pay={posting.pay} />}
      </div>
      {posting.skills.length > 0 || aside ? (
        <div className="flex flex-wrap items-center gap-1">
          {posting.skills.map((skill) => (
            <Chip key={skill.id}>{labelIn(skill.labels, locale)}</Chip>
          ))}
          {hidden > 0 ? <span className="tabular text-xs text-muted">{t("moreSkills", { count: hidden })}</span> : null}
          {aside ? <span className="ml-auto">{aside}</span> : null}
        </div>
      ) : null}
    </li>
  );
}

/** The employer as a link to its page; above the link that covers the row. */
function Employer({ posting: { company, companyId } }: { posting: PostingRowData }) {
  const t = useTranslations("postings.facts");
  if (company === null) return t("noEmployer");
  if (!companyId) return company;
  return (
    <Link href={`/companies/${companyId}`} className="relative hover:text-accent hover:underline">
      {company}
    </Link>
  );
}
