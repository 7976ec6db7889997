import { Search } from "lucide-react";
import { cx } from "@/components/ui/cx";

type SearchBoxProps = { label: string; value: string; maxLength: number; className?: string };

/** The field for words (`q`) of a form that searches a list; its label stands inside as the hint. */
export function SearchBox({ label, value, maxLength, className }: SearchBoxProps) {
  return (
    <label className={cx("relative grow", className)}>
      <span className="sr-only">{label}</span>
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted"
      />
      <input
        type="search"
        name="q"
        maxLength={maxLength}
        defaultValue={value}
        placeholder={label}
        className="row-height w-full rounded-control border border-line-strong bg-surface pr-2 pl-8"
      />
    </label>
  );
}
