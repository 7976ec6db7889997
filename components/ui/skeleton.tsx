import { useTranslations } from "next-intl";
import { cx } from "./cx";

const WIDTHS = ["w-11/12", "w-3/4", "w-5/6", "w-2/3"];

/** Grey lines in place of content that is on its way; announced once. */
export function Skeleton({ lines = 3, className }: { lines?: number; className?: string }) {
  const t = useTranslations("ui");
  return (
    <div role="status" className={cx("flex flex-col gap-3", className)}>
      <span className="sr-only">{t("loading")}</span>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} aria-hidden className={cx("skeleton h-4", WIDTHS[line % WIDTHS.length])} />
      ))}
    </div>
  );
}
