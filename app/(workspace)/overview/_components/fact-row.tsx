import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { ScoreBadge } from "@/components/ui/score-badge";
import { Stat, StatRow } from "@/components/ui/stat";
import type { Overview } from "@/lib/services/overview/get-overview";

/** The four facts on top: what is new, what is best, how the market asks for my skills, how fresh all that is. */
export function FactRow({ overview }: { overview: Overview }) {
  const t = useTranslations("overview.fact");
  const format = useFormatter();
  const { best, pulse, freshAt, openPostings } = overview;
  const day = (at: Date) => format.dateTime(at, { day: "numeric", month: "short" });
  return (
    <StatRow>
      <Stat
        label={t("newMatches")}
        value={format.number(overview.newMatches)}
        note={t("newMatchesNote", { date: day(overview.since) })}
      />
      <Stat
        label={t("best")}
        value={best === null ? t("bestNone") : <ScoreBadge score={best.score} band={best.band} />}
        note={
          best === null ? (
            t("bestNoneNote")
          ) : (
            <Link href={`/matches/${best.id}`} className="line-clamp-2 hover:underline hover:underline-offset-3">
              {[best.posting.title, best.posting.company].filter((part) => part !== null).join(" · ")}
            </Link>
          )
        }
      />
      <Stat
        label={t("pulse")}
        value={
          pulse === null || openPostings === 0
            ? t("pulseNone")
            : format.number(pulse.asking / openPostings, { style: "percent", maximumFractionDigits: 0 })
        }
        note={pulse === null ? t("pulseNoneNote") : t("pulseNote", { total: openPostings, skills: pulse.skills })}
      />
      <Stat
        label={t("fresh")}
        value={freshAt === null ? t("freshNone") : format.dateTime(freshAt, { dateStyle: "medium" })}
        note={t(freshAt === null ? "freshNoneNote" : "freshNote")}
      />
    </StatRow>
  );
}
