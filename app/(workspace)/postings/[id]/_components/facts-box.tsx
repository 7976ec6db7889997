import { useTranslations } from "next-intl";
import { EvidenceLine } from "@/components/evidence/evidence-line";
import { Card } from "@/components/ui/card";
import type { PostingFacts } from "@/lib/services/postings/reading-shape";
import { confidenceWord } from "./confidence-word";
import { factId } from "./fact-highlights";
import { ReportWrong } from "./report-wrong";
import { FACT_FIELDS, type FactField, type FactSource, useFactWords } from "../../../../_components/use-fact-words";

const QUOTES = 2;
const METHODS = ["title", "text", "location", "label", "structured", "words", "esco"] as const;

type FactsBoxProps = Omit<FactSource, "facts"> & { facts: PostingFacts | null; versionId: string; lang: string | null };

/** What was read from the posting, each fact with the words that it rests on and how sure it is. */
export function FactsBox({ facts, versionId, lang, ...rest }: FactsBoxProps) {
  const t = useTranslations("postings.detail");
  const names = useTranslations("reading.fact");
  const wordsOf = useFactWords();
  if (facts === null)
    return (
      <Card title={t("factsTitle")}>
        <p className="text-muted">{t("unread")}</p>
      </Card>
    );
  const rows = FACT_FIELDS.map((field) => ({ field, value: wordsOf[field]({ facts, ...rest }) }));
  const stated = rows.filter(({ value }) => value !== null && value !== "");
  const silent = rows.filter(({ value }) => value === null || value === "");
  return (
    <Card title={t("factsTitle")}>
      <dl className="flex flex-col gap-3">
        {stated.map(({ field, value }) => (
          <div key={field} className="grid grid-cols-[6.5rem_1fr] gap-x-2">
            <dt className="text-muted">{names(field)}</dt>
            <dd className="flex min-w-0 items-start justify-between gap-1">
              <div className="min-w-0 grow">
                <span className="inline-block font-medium wrap-anywhere first-letter:uppercase [&_.whitespace-nowrap]:whitespace-normal">
                  {value}
                </span>
                <Support facts={facts} field={field} lang={lang} />
              </div>
              {field === "deadline" ? null : <ReportWrong versionId={versionId} field={field} what={names(field)} />}
            </dd>
          </div>
        ))}
      </dl>
      {silent.length > 0 ? (
        <p className="mt-3 text-sm text-muted">
          {t("notStated", { fields: silent.map(({ field }) => names(field)).join(", ") })}
        </p>
      ) : null}
    </Card>
  );
}

/** The field whose words and grounds stand behind a fact: a degree stands in for the level where no level is told. */
function groundField(facts: PostingFacts, field: FactField): string {
  return field === "education" && facts.education === null ? "degreeRequired" : field;
}

function Support({ facts, field, lang }: { facts: PostingFacts; field: FactField; lang: string | null }) {
  const t = useTranslations("reading");
  const detail = useTranslations("postings.detail");
  if (field === "lang") return null;
  const name = groundField(facts, field);
  const quotes = quotesOf(facts, name);
  const ground = facts.grounds[name] ?? null;
  const method = METHODS.find((known) => known === ground?.method);
  const grounds = [
    ground === null || ground.method === "structured" ? null : t(`confidence.${confidenceWord(ground.confidence)}`),
    // The words of a title name no occupation of ours: where the link came from is said beside them.
    ground === null || (quotes.length > 0 && method !== "esco")
      ? null
      : method === undefined
        ? t("method.other", { method: ground.method })
        : t(`method.${method}`),
    field === "deadline" ? t("statedByListing") : null,
  ].filter((part) => part !== null);
  return (
    <>
      {quotes.length === 0 ? null : (
        <EvidenceLine id={factId(name)} className="-mx-2 py-0.5 text-sm wrap-anywhere text-muted">
          <span lang={lang ?? undefined}>{quotes.map((words) => detail("words", { words })).join(" ")}</span>
        </EvidenceLine>
      )}
      {grounds.length === 0 ? null : <span className="block text-xs text-muted">{grounds.join(", ")}</span>}
    </>
  );
}

function quotesOf(facts: PostingFacts, field: string): string[] {
  const quotes = (facts.evidence[field] ?? []).map(({ text }) => text.replace(/\s+/gu, " ").trim());
  return [...new Set(quotes)].slice(0, QUOTES);
}
