"use client";

import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";

/** What Next hands to the page that stands in for one that failed. */
export type FailedPage = { error: Error & { digest?: string }; reset: () => void };

/** Stands in for a page that failed: what happened, another try, and a way home. */
export function PageFailure({ error, reset, home }: FailedPage & { home: string }) {
  const t = useTranslations("errors");
  return (
    <ErrorState
      title={t("errorTitle")}
      body={t("errorBody")}
      digest={error.digest}
      onRetry={reset}
      action={
        <ButtonLink href={home} variant="ghost">
          {t("home")}
        </ButtonLink>
      }
    />
  );
}
