import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Chip } from "@/components/ui/badge";
import { SENIORITIES, WORKPLACES } from "@/lib/core/postings/posting-fields";
import { labelIn } from "./label-in";
import { PayText, type StatedPay } from "./pay-text";

/** What a row says of a posting. */
export type PostingRowData = {
  id: string;
  title: string;
  company: string | null;
  place: string | null;
  state: "open" | "closed";
  openDays: number;
  sourceIds: readonly string[];
  repostCount: number;
  refreshedCount: number;
  workplace: string | null;
  seniority: string | null;
  lang: string | null;
  pay: StatedPay | null;
  skills: readonly { id: string; labels: { en: string; es: string } }[];
  skillCount: number;
};

function useLifeFacts(posting: PostingRowData): string[] {
  const t = useTranslations("postings.facts");
  const facts = [
    posting.state === "open" ? t("open", { days: posting.openDays }) : t("closed", { days: posting.openDays }),
  ];
  if (posting.sourceIds.length > 1) facts.push(t("boards", { count: posting.sourceIds.length }));
  if (posting.repostCount > 0) facts.push(t("reposted", { count: posting.repostCount }));
  if (posting.refreshedCount > 0) facts.push(t("refreshed", { count: posting.refreshedCount }));
  return facts;
}

/** One posting in a list: who, where, how long it has been open, pay, and the first skills it asks for. */
export function PostingRow({ posting, aside }: { posting: PostingRowData; aside?: ReactNode }) {
  const t = useTranslations("postings.facts");
  const words = useTranslations("vocabulary");
  const locale = useLocale();
  const facts = useLifeFacts(posting);
  const workplace = WORKPLACES.find((known) => known === posting.workplace);
  const seniority = SENIORITIES.find((known) => known === posting.seniority);
  const where = [
    posting.place,
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
        <span className="tabular text-sm text-muted">{facts.join(" · ")}</span>
      </div>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 text-sm">
        <span className="wrap-anywhere">
          {[posting.company ?? t("noEmployer"), ...where].filter(Boolean).join(" · ")}
        </span>
        {posting.pay === null ? aside : <PayText pay={posting.pay} />}
      </div>
      {posting.skills.length > 0 ? (
        <div className="flex flex-wrap items-center gap-1">
          {posting.skills.map((skill) => (
            <Chip key={skill.id}>{labelIn(skill.labels, locale)}</Chip>
          ))}
          {hidden > 0 ? <span className="tabular text-xs text-muted">{t("moreSkills", { count: hidden })}</span> : null}
          {posting.pay === null ? null : <span className="ml-auto">{aside}</span>}
        </div>
      ) : null}
    </li>
  );
}
