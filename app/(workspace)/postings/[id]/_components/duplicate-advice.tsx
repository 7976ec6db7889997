import { useLocale, useTranslations } from "next-intl";
import { labelIn } from "@/components/postings/label-in";
import { Button } from "@/components/ui/button";
import type { AdviceView } from "@/lib/services/postings/list-duplicate-advice";
import type { PostingSummary } from "@/lib/services/postings/to-summary";

type DuplicateAdviceProps = { advice: readonly AdviceView[]; onChoose: (posting: PostingSummary) => void };

/** Postings near to this one with what a model thinks of each pair. It joins nothing: whoever reads it decides. */
export function DuplicateAdvice({ advice, onChoose }: DuplicateAdviceProps) {
  const t = useTranslations("postings.advice");
  const locale = useLocale();
  if (advice.length === 0) return null;
  return (
    <section aria-label={t("title")} className="flex flex-col gap-2">
      <h3 className="font-medium">{t("title")}</h3>
      <p className="text-sm text-muted">{t("note")}</p>
      <ul className="flex flex-col">
        {advice.map(({ posting, verdict, quote, otherQuote }) => {
          const place = posting.placeLabels === null ? posting.place : labelIn(posting.placeLabels, locale);
          const title = [posting.title, posting.company, place].filter(Boolean).join(" · ");
          return (
            <li key={posting.id} className="flex items-start justify-between gap-3 border-b py-1.5 last:border-0">
              <span className="min-w-0 wrap-anywhere">
                {title}
                <span className="block text-sm">{t(`verdict.${verdict}`)}</span>
                <span className="block text-sm text-muted">{t("quotes", { here: quote, there: otherQuote })}</span>
              </span>
              <Button size="sm" aria-label={t("chooseNamed", { title })} onClick={() => onChoose(posting)}>
                {t("choose")}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
