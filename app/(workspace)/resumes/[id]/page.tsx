import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { EvidenceLinks } from "@/components/evidence/evidence-links";
import { HighlightKey } from "@/components/evidence/highlight-key";
import { HighlightedText } from "@/components/evidence/highlighted-text";
import { PageHeader } from "@/components/layout/page-header";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { requireUser } from "@/lib/entry/require-user";
import type { SearchParams } from "@/lib/entry/search-params";
import { loadSkillLabels } from "@/lib/services/matches/skill-labels";
import { getResume } from "@/lib/services/resumes/get-resume";
import { RESUME_ENDINGS, RESUME_MAX_BYTES } from "@/lib/services/resumes/receive-resume";
import { orNotFound } from "../../_components/or-not-found";
import { DeleteButton } from "../_components/delete-button";
import { RematchButton } from "../_components/rematch-button";
import { NewVersion } from "./_components/new-version";
import { ProfileFacts } from "./_components/profile-facts";
import { skillHighlights } from "./_components/skill-highlights";
import { VersionList } from "./_components/version-list";

type PageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

const versionNumber = z.coerce.number().int().positive().optional().catch(undefined);

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("resumes");
  return { title: t("profile.read") };
}

export default async function ResumePage({ params, searchParams }: PageProps) {
  const { ctx } = await requireUser();
  const { id } = await params;
  const version = versionNumber.parse((await searchParams)["version"]);
  const resume = await orNotFound(getResume(ctx, { id, ...(version === undefined ? {} : { version }) }));
  const { profile } = resume;
  const [t, format, locale, labels] = await Promise.all([
    getTranslations("resumes"),
    getFormatter(),
    getLocale(),
    loadSkillLabels(
      ctx,
      profile.skills.map((skill) => skill.id),
    ),
  ]);
  const facts = [
    resume.version.fileName,
    t("version", { number: resume.version.number }),
    t("uploaded", { date: format.dateTime(resume.version.createdAt, { dateStyle: "medium" }) }),
  ];
  return (
    <>
      <PageHeader
        title={resume.title}
        backHref="/resumes"
        facts={facts}
        action={
          <>
            {resume.version.matches > 0 ? (
              <ButtonLink href={`/matches?resume=${id}`} variant="primary">
                {t("seeMatches")}
              </ButtonLink>
            ) : null}
            {resume.isNewest ? <RematchButton resumeId={id} versionId={resume.version.id} /> : null}
            <NewVersion resumeId={id} maxBytes={RESUME_MAX_BYTES} endings={RESUME_ENDINGS} />
            <DeleteButton id={id} title={resume.title} leaveTo="/resumes" />
          </>
        }
      />
      <EvidenceLinks>
        <div className="grid max-w-page items-start gap-5 rail:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
          <div className="flex flex-col gap-5">
            {resume.isNewest ? null : (
              <Banner tone="warn" inside action={<TextLink href={`/resumes/${id}`}>{t("profile.newest")}</TextLink>}>
                {t("profile.older", { number: resume.version.number })}
              </Banner>
            )}
            {resume.issues.length > 0 ? (
              <Card title={t("profile.checkTitle")}>
                <ul className="flex list-disc flex-col gap-1 pl-5">
                  {resume.issues.map(({ code, position }, index) => (
                    <li key={index}>{t(`issue.${code}`, { position: position ?? "" })}</li>
                  ))}
                </ul>
                <p className="mt-3 text-sm text-muted">{t("profile.checkHint")}</p>
              </Card>
            ) : null}
            <ProfileFacts profile={profile} labels={labels} />
            <VersionList resume={resume} />
          </div>
          <Card title={t("profile.text")} aside={<HighlightKey of="kinds" />} className="min-w-0">
            <HighlightedText
              text={profile.text}
              blocks={resume.blocks}
              highlights={skillHighlights(profile.skills, (skill) => labels.get(skill.id)?.[locale] ?? skill.label)}
              lang={profile.lang}
            />
          </Card>
        </div>
      </EvidenceLinks>
    </>
  );
}
