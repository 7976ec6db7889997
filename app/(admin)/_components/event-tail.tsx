"use client";

import { Pause, Play } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import type { RunEventView } from "@/lib/services/runs/get-run";
import { useRecordedEvent } from "../../_components/use-recorded";
import { useWord } from "../../_components/use-word";

const LEVELS: Record<string, string> = { warn: "text-warn", error: "text-bad" };

/** The newest events of a run. It can be paused for reading; the run goes on meanwhile. */
export function EventTail({
  events,
  live,
  shown = 40,
}: {
  events: readonly RunEventView[];
  live: boolean;
  shown?: number;
}) {
  const t = useTranslations("admin.run");
  const format = useFormatter();
  const eventWord = useWord("event");
  const recorded = useRecordedEvent();
  const [held, setHeld] = useState<readonly RunEventView[] | null>(null);
  const lines = (held ?? events).slice(-shown);
  return (
    <div className="flex flex-col gap-2">
      {live ? (
        <div className="flex items-center gap-3">
          <Button size="sm" aria-pressed={held !== null} onClick={() => setHeld(held === null ? events : null)}>
            {held === null ? <Pause aria-hidden className="size-4" /> : <Play aria-hidden className="size-4" />}
            {held === null ? t("pause") : t("resume")}
          </Button>
          <span className="text-sm text-muted">{held === null ? null : t("paused")}</span>
        </div>
      ) : null}
      {lines.length === 0 ? <p className="text-muted">{t("noEvents")}</p> : null}
      <ol
        aria-live={held === null && live ? "polite" : "off"}
        aria-relevant="additions"
        className="flex flex-col font-mono text-xs"
      >
        {lines.map((event) => (
          <li key={event.seq} className="grid grid-cols-[auto_1fr] gap-x-3 py-0.5">
            <time dateTime={event.at} className="text-muted">
              {format.dateTime(new Date(event.at), { timeStyle: "medium" })}
            </time>
            <span className={cx("wrap-anywhere", LEVELS[event.level])}>
              {eventWord(event.kind.replace(".", "_"))}
              {event.message === "" ? "" : ` · ${recorded(event)}`}
              {event.url === null ? "" : ` · ${event.url}`}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
