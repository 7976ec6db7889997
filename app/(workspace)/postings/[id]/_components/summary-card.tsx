import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { PostingDetail } from "@/lib/services/postings/get-posting";

/** The advert's own most telling sentences, and a model's summary apart from them; absent where there is neither. */
export function SummaryCard({ posting }: { posting: PostingDetail }) {
  const t = useTranslations("reading.summary");
  const model = useTranslations("reading.model");
  const own = posting.facts?.summary?.text ?? "";
  const summary = posting.model?.summary ?? null;
  const lang = posting.lang ?? undefined;
  return (
    <>
      {own === "" ? null : (
        <Card title={t("title")} aside={t("note")}>
          <p lang={lang} className="max-w-measure wrap-anywhere">
            {own}
          </p>
        </Card>
      )}
      {summary === null ? null : (
        <Card title={model("summary")} aside={model("summaryNote")}>
          <p lang={lang} className="max-w-measure wrap-anywhere">
            {summary}
          </p>
        </Card>
      )}
    </>
  );
}
