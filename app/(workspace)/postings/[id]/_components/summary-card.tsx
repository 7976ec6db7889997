import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { PostingDetail } from "@/lib/services/postings/get-posting";

/** The advert's own most telling sentences; absent where none stands out or nothing was read. */
export function SummaryCard({ posting }: { posting: PostingDetail }) {
  const t = useTranslations("reading.summary");
  const summary = posting.facts?.summary ?? null;
  if (summary === null || summary.text === "") return null;
  return (
    <Card title={t("title")} aside={t("note")}>
      <p lang={posting.lang ?? undefined} className="max-w-measure wrap-anywhere">
        {summary.text}
      </p>
    </Card>
  );
}
