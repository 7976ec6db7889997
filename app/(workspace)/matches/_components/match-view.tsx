import { ExternalLink as ExternalIcon } from "lucide-react";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { type ReactNode, Suspense } from "react";
import { EvidenceLinks } from "@/components/evidence/evidence-links";
import { HighlightedText } from "@/components/evidence/highlighted-text";
import { PageHeader } from "@/components/layout/page-header";
import { Banner } from "@/components/ui/banner";
import { buttonClass } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { TextLink } from "@/components/ui/text-link";
import type { UserContext } from "@/lib/services/context/context";
import type { LabelledEvidence, MatchDetail } from "@/lib/services/matches/match-detail";
import { MatchChange } from "./match-change";
import { matchLines } from "./match-lines";
import { MatchPanes } from "./match-panes";
import { PostingLine } from "./posting-line";
import { WhyPane } from "./why-pane";

type MatchViewProps = { ctx: UserContext; match: MatchDetail };

/** A match as a page: the posting's facts, then why, posting and résumé side by side. */
export async function MatchView({ ctx, match }: MatchViewProps) {
  const [t, locale] = await Promise.all([getTranslations("matches.detail"), getLocale()]);
  const { posting, resume } = match;
  const nameOf = ({ labels, requirement }: LabelledEvidence) => {
    if (labels !== null) return labels[locale];
    return requirement === "experience" || requirement === "seniority" ? t(requirement) : requirement;
  };
  const lines = matchLines(match.evidence, { posting: posting.text, resume: resume.text }, nameOf);
  const change = (
    <Suspense
      fallback={
        <div>
          <p className="mb-3 text-muted">{t("changeWaiting")}</p>
          <Skeleton lines={3} />
        </div>
      }
    >
      <MatchChange ctx={ctx} match={match} />
    </Suspense>
  );
  return (
    <>
      <PageHeader
        title={posting.title}
        backHref="/matches"
        facts={await headFacts(match)}
        action={<Apply match={match} />}
      >
        <PostingLine posting={posting} />
        <Notes match={match} />
      </PageHeader>
      <EvidenceLinks>
        <MatchPanes
          label={t("panes")}
          panes={[
            { id: "why", label: t("why"), content: <WhyPane match={match} lines={lines} change={change} /> },
            {
              id: "posting",
              label: t("posting"),
              content: (
                <HighlightedText
                  text={posting.text}
                  blocks={posting.blocks}
                  highlights={lines.flatMap((line) => line.posting ?? [])}
                  lang={posting.lang}
                />
              ),
            },
            {
              id: "resume",
              label: t("resume"),
              content: (
                <HighlightedText
                  text={resume.text}
                  blocks={resume.blocks}
                  highlights={lines.flatMap((line) => line.resume ?? [])}
                  lang={resume.lang}
                />
              ),
            },
          ]}
        />
      </EvidenceLinks>
    </>
  );
}

async function headFacts({ posting, resume }: MatchDetail): Promise<ReactNode[]> {
  const [t, format] = await Promise.all([getTranslations("matches"), getFormatter()]);
  const { state, closedAt, openDays, lastSeenAt } = posting;
  const life =
    state === "open"
      ? t("openDays", { days: openDays })
      : t("closedOn", { date: format.dateTime(closedAt ?? lastSeenAt, { dateStyle: "medium" }) });
  return [
    ...(posting.company === null ? [] : [posting.company]),
    life,
    t("boards", { count: posting.sourceIds.length }),
    <TextLink key="posting" href={`/postings/${posting.id}`}>
      {t("detail.openPosting")}
    </TextLink>,
    <TextLink key="resume" href={`/resumes/${resume.id}`}>
      {t("forResume", { title: resume.title })}
    </TextLink>,
  ];
}

async function Apply({ match }: { match: MatchDetail }) {
  const t = await getTranslations();
  const best = match.posting.listings.find(({ url, state }) => url !== null && state === "open");
  if (best === undefined || best.url === null || !/^https?:\/\//iu.test(best.url)) return null;
  return (
    <a href={best.url} target="_blank" rel="noopener noreferrer nofollow" className={buttonClass("primary")}>
      {t("matches.detail.apply")}
      <ExternalIcon aria-hidden className="size-4" />
      <span className="sr-only"> ({t("common.openSource")})</span>
    </a>
  );
}

async function Notes({ match }: { match: MatchDetail }) {
  const t = await getTranslations("matches.detail");
  const { posting, resume } = match;
  const notes = [
    ...(match.id === null ? [t("preview", { title: resume.title })] : []),
    ...(posting.isCurrent ? [] : [t("changed")]),
    ...(resume.isNewest ? [] : [t("olderResume", { number: resume.number })]),
  ];
  return notes.map((note) => (
    <Banner key={note} inside>
      {note}
    </Banner>
  ));
}
