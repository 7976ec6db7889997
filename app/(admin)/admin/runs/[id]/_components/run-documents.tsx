import { useLocale, useTranslations } from "next-intl";
import { formatBytes } from "@/components/forms/format-bytes";
import { Card } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { type Column, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { RunDocumentLine, RunDocuments as Page } from "@/lib/services/runs/list-run-documents";
import { useWord } from "../../../../_components/use-word";

/** The raw documents that a run read, each with the way to its text. */
export function RunDocuments({
  page,
  firstHref,
  nextHref,
}: {
  page: Page;
  firstHref: string | null;
  nextHref: string | null;
}) {
  const t = useTranslations("admin.documents");
  const locale = useLocale();
  const how = useWord("documents.how");
  const columns: Column<RunDocumentLine>[] = [
    {
      id: "url",
      header: t("document"),
      isRowHeader: true,
      cell: ({ id, url }) => (
        <TextLink href={`/admin/raw/${id}`} className="text-sm wrap-anywhere">
          {url}
        </TextLink>
      ),
    },
    { id: "how", header: t("howHeader"), cell: (one) => <span className="text-sm">{how(one.how)}</span> },
    {
      id: "type",
      header: t("type"),
      wideOnly: true,
      cell: ({ contentType }) => <span className="text-sm wrap-anywhere text-muted">{contentType ?? "–"}</span>,
    },
    {
      id: "bytes",
      header: t("size"),
      align: "end",
      cell: ({ bytes, purged }) => (
        <span className="tabular text-sm whitespace-nowrap">{purged ? t("purged") : formatBytes(bytes, locale)}</span>
      ),
    },
  ];
  const last = page.from + page.documents.length - 1;
  return (
    <Card title={t("title")} aside={t("count", { n: page.total })} flush>
      <Table caption={t("title")} rows={page.documents} rowKey={({ seq }) => String(seq)} columns={columns} />
      {page.total > page.documents.length ? (
        <div className="border-t px-4">
          <Pagination label={t("pages")} previousHref={firstHref} nextHref={nextHref}>
            {t("range", { from: page.from, to: last, total: page.total })}
          </Pagination>
        </div>
      ) : null}
    </Card>
  );
}
