import { useLocale, useTranslations } from "next-intl";
import { formatBytes } from "@/components/forms/format-bytes";
import { type Column, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { RunDocuments as Page, RunDocumentLine } from "@/lib/services/runs/list-run-documents";
import { useWord } from "../../../../../_components/use-word";
import { ColumnOfAddresses } from "./column-of-addresses";
import { PagedCard, type PageLinks, rangeOf } from "./paged-card";
import { sharedOrigin, withoutOrigin } from "./shared-origin";

/** The raw documents that a run read, each with the way to its text. */
export function RunDocuments({ page, ...links }: { page: Page } & PageLinks) {
  const t = useTranslations("admin.documents");
  const locale = useLocale();
  const how = useWord("documents.how");
  const origin = sharedOrigin(page.documents.map(({ url }) => url));
  const columns: Column<RunDocumentLine>[] = [
    {
      id: "url",
      header: <ColumnOfAddresses name={t("document")} origin={origin} />,
      isRowHeader: true,
      cell: ({ id, url }) => (
        <TextLink href={`/admin/raw/${id}`} className="text-sm wrap-anywhere">
          {withoutOrigin(url, origin)}
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
  const range = rangeOf(page, page.documents.length);
  return (
    <PagedCard
      title={t("title")}
      count={t("count", { n: page.total })}
      label={t("pages")}
      range={range === null ? null : t("range", range)}
      {...links}
    >
      <Table caption={t("title")} rows={page.documents} rowKey={({ seq }) => String(seq)} columns={columns} />
    </PagedCard>
  );
}
