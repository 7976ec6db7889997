"use client";

import { useLocale, useTranslations } from "next-intl";
import { type SubmitEvent, useState, useTransition } from "react";
import { FileDrop } from "@/components/forms/file-drop";
import { FormError } from "@/components/forms/form-error";
import { formatBytes } from "@/components/forms/format-bytes";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button, ButtonLink } from "@/components/ui/button";
import { Stepper } from "@/components/ui/stepper";
import type { ReceivedResume } from "@/lib/services/resumes/receive-resume";
import { receiveResumeAction } from "../actions";
import { MatchProgress } from "./match-progress";

type ResumeUploadProps = {
  maxBytes: number;
  endings: readonly string[];
  /** Given, the file becomes a new version of this résumé. */
  resumeId?: string;
};

type Refusal = Exclude<ReceivedResume["kind"], "stored">;

/** Takes a résumé file, shows its stages, and says in words why one was refused. */
export function ResumeUpload({ maxBytes, endings, resumeId }: ResumeUploadProps) {
  const t = useTranslations("resumes");
  const failures = useTranslations("auth.failure");
  const limit = formatBytes(maxBytes, useLocale());
  const [file, setFile] = useState<File | null>(null);
  const [received, setReceived] = useState<Extract<ReceivedResume, { kind: "stored" }> | null>(null);
  const [problem, setProblem] = useState<{ words: string; isRefusal: boolean } | null>(null);
  const [sending, startSending] = useTransition();

  const refuse = (kind: Refusal) => setProblem({ words: t(`refusal.${kind}`, { limit }), isRefusal: true });

  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (file === null) return;
    const form = new FormData();
    form.set("file", file);
    if (resumeId !== undefined) form.set("resumeId", resumeId);
    setProblem(null);
    startSending(async () => {
      try {
        const result = await receiveResumeAction(form);
        if (!result.ok) {
          const words = failures(result.error.code, { reference: result.error.reference ?? "–" });
          setProblem({ words, isRefusal: false });
        } else if (result.data.kind === "stored") setReceived(result.data);
        else refuse(result.data.kind);
      } catch {
        setProblem({ words: t("upload.failed"), isRefusal: false });
      }
    });
  };

  if (received !== null) {
    return (
      <div className="flex flex-col gap-4">
        <MatchProgress resumeId={received.resumeId} request={received.match} />
        <div className="flex flex-wrap gap-2">
          <ButtonLink href={`/resumes/${received.resumeId}`}>{t("upload.open")}</ButtonLink>
          {resumeId === undefined ? (
            <Button
              variant="ghost"
              onClick={() => {
                setReceived(null);
                setFile(null);
              }}
            >
              {t("upload.another")}
            </Button>
          ) : null}
        </div>
      </div>
    );
  }
  return (
    <form onSubmit={send} className="flex flex-col gap-4">
      <FileDrop
        name="file"
        label={t("upload.label")}
        hint={t("upload.hint", { limit })}
        accept={[...endings]}
        maxBytes={maxBytes}
        disabled={sending}
        onFile={(given) => {
          setFile(given);
          setProblem(null);
        }}
      />
      <FormError message={problem?.words} />
      {sending || problem?.isRefusal ? (
        <Stepper
          label={t("upload.stages")}
          steps={[
            { id: "received", label: t("upload.received"), state: sending ? "current" : "done" },
            { id: "read", label: t("upload.read"), state: sending ? "waiting" : "failed" },
            { id: "matched", label: t("upload.matched"), state: "waiting" },
          ]}
        />
      ) : null}
      {file === null ? null : (
        <SubmitButton pending={sending} className="self-start">
          {t("upload.submit")}
        </SubmitButton>
      )}
    </form>
  );
}
