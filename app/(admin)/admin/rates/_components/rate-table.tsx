import { useFormatter, useLocale, useTranslations } from "next-intl";
import { type Column, Table } from "@/components/ui/table";
import type { ListedRate } from "@/lib/services/rates/list-rates";

const FIGURES = { maximumSignificantDigits: 4 } as const;

/** The rates in force: each currency with both directions of its rate, its day and where it came from. */
export function RateTable({ rates }: { rates: ListedRate[] }) {
  const t = useTranslations("rates");
  const format = useFormatter();
  const names = new Intl.DisplayNames([useLocale()], { type: "currency" });
  const number = (value: number) => <span className="tabular whitespace-nowrap">{format.number(value, FIGURES)}</span>;
  const columns: Column<ListedRate>[] = [
    {
      id: "currency",
      header: t("currency"),
      isRowHeader: true,
      cell: ({ currency }) => (
        <>
          <span className="font-mono text-sm font-medium">{currency}</span>{" "}
          <span className="text-muted">{names.of(currency)}</span>
        </>
      ),
    },
    { id: "usd", header: t("usd"), align: "end", cell: ({ usd }) => number(usd) },
    { id: "units", header: t("units"), align: "end", wideOnly: true, cell: ({ usd }) => number(1 / usd) },
    {
      id: "day",
      header: t("day"),
      cell: ({ day }) => (
        <span className="tabular whitespace-nowrap">
          {format.dateTime(new Date(day), { dateStyle: "medium", timeZone: "UTC" })}
        </span>
      ),
    },
    {
      id: "source",
      header: t("source"),
      wideOnly: true,
      cell: ({ source, isPackaged }) => (
        <span className={isPackaged ? "text-muted" : "wrap-anywhere"}>{isPackaged ? t("packaged") : source}</span>
      ),
    },
  ];
  return <Table caption={t("table")} columns={columns} rows={rates} rowKey={({ currency }) => currency} />;
}
