import { getLocale, getTranslations } from "next-intl/server";
import type { UserContext } from "@/lib/services/context/context";
import { computeMatchWorth, type MatchWorth } from "@/lib/services/matches/compute-match-worth";
import type { MatchDetail } from "@/lib/services/matches/match-detail";

/** Most gaps shown; the rest give less. */
const SHOWN = 6;

async function worthOrNone(ctx: UserContext, match: MatchDetail): Promise<MatchWorth | null> {
  const { resume, posting, weights } = match;
  try {
    return await computeMatchWorth(ctx, {
      resumeVersionId: resume.versionId,
      postingId: posting.id,
      postingVersionId: posting.versionId,
      weights,
    });
  } catch (error) {
    ctx.log.error("match.worth.failed", { postingId: posting.id, error });
    return null;
  }
}

/** What would change a match, found by scoring again; computed while the rest of the page is already there. */
export async function MatchChange({ ctx, match }: { ctx: UserContext; match: MatchDetail }) {
  const [t, locale, worth] = await Promise.all([
    getTranslations("matches.detail"),
    getLocale(),
    worthOrNone(ctx, match),
  ]);
  if (worth === null) return <p className="text-muted">{t("changeFailed")}</p>;
  if (worth.gaps.length === 0) return <p className="text-muted">{t("changeNone")}</p>;
  const { floor, kept } = worth;
  return (
    <>
      <ul className="flex flex-col gap-2.5">
        {worth.gaps.slice(0, SHOWN).map(({ skillId, labels, status, score, gain, over }) => (
          <li key={skillId} className="flex flex-col">
            <span className="flex flex-wrap justify-between gap-x-3">
              <span className="font-medium">{labels[locale]}</span>
              <span className="tabular">{t("changeLine", { from: score - gain, to: score })}</span>
            </span>
            <span className="tabular text-sm text-muted">
              {status === "prose" ? `${t("changeProse")} · ` : ""}
              {over === null ? "" : t("changeOver", { lifted: over.lifted, asked: over.asked, floor })}
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-sm text-muted">{t("changeBasis", { kept })}</p>
    </>
  );
}
