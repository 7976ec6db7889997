"use client";

import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";

export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations("errors");
  return (
    <ErrorState
      title={t("errorTitle")}
      body={t("errorBody")}
      digest={error.digest}
      onRetry={reset}
      action={
        <ButtonLink href="/" variant="ghost">
          {t("home")}
        </ButtonLink>
      }
    />
  );
}
