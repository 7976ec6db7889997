import Link from "next/link";
import { useTranslations } from "next-intl";
import { ScoreBadge } from "@/components/ui/score-badge";
import type { ListedMatch } from "@/lib/services/matches/listed-match";
import { PostingLine } from "./posting-line";
import { ScoreParts } from "./score-parts";
import { SkillLine } from "./skill-line";

type MatchRowProps = { match: ListedMatch; totalYears: number | null };

/** One match in the list; the whole row leads to it. */
export function MatchRow({ match, totalYears }: MatchRowProps) {
  const t = useTranslations("matches");
  const { posting } = match;
  return (
    <li className="relative grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 border-b px-4 py-2.5 last:border-0 hover:bg-sunken has-[a:focus-visible]:bg-accent-tint phone:grid-cols-[7.5rem_minmax(0,1fr)] rail:grid-cols-[7.5rem_minmax(0,1fr)_14rem]">
      <div className="pt-0.5">
        <ScoreBadge score={match.score} band={match.band} />
      </div>
      <div className="col-span-2 min-w-0 phone:col-span-1">
        <p className="wrap-anywhere">
          <Link href={`/matches/${match.id}`} data-list-item className="font-medium after:absolute after:inset-0">
            {posting.title}
          </Link>
          {posting.company === null ? null : <span className="text-muted"> · {posting.company}</span>}
        </p>
        <PostingLine posting={posting} />
        <SkillLine skills={match.skills} asked={posting.yearsMin} shown={totalYears} />
      </div>
      <div className="col-span-2 flex flex-col gap-1.5 phone:col-start-2 rail:col-span-1 rail:col-start-auto">
        <p className="tabular text-sm text-muted rail:text-right">
          {t("openDays", { days: posting.openDays })} · {t("boards", { count: posting.sourceIds.length })}
        </p>
        <ScoreParts match={match} compact />
      </div>
    </li>
  );
}
