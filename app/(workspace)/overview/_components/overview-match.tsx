import Link from "next/link";
import { useTranslations } from "next-intl";
import { ScoreBadge } from "@/components/ui/score-badge";
import type { ListedMatch } from "@/lib/services/matches/listed-match";
import { PostingLine } from "../../matches/_components/posting-line";
import { ScoreParts } from "../../matches/_components/score-parts";

/** A match in a few lines; the whole row leads to it. */
export function OverviewMatch({ match }: { match: ListedMatch }) {
  const t = useTranslations("matches");
  const { posting, skills } = match;
  return (
    <li className="relative grid grid-cols-[7.5rem_minmax(0,1fr)] gap-x-3 border-b px-4 py-3 last:border-0 hover:bg-sunken has-[a:focus-visible]:bg-accent-tint">
      <div className="flex flex-col gap-2 pt-0.5">
        <ScoreBadge score={match.score} band={match.band} />
        <ScoreParts match={match} compact />
      </div>
      <div className="min-w-0">
        <p className="wrap-anywhere">
          <Link href={`/matches/${match.id}`} data-list-item className="font-medium after:absolute after:inset-0">
            {posting.title}
          </Link>
          {posting.company === null ? null : <span className="text-muted"> · {posting.company}</span>}
        </p>
        <PostingLine posting={posting} />
        <p className="tabular text-sm text-muted">
          {skills.asked === 0 ? t("noSkills") : t("askedSkills", { shown: skills.shown, asked: skills.asked })} ·{" "}
          {t("openDays", { days: posting.openDays })}
        </p>
      </div>
    </li>
  );
}
