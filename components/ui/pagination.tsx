import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "./button";

type PaginationProps = {
  previousHref: string | null;
  nextHref: string | null;
  /** What is paged, where a page has more than one such list. */
  label?: string;
  children?: ReactNode;
};

/** Previous and next for a list that is walked by key; `children` says where we are ("1–50 of 412"). */
export function Pagination({ previousHref, nextHref, label, children }: PaginationProps) {
  const t = useTranslations("ui");
  if (previousHref === null && nextHref === null && !children) return null;
  return (
    <nav aria-label={label ?? t("pages")} className="flex min-h-11 items-center justify-between gap-4 py-2">
      <p className="tabular text-sm text-muted">{children}</p>
      <div className="flex gap-2">
        {previousHref === null ? null : (
          <ButtonLink href={previousHref} size="sm">
            <ChevronLeft aria-hidden className="size-4" />
            {t("previous")}
          </ButtonLink>
        )}
        {nextHref === null ? null : (
          <ButtonLink href={nextHref} size="sm">
            {t("next")}
            <ChevronRight aria-hidden className="size-4" />
          </ButtonLink>
        )}
      </div>
    </nav>
  );
}
