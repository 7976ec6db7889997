"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { toast } from "sonner";
import { IconButton } from "@/components/ui/button";
import { UNDO_MS } from "@/lib/core/resumes/undo-window";
import { deleteResumeAction, restoreResumeAction } from "../actions";

type DeleteButtonProps = {
  id: string;
  title: string;
  /** Where to go where the page itself is about the deleted résumé. */
  leaveTo?: string;
};

/** Deletes at once, and offers to take it back for ten seconds. */
export function DeleteButton({ id, title, leaveTo }: DeleteButtonProps) {
  const t = useTranslations("resumes");
  const failures = useTranslations("auth.failure");
  const router = useRouter();
  const [deleting, startDeleting] = useTransition();

  const restore = async () => {
    const result = await restoreResumeAction({ id });
    if (result.ok) toast.success(t("restored", { title }));
    else toast.error(t("tooLate"));
    router.refresh();
  };
  const remove = () =>
    startDeleting(async () => {
      const result = await deleteResumeAction({ id });
      if (!result.ok) {
        toast.error(failures(result.error.code, { reference: result.error.reference ?? "–" }));
        return;
      }
      toast(t("deleted", { title }), {
        duration: UNDO_MS,
        action: { label: t("undo"), onClick: () => void restore() },
      });
      if (leaveTo === undefined) router.refresh();
      else router.push(leaveTo);
    });

  return (
    <IconButton
      label={t("deleteNamed", { title })}
      aria-disabled={deleting}
      onClick={() => (deleting ? undefined : remove())}
    >
      <Trash2 aria-hidden className="size-4" />
    </IconButton>
  );
}
