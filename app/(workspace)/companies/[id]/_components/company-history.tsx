import { getFormatter, getTranslations } from "next-intl/server";
import { LineChart } from "@/components/charts/line-chart";
import { Card } from "@/components/ui/card";
import { Stat, StatRow } from "@/components/ui/stat";
import type { CompanyPage } from "@/lib/services/companies/get-company";
import { bucketLabel } from "../../../trends/_components/bucket-label";

/** How a company's postings came and went: figures with what they were counted from, and a line for opened and closed by month. */
export async function CompanyHistory({ company }: { company: CompanyPage }) {
  const [t, format] = await Promise.all([getTranslations("companies.page"), getFormatter()]);
  const { history, totals } = company;
  const sum = (pick: "opened" | "closed") => history.reduce((all, month) => all + month[pick], 0);
  const series = (["opened", "closed"] as const).map((id) => ({
    id,
    label: t(id),
    tone: id === "opened" ? ("accent" as const) : ("context" as const),
    points: history.map((month) => ({
      bucket: month.month,
      label: bucketLabel(month.month, format),
      value: month[id],
      n: totals.total,
      partial: month.partial,
    })),
  }));
  const named = (month: string | undefined) => (month === undefined ? "" : bucketLabel(month, format));
  return (
    <Card title={t("historyTitle")}>
      <div className="flex flex-col gap-4">
        <StatRow>
          <Stat
            label={t("stillOpen")}
            value={format.number(totals.open)}
            note={t("stillOpenNote", { n: totals.total })}
          />
          <Stat
            label={t("medianDays")}
            value={totals.medianDays === null ? t("medianNone") : format.number(Math.round(totals.medianDays))}
            note={t("medianNote", { n: totals.closed })}
          />
          <Stat
            label={t("reposts")}
            value={format.number(totals.reposts)}
            note={t("repostsNote", { n: totals.total })}
          />
          <Stat
            label={t("refreshes")}
            value={format.number(totals.refreshes)}
            note={t("repostsNote", { n: totals.total })}
          />
        </StatRow>
        <div className="min-w-0 overflow-hidden">
          <LineChart
            height={200}
            model={{
              title: t("historyChart"),
              subtitle: t("historySubtitle", {
                opened: sum("opened"),
                closed: sum("closed"),
                from: named(history[0]?.month),
                to: named(history.at(-1)?.month),
              }),
              unit: { kind: "count" },
              series,
              sources: [],
              caveat: t("historyCaveat"),
            }}
          />
        </div>
      </div>
    </Card>
  );
}
