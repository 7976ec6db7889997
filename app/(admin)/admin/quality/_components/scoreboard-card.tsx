import { getFormatter, getTranslations } from "next-intl/server";
import { StatusBadge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Table } from "@/components/ui/table";
import type { Scoreboard, ScoreboardRow } from "@/lib/services/quality/scoreboard";

/** The scoreboard as it was recorded last, or how to record one. */
export async function ScoreboardCard({ scoreboard }: { scoreboard: Scoreboard | null }) {
  const [t, format] = await Promise.all([getTranslations("quality.board"), getFormatter()]);
  if (scoreboard === null)
    return (
      <Card title={t("title")}>
        <p className="mb-2 text-muted">{t("none")}</p>
        <code className="font-mono text-sm">npm run quality -- --record</code>
      </Card>
    );
  const number = (value: number | null) =>
    value === null ? "–" : format.number(value, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  const recorded = format.dateTime(new Date(scoreboard.at), { dateStyle: "medium", timeStyle: "short" });
  return (
    <Card title={t("title")} aside={t("recorded", { at: recorded, version: scoreboard.readingVersion })} flush>
      <Table<ScoreboardRow>
        caption={t("title")}
        rows={scoreboard.rows}
        rowKey={({ suite, dataset, metric }) => `${suite}/${dataset}/${metric}`}
        columns={[
          {
            id: "metric",
            header: t("metric"),
            isRowHeader: true,
            cell: ({ suite, dataset, metric }) => (
              <span className="wrap-anywhere">
                {metric} <span className="block text-xs text-muted">{`${suite} / ${dataset}`}</span>
              </span>
            ),
          },
          { id: "value", header: t("value"), align: "end", cell: ({ value }) => number(value) },
          {
            id: "baseline",
            header: t("baseline"),
            align: "end",
            wideOnly: true,
            cell: ({ baseline }) => (baseline === null ? "–" : `${baseline.name} ${number(baseline.value)}`),
          },
          { id: "floor", header: t("floor"), align: "end", wideOnly: true, cell: ({ floor }) => number(floor) },
          { id: "n", header: t("n"), align: "end", wideOnly: true, cell: ({ n }) => format.number(n) },
          {
            id: "ok",
            header: t("verdict"),
            cell: ({ ok, skipped, floor }) => {
              if (skipped === true) return <StatusBadge tone="info">{t("skipped")}</StatusBadge>;
              if (ok && floor === null) return <span className="text-sm text-muted">{t("noFloor")}</span>;
              return <StatusBadge tone={ok ? "ok" : "bad"}>{t(ok ? "ok" : "below")}</StatusBadge>;
            },
          },
        ]}
      />
    </Card>
  );
}
