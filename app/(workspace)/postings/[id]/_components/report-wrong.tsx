"use client";

import { Flag } from "lucide-react";
import { useTranslations } from "next-intl";
import { type SyntheticEvent, useState, useTransition } from "react";
import { toast } from "sonner";
import { CONTROL, Field } from "@/components/forms/field";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { typedText } from "@/components/forms/typed-text";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Correctable } from "@/lib/services/corrections/correction-input";
import { reportCorrectionAction } from "../actions";

type ReportWrongProps = {
  versionId: string;
  field: Correctable;
  skillId?: string;
  /** The skill or the fact, as the page names it. */
  what: string;
};

/** A small flag that opens a form for saying what was read wrongly. */
export function ReportWrong({ versionId, field, skillId, what }: ReportWrongProps) {
  const t = useTranslations("reading.report");
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const send = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    start(async () => {
      const about = skillId === undefined ? {} : { skillId };
      const given = { shouldBe: typedText(form, "shouldBe"), comment: typedText(form, "comment") };
      const result = await reportCorrectionAction({ versionId, field, ...about, ...given });
      if (!result.ok) {
        setProblem(t(result.error.code === "rate_limited" ? "limited" : "failed"));
        return;
      }
      setProblem(null);
      setOpen(false);
      toast.success(t("thanks"));
    });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("title", { what })}
      description={t("body")}
      trigger={
        <button
          type="button"
          aria-label={t("openFor", { what })}
          title={t("openFor", { what })}
          className="grid size-7 shrink-0 place-items-center rounded-control text-muted hover:bg-sunken hover:text-ink pointer-coarse:size-11"
        >
          <Flag aria-hidden className="size-3.5" />
        </button>
      }
    >
      <form onSubmit={send} className="flex flex-col gap-4">
        <TextField name="shouldBe" label={t("shouldBe")} hint={t("shouldBeHint")} maxLength={300} autoComplete="off" />
        <Field label={t("comment")}>
          {(wiring) => <textarea {...wiring} name="comment" rows={3} maxLength={1_000} className={CONTROL} />}
        </Field>
        <FormError message={problem} />
        <div className="flex justify-end gap-2">
          <Button onClick={() => setOpen(false)}>{t("cancel")}</Button>
          <SubmitButton pending={pending}>{t("send")}</SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
