import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { labelIn } from "@/components/postings/label-in";
import { Card } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { type Column, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { CandidatePage, ShownCandidate } from "@/lib/services/terms/get-candidate-page";
import { CANDIDATE_STATES } from "@/lib/services/terms/list-candidates";
import { qualityHref, type QualityView } from "./quality-href";
import { StateNav } from "./state-nav";
import { TermButtons } from "./term-buttons";
import { TermExamples } from "./term-examples";

/** Terms that postings use like skills and the taxonomy lacks, by what was decided on them. */
export async function TermsCard({ view, shown }: { view: QualityView; shown: CandidatePage }) {
  const t = await getTranslations("quality.terms");
  const { state, candidates, tally, page, pages } = shown;
  const pageHref = (to: number) => (to < 1 || to > pages ? null : qualityHref({ ...view, page: to }, "terms"));
  return (
    <Card title={t("title")} aside={t("note")} flush>
      <StateNav
        label={t("states")}
        items={CANDIDATE_STATES.map((one) => ({
          id: one,
          href: qualityHref({ ...view, terms: one, page: 1 }, "terms"),
          word: t(`state.${one}`, { count: tally[one] }),
          isCurrent: one === state,
        }))}
      />
      {candidates.length === 0 ? (
        <p className="p-4 text-muted">{t(state === "open" ? "noneOpen" : "none")}</p>
      ) : (
        <CandidateTable shown={shown} />
      )}
      {pages > 1 ? (
        <div className="border-t px-4">
          <Pagination label={t("pages")} previousHref={pageHref(page - 1)} nextHref={pageHref(page + 1)}>
            {t("page", { page, pages })}
          </Pagination>
        </div>
      ) : null}
    </Card>
  );
}

async function CandidateTable({ shown }: { shown: CandidatePage }) {
  const [t, format, locale] = await Promise.all([getTranslations("quality.terms"), getFormatter(), getLocale()]);
  const { state, candidates, families } = shown;
  const employersOf = ({ employers }: ShownCandidate) => (employers === null ? "–" : format.number(employers));
  const isDecidable = state === "open" || state === "rejected";
  const meaning: Column<ShownCandidate> = {
    id: "skill",
    header: t("means"),
    cell: ({ skill }) =>
      skill === null ? "–" : <TextLink href={`/skills/${skill.id}`}>{labelIn(skill.labels, locale)}</TextLink>,
  };
  const decided: Column<ShownCandidate> = {
    id: "decided",
    header: t("decided"),
    wideOnly: true,
    cell: ({ decidedAt }) => (decidedAt === null ? "–" : format.dateTime(decidedAt, { dateStyle: "medium" })),
  };
  const decision: Column<ShownCandidate> = {
    id: "decision",
    header: <span className="sr-only">{t("decision")}</span>,
    cell: ({ term }) => <TermButtons term={term} families={families} isRejected={state === "rejected"} />,
  };
  return (
    <Table<ShownCandidate>
      caption={t("title")}
      rows={candidates}
      rowKey={({ key }) => key}
      columns={[
        {
          id: "term",
          header: t("term"),
          isRowHeader: true,
          cell: (candidate) => (
            <>
              <span className="font-medium wrap-anywhere">{candidate.term}</span>
              <span className="block text-sm text-muted phone:hidden">
                {t("counts", { postings: candidate.postings, employers: employersOf(candidate) })}
              </span>
              <TermExamples examples={candidate.examples} />
            </>
          ),
        },
        {
          id: "postings",
          header: t("postings"),
          align: "end",
          wideOnly: true,
          cell: ({ postings }) => format.number(postings),
        },
        { id: "employers", header: t("employers"), align: "end", wideOnly: true, cell: employersOf },
        ...(state === "open" ? [] : [decided]),
        ...(isDecidable ? [decision] : [meaning]),
      ]}
    />
  );
}
