"use client";

import { Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ResumeUpload } from "../../_components/resume-upload";

type NewVersionProps = { resumeId: string; maxBytes: number; endings: readonly string[] };

/** Uploads a new version of a résumé, in a dialog. */
export function NewVersion(props: NewVersionProps) {
  const t = useTranslations("resumes.upload");
  return (
    <Dialog
      title={t("newVersion")}
      description={t("newVersionLead")}
      trigger={
        <Button>
          <Upload aria-hidden className="size-4" />
          {t("newVersion")}
        </Button>
      }
    >
      <ResumeUpload {...props} />
    </Dialog>
  );
}
