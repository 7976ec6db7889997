import { useTranslations } from "next-intl";

/** How far a counted work has come. `total` null means that the end is not known yet. */
export function Progress({ label, done, total }: { label: string; done: number; total: number | null }) {
  const t = useTranslations("ui");
  const percent = total === null || total === 0 ? null : Math.min(100, (100 * done) / total);
  return (
    <div className="flex flex-col gap-1">
      <div className="flex justify-between gap-4 text-sm">
        <span>{label}</span>
        {total === null ? null : <span className="tabular text-muted">{t("progress", { done, total })}</span>}
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(percent === null ? {} : { "aria-valuenow": Math.round(percent) })}
        className="h-1.5 overflow-hidden rounded-full bg-sunken"
      >
        <div
          className={percent === null ? "skeleton h-full" : "h-full bg-accent transition-[width]"}
          style={{ width: `${percent ?? 100}%` }}
        />
      </div>
    </div>
  );
}
