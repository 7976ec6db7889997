import { getFormatter, getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { Table } from "@/components/ui/table";
import type { CoverageRow } from "@/lib/services/quality/get-coverage";

const PARTS = ["skills", "occupation", "seniority", "pay", "workplace", "country", "years"] as const;

type CoverageCardProps = { by: "languages" | "sources"; rows: CoverageRow[] };

/** Shares of open postings of which each thing is known. */
export async function CoverageCard({ by, rows }: CoverageCardProps) {
  const [t, format, languages] = await Promise.all([
    getTranslations("quality.coverage"),
    getFormatter(),
    getTranslations("vocabulary.lang"),
  ]);
  const nameOf = (name: string) => {
    const known = (["en", "es", "und"] as const).find((lang) => by === "languages" && lang === name);
    return known === undefined ? name : languages(known);
  };
  return (
    <Card title={t(by)} aside={t("note")} flush>
      {rows.length === 0 ? (
        <p className="p-4 text-muted">{t("none")}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section aria-label={`${t(by)}: ${t("note")}`} tabIndex={0} className="overflow-x-auto">
          <Table<CoverageRow>
            caption={t(by)}
            rows={rows}
            rowKey={({ name }) => name}
            columns={[
              { id: "name", header: t("name"), isRowHeader: true, cell: ({ name }) => nameOf(name) },
              { id: "n", header: t("n"), align: "end", cell: ({ n }) => format.number(n) },
              ...PARTS.map((part) => ({
                id: part,
                header: t(part),
                align: "end" as const,
                cell: (row: CoverageRow) =>
                  format.number(row[part] / Math.max(row.n, 1), { style: "percent", maximumFractionDigits: 0 }),
              })),
            ]}
          />
        </section>
      )}
    </Card>
  );
}
