"use client";

import { CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button";

type ErrorStateProps = {
  title?: string;
  body?: string;
  digest?: string | undefined;
  onRetry?: () => void;
  action?: ReactNode;
};

/** An error in the place of a page, with a way out. `digest` is Next's reference into the log; the error's own text is never shown. */
export function ErrorState({ title, body, digest, onRetry, action }: ErrorStateProps) {
  const t = useTranslations("ui");
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-center gap-2 px-4 py-12 text-center">
      <CircleX aria-hidden className="size-6 text-bad" />
      <h1 className="text-md font-semibold">{title ?? t("errorTitle")}</h1>
      <p className="text-muted">{body ?? t("errorBody")}</p>
      {digest ? <p className="font-mono text-xs text-muted">{t("reference", { digest })}</p> : null}
      <div className="mt-3 flex gap-2">
        {onRetry ? <Button onClick={onRetry}>{t("retry")}</Button> : null}
        {action}
      </div>
    </div>
  );
}
