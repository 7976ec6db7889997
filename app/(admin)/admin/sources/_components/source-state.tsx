"use client";

import { CircleDashed, CircleSlash, Hourglass } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import { Toggletip } from "@/components/ui/toggletip";
import type { SourceLine } from "@/lib/services/sources/list-sources";
import type { SourceState as State } from "@/lib/services/sources/source-state";
import { useWord } from "../../../_components/use-word";

const QUIET = { off: CircleSlash, unread: CircleDashed, cooling_down: Hourglass } as const;

function Word({ state }: { state: State }) {
  const t = useTranslations("admin.sources.state");
  if (state === "healthy") return <StatusBadge tone="ok">{t(state)}</StatusBadge>;
  if (state === "failing") return <StatusBadge tone="bad">{t(state)}</StatusBadge>;
  const Icon = QUIET[state];
  const look = state === "cooling_down" ? "bg-warn-tint text-warn" : "bg-sunken text-muted";
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1 rounded-control px-1.5 py-0.5 text-xs font-medium whitespace-nowrap",
        look,
      )}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {t(state)}
    </span>
  );
}

/** Why a source is in its state, in one or two sentences. */
function useReason(source: SourceLine): { why: string; last: string | null } {
  const t = useTranslations("admin.sources.reason");
  const outcome = useWord("run.outcome");
  const format = useFormatter();
  const moment = (at: Date | null) =>
    at === null ? "–" : format.dateTime(at, { dateStyle: "medium", timeStyle: "short" });
  const why = t(source.stateReason, {
    when: moment(
      source.stateReason === "read_whole" || source.stateReason === "read_in_part"
        ? source.lastSuccessAt
        : source.cooldownUntil,
    ),
    failures: source.consecutiveFailures,
  });
  if (source.lastOutcome === null || source.lastStatus === "ok") return { why, last: null };
  const word = source.lastStatus === null ? null : outcome(source.lastStatus);
  const last = [word, source.lastReason].filter((part) => part !== null).join(": ");
  return { why, last: t("last", { outcome: last }) };
}

/** The state in a word, with the reason behind it; what goes wrong is also said in the open. */
export function SourceState({ source }: { source: SourceLine }) {
  const t = useTranslations("admin.sources");
  const { why, last } = useReason(source);
  const needsWords = source.state === "failing" || source.state === "cooling_down";
  return (
    <span className="flex flex-col items-start gap-0.5">
      <Toggletip
        label={t("stateOf", { name: source.name, state: t(`state.${source.state}`) })}
        text={
          <>
            <span className="block">{why}</span>
            {last === null ? null : <span className="mt-1 block text-muted">{last}</span>}
          </>
        }
      >
        <Word state={source.state} />
      </Toggletip>
      {needsWords ? (
        <span className="line-clamp-3 max-w-72 text-sm wrap-anywhere text-muted">{last ?? why}</span>
      ) : null}
    </span>
  );
}
