"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { splitListingAction } from "../actions";

/** Takes a listing out of its posting, after asking; then goes to the posting that it has become. */
export function SplitListing({ listingId, source }: { listingId: string; source: string }) {
  const t = useTranslations("postings.detail");
  const failures = useTranslations("auth.failure");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();
  const split = () =>
    start(async () => {
      const result = await splitListingAction({ listingId });
      if (!result.ok) {
        const { code, reference = "–" } = result.error;
        toast.error(code === "conflict" ? t("busy") : failures(code, { reference }));
        return;
      }
      setOpen(false);
      toast.success(t("splitDone"));
      router.push(`/postings/${result.data.postingId}`);
      router.refresh();
    });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("splitTitle")}
      description={t("splitBody", { source })}
      trigger={
        <Button size="sm" variant="ghost" aria-label={t("splitNamed", { source })}>
          {t("split")}
        </Button>
      }
      footer={
        <>
          <Button onClick={() => setOpen(false)}>{t("cancel")}</Button>
          <Button variant="primary" disabled={pending} onClick={split}>
            {t("splitDo")}
          </Button>
        </>
      }
    />
  );
}
