import type { ReactNode } from "react";
import { useId } from "react";
import { cx } from "./cx";

type CardProps = { title?: ReactNode; aside?: ReactNode; flush?: boolean; className?: string; children: ReactNode };

/** A bordered section, named by its title. `flush` leaves the padding to the content, for tables and lists. */
export function Card({ title, aside, flush = false, className, children }: CardProps) {
  const titleId = useId();
  return (
    <section aria-labelledby={title ? titleId : undefined} className={cx("rounded-card border bg-surface", className)}>
      {title || aside ? (
        <header className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b px-4 py-2">
          {title ? (
            <h2 id={titleId} className="text-base font-semibold">
              {title}
            </h2>
          ) : null}
          {aside ? <div className="text-sm text-muted">{aside}</div> : null}
        </header>
      ) : null}
      <div className={flush ? "overflow-x-auto" : "p-4"}>{children}</div>
    </section>
  );
}
