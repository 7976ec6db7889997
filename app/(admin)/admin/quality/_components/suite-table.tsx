import { useFormatter, useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/badge";
import { Table } from "@/components/ui/table";
import type { ScoreboardRow } from "@/lib/services/quality/scoreboard";

/** The measures of one suite: the value, the simple way beside it, the floor and the verdict. */
export function SuiteTable({ suite, rows }: { suite: string; rows: readonly ScoreboardRow[] }) {
  const t = useTranslations("quality.board");
  const format = useFormatter();
  const number = (value: number | null) =>
    value === null ? "–" : format.number(value, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  return (
    <Table<ScoreboardRow>
      caption={`${t("title")}: ${suite}`}
      rows={[...rows]}
      rowKey={({ dataset, metric, baseline }) => `${dataset}/${metric}/${baseline?.name ?? ""}`}
      columns={[
        {
          id: "metric",
          header: t("metric"),
          isRowHeader: true,
          cell: ({ dataset, metric }) => (
            <span className="wrap-anywhere">
              {metric} <span className="block text-xs text-muted">{dataset}</span>
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
        { id: "ok", header: t("verdict"), cell: (row) => <Verdict {...row} /> },
      ]}
    />
  );
}

function Verdict({ ok, skipped, floor }: ScoreboardRow) {
  const t = useTranslations("quality.board");
  if (skipped === true) return <StatusBadge tone="info">{t("skipped")}</StatusBadge>;
  if (ok && floor === null) return <span className="text-sm text-muted">{t("noFloor")}</span>;
  return (
    <span className="whitespace-nowrap">
      <StatusBadge tone={ok ? "ok" : "bad"}>{t(ok ? "ok" : "below")}</StatusBadge>
    </span>
  );
}
