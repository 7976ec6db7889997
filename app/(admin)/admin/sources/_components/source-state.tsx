"use client";

import { CircleDashed, CircleSlash, Hourglass } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import { Toggletip } from "@/components/ui/toggletip";
import type { SourceLine } from "@/lib/services/sources/list-sources";
import type { SourceState as State } from "@/lib/services/sources/source-state";
import { useOutcome } from "../../../../_components/use-outcome";

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
  const outcome = useOutcome();
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
  return { why, last: outcome({ status: source.lastStatus, reason: source.lastReason }) };
}

/** The state in a word, with the reason behind it; what goes wrong is also said in the open. */
export function SourceState({ source }: { source: SourceLine }) {
  const t = useTranslations("admin.sources");
  const { why, last } = useReason(source);
  // A server that asked for a pause has said it all by the time until which it lasts.
  const inTheOpen = source.state === "failing" ? (last ?? why) : source.state === "cooling_down" ? why : null;
  return (
    <span className="flex flex-col items-start gap-0.5">
      <Toggletip
        label={t("stateOf", { name: source.name, state: t(`state.${source.state}`) })}
        text={
          <>
            <span className="block">{why}</span>
            {last === null ? null : (
              <span className="mt-1 block text-muted">{t("reason.last", { outcome: last })}</span>
            )}
          </>
        }
      >
        <Word state={source.state} />
      </Toggletip>
      {inTheOpen === null ? null : (
        <span className="line-clamp-3 max-w-72 text-sm wrap-anywhere text-muted first-letter:uppercase">
          {inTheOpen}
        </span>
      )}
    </span>
  );
}
