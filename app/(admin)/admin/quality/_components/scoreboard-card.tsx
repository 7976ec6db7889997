import { useTranslations } from "next-intl";
import { getFormatter, getTranslations } from "next-intl/server";
import { useWord } from "../../../../_components/use-word";
import { StatusBadge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import type { Scoreboard } from "@/lib/services/quality/scoreboard";
import { groupBySuite, type SuiteGroup } from "./group-by-suite";
import { SuiteTable } from "./suite-table";

/** The scoreboard as it was recorded last, a fold for each suite (open where something is below its floor), or how to record one. */
export async function ScoreboardCard({ scoreboard }: { scoreboard: Scoreboard | null }) {
  const [t, format] = await Promise.all([getTranslations("quality.board"), getFormatter()]);
  if (scoreboard === null)
    return (
      <Card title={t("title")}>
        <p className="mb-2 text-muted">{t("none")}</p>
        <code className="font-mono text-sm">npm run quality -- --record</code>
      </Card>
    );
  const recorded = format.dateTime(new Date(scoreboard.at), { dateStyle: "medium", timeStyle: "short" });
  return (
    <Card title={t("title")} aside={t("recorded", { at: recorded, version: scoreboard.readingVersion })} flush>
      <ul>
        {groupBySuite(scoreboard.rows).map((group) => (
          <li key={group.suite} className="border-b px-4 py-1.5 last:border-0">
            <Disclosure open={group.below > 0} summary={<SuiteLine group={group} />}>
              <div className="-mx-4 border-t">
                <SuiteTable suite={group.suite} rows={group.rows} />
              </div>
            </Disclosure>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What a suite measures, and whether it holds. */
function SuiteLine({ group: { suite, rows, below, floors } }: { group: SuiteGroup }) {
  const t = useTranslations("quality.board");
  const word = useWord("board.suite", "quality");
  return (
    <span className="flex min-w-0 grow flex-wrap items-center justify-between gap-x-4 gap-y-0.5">
      <span className="min-w-0">
        <span className="font-medium text-ink">{word(suite)}</span>{" "}
        <span className="tabular">{t("measures", { count: rows.length })}</span>
      </span>
      {floors === 0 ? null : (
        <StatusBadge tone={below > 0 ? "bad" : "ok"}>
          {below > 0 ? t("someBelow", { below, floors }) : t("allHold", { floors })}
        </StatusBadge>
      )}
    </span>
  );
}
