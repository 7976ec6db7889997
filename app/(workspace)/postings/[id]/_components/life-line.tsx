import { useFormatter, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import type { LifeEvent } from "@/lib/core/postings/life-line";
import { useClosedReason } from "./use-closed-reason";

type Line = { event: LifeEvent; words: string; n: number };

/** What happened to several listings on one day is one line. */
function inGroups(life: readonly LifeEvent[], wordsOf: (event: LifeEvent) => string): Line[] {
  const lines = new Map<string, Line>();
  for (const event of life) {
    const words = wordsOf(event);
    const key = `${event.at.toISOString().slice(0, 10)} ${words}`;
    const line = lines.get(key);
    if (line === undefined) lines.set(key, { event, words, n: 1 });
    else line.n += 1;
  }
  return [...lines.values()];
}

/** What happened to a posting, as a thin timeline. */
export function LifeLine({ life }: { life: readonly LifeEvent[] }) {
  const t = useTranslations("postings.detail");
  const format = useFormatter();
  const reasonOf = useClosedReason();
  const wordsOf = ({ kind, source, version, times, reason }: LifeEvent): string => {
    switch (kind) {
      case "posted":
        return t("life.posted");
      case "changed":
        return t("life.changed", { version: version ?? 0 });
      case "refreshed":
        return t("life.refreshed", { times, source: source ?? "" });
      case "closed":
        return [t("life.closed", { source: source ?? "" }), ...(reason === null ? [] : [reasonOf(reason)])].join(": ");
      default:
        return t(`life.${kind}`, { source: source ?? "" });
    }
  };
  return (
    <Card title={t("lifeTitle")}>
      <ol className="flex flex-col border-l border-line-strong">
        {inGroups(life, wordsOf).map(({ event, words, n }) => (
          <li key={`${event.at.toISOString()} ${words}`} className="relative pb-3 pl-4 last:pb-0">
            <span
              aria-hidden
              className={cx(
                "absolute top-1.5 -left-[4.5px] size-2 rounded-full border",
                event.kind === "closed" ? "border-muted bg-surface" : "border-accent bg-accent",
              )}
            />
            <time dateTime={event.at.toISOString()} className="tabular block text-sm text-muted">
              {format.dateTime(event.at, { dateStyle: "medium" })}
            </time>
            {words}
            {n > 1 ? <span className="tabular text-muted"> · {t("life.listings", { n })}</span> : null}
          </li>
        ))}
      </ol>
    </Card>
  );
}
