import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ListKeys } from "@/components/ui/list-keys";
import { requireUser } from "@/lib/entry/require-user";
import { listResumes } from "@/lib/services/resumes/list-resumes";
import { RESUME_ENDINGS, RESUME_MAX_BYTES } from "@/lib/services/resumes/receive-resume";
import { ResumeRow } from "./_components/resume-row";
import { ResumeUpload } from "./_components/resume-upload";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("resumes");
  return { title: t("title") };
}

export default async function ResumesPage() {
  const { ctx } = await requireUser("/resumes");
  const [t, resumes] = await Promise.all([getTranslations("resumes"), listResumes(ctx)]);
  return (
    <>
      <PageHeader title={t("title")} facts={[t("count", { count: resumes.length }), t("privacy")]} />
      <div className="grid max-w-page items-start gap-5 rail:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="rail:order-last">
          <Card title={t("upload.title")}>
            <ResumeUpload maxBytes={RESUME_MAX_BYTES} endings={RESUME_ENDINGS} />
          </Card>
        </div>
        <Card title={t("list")} flush>
          {resumes.length === 0 ? (
            <EmptyState title={t("emptyTitle")}>{t("emptyBody")}</EmptyState>
          ) : (
            <ListKeys>
              <ul aria-label={t("list")}>
                {resumes.map((resume) => (
                  <ResumeRow key={resume.id} resume={resume} />
                ))}
              </ul>
            </ListKeys>
          )}
        </Card>
      </div>
    </>
  );
}
