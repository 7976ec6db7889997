import Link from "next/link";
import { cx } from "@/components/ui/cx";

type StateNavProps = { label: string; items: { id: string; href: string; word: string; isCurrent: boolean }[] };

/** Which part of a list is shown. */
export function StateNav({ label, items }: StateNavProps) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-1 border-b px-3 py-1.5">
      {items.map(({ id, href, word, isCurrent }) => (
        <Link
          key={id}
          href={href}
          scroll={false}
          aria-current={isCurrent ? "page" : undefined}
          className={cx(
            "row-height inline-flex items-center rounded-control px-2.5",
            isCurrent ? "bg-accent-tint font-medium" : "text-muted hover:text-ink",
          )}
        >
          {word}
        </Link>
      ))}
    </nav>
  );
}
