import { ArrowDownRight, ArrowRight, ArrowUpRight } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Growth } from "@/lib/core/trends/demand-growth";

export type GrowthRow = { id: string; label: string; postings: number; share: number; growth: Growth };

/** Less change of the share than this, either way, is told as steady. */
const STEADY = 0.05;

function GrowthCell({ growth }: { growth: Growth }) {
  const t = useTranslations("trends.top");
  const format = useFormatter();
  if (growth.kind === "unknown") return <span className="text-sm text-muted">{t(`unknown.${growth.why}`)}</span>;
  const way = Math.abs(growth.ratio) < STEADY ? "steady" : growth.ratio > 0 ? "rising" : "falling";
  const Icon = { rising: ArrowUpRight, falling: ArrowDownRight, steady: ArrowRight }[way];
  return (
    <span className="tabular inline-flex items-center gap-1 whitespace-nowrap">
      <Icon aria-hidden className="size-4 text-muted" />
      {format.number(growth.ratio, { style: "percent", maximumFractionDigits: 0, signDisplay: "exceptZero" })}
      <span className="text-sm text-muted">{t(way)}</span>
    </span>
  );
}

/** The skills most asked for, with how their share changed, or why that cannot be said. */
export function GrowthTable({ rows, caption }: { rows: GrowthRow[]; caption: string }) {
  const t = useTranslations("trends.top");
  const format = useFormatter();
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          id: "skill",
          header: t("skill"),
          isRowHeader: true,
          cell: (row) => <TextLink href={`/skills/${row.id}`}>{row.label}</TextLink>,
        },
        {
          id: "postings",
          header: t("postings"),
          align: "end",
          wideOnly: true,
          cell: (row) => <span className="tabular">{format.number(row.postings)}</span>,
        },
        {
          id: "share",
          header: t("share"),
          align: "end",
          cell: (row) => (
            <span className="tabular">{format.number(row.share, { style: "percent", maximumFractionDigits: 1 })}</span>
          ),
        },
        { id: "growth", header: t("growth"), align: "end", cell: (row) => <GrowthCell growth={row.growth} /> },
      ]}
    />
  );
}
