import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";

/** Where a list of a run's records stands, and the ways on. */
export type PageLinks = { firstHref: string | null; nextHref: string | null };

type PagedCardProps = PageLinks & {
  title: string;
  count: string;
  /** What is paged, for those who do not see it. */
  label: string;
  /** "1–50 of 412"; null where all of them are shown. */
  range: string | null;
  children: ReactNode;
};

/** A part of a run's records in a card, with its pages below where one is not enough. */
export function PagedCard({ title, count, label, range, firstHref, nextHref, children }: PagedCardProps) {
  return (
    <Card title={title} aside={count} flush>
      {children}
      {range === null ? null : (
        <div className="border-t px-4">
          <Pagination label={label} previousHref={firstHref} nextHref={nextHref}>
            {range}
          </Pagination>
        </div>
      )}
    </Card>
  );
}

/** What the pages of a list say of where they are: null where all of it is shown. */
export function rangeOf(page: { from: number; total: number }, shown: number) {
  return page.total > shown ? { from: page.from, to: page.from + shown - 1, total: page.total } : null;
}
