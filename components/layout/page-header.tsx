import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type PageHeaderProps = {
  title: ReactNode;
  /** What it is, n, fresh as of …; joined with a middle dot. */
  facts?: ReactNode[];
  action?: ReactNode;
  /** Where the back arrow leads, for a detail page. */
  backHref?: string;
  /** Filters as chips, under the title. */
  children?: ReactNode;
};

/** The head of a page: title, facts, one primary action. */
export function PageHeader({ title, facts = [], action, backHref, children }: PageHeaderProps) {
  const t = useTranslations("common");
  return (
    <div className="mb-5 flex flex-col gap-3">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 items-start gap-2">
          {backHref ? (
            <Link
              href={backHref}
              aria-label={t("back")}
              title={t("back")}
              className="-ml-2 grid size-9 place-items-center rounded-control text-muted hover:bg-sunken pointer-coarse:size-11"
            >
              <ChevronLeft aria-hidden className="size-5" />
            </Link>
          ) : null}
          <div className="min-w-0">
            <h1 className="text-xl wrap-anywhere">{title}</h1>
            {facts.length > 0 ? (
              <ul className="tabular mt-1 flex flex-wrap text-muted">
                {facts.map((fact, index) => (
                  <li key={index} className="not-last:after:px-2 not-last:after:content-['·']">
                    {fact}
                  </li>
                ))}
              </ul>
            ) : null}
          </div>
        </div>
        {action ? <div className="flex flex-wrap items-center gap-2">{action}</div> : null}
      </div>
      {children}
    </div>
  );
}
