"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/badge";
import type { SourceLine } from "@/lib/services/sources/list-sources";
import { useRefused } from "../../../_components/use-refused";
import { scrapeAllAction, scrapeNowAction, setSourceEnabledAction } from "../actions";
import { NoticeDialog } from "./notice-dialog";
import { RunPanel } from "../../../_components/run-panel";
import { SourceTable } from "./source-table";

const SHOWN = ["all", "on", "off", "troubled"] as const;
type Shown = (typeof SHOWN)[number];

function fits(source: SourceLine, shown: Shown): boolean {
  if (shown === "on") return source.enabled;
  if (shown === "off") return !source.enabled;
  return shown === "all" || source.state === "failing" || source.state === "cooling_down";
}

const ORDER = ["failing", "cooling_down", "unread", "healthy", "off"] as const;

/** What needs somebody first, what is off last; within that by name. */
function inOrder(sources: readonly SourceLine[]): SourceLine[] {
  const rank = ({ state }: SourceLine) => ORDER.indexOf(state);
  return [...sources].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/** The sources and what is done with them; a crawl that is started here is followed above the table. */
export function SourcesView({ sources, now }: { sources: SourceLine[]; now: Date }) {
  const t = useTranslations("admin.sources");
  const refused = useRefused();
  const [following, setFollowing] = useState<{ runId: string; title: string } | null>(null);
  const [noticed, setNoticed] = useState<SourceLine | null>(null);
  const [shown, setShown] = useState<Shown>("all");
  const [pending, startTransition] = useTransition();
  const panel = useRef<HTMLDivElement>(null);
  // It opens above the table, and the button that was pressed may stand far down.
  useEffect(() => {
    if (following !== null) panel.current?.scrollIntoView({ block: "start" });
  }, [following]);
  const scrape = (source: SourceLine, from: "live" | "snapshot") =>
    startTransition(async () => {
      const result = await scrapeNowAction({ sourceId: source.id, from });
      const title = t(from === "live" ? "following" : "followingSnapshot", { name: source.name });
      if (result.ok) setFollowing({ runId: result.data.runId, title });
      else toast.error(t("refused", { message: refused(result.error) }));
    });
  const scrapeAll = () =>
    startTransition(async () => {
      const result = await scrapeAllAction();
      if (result.ok)
        setFollowing({ runId: result.data.runId, title: t("followingAll", { count: result.data.sources }) });
      else toast.error(t("refused", { message: refused(result.error) }));
    });
  const turn = (source: SourceLine) => {
    if (!source.enabled && source.hasNotice && source.noticeAcceptedAt === null) {
      setNoticed(source);
      return;
    }
    startTransition(async () => {
      const result = await setSourceEnabledAction({ sourceId: source.id, enabled: source.enabled ? "false" : "true" });
      if (!result.ok) toast.error(refused(result.error));
    });
  };
  const on = sources.filter((source) => source.enabled && source.adapter !== "file").length;
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <fieldset className="flex min-w-0 flex-wrap gap-2">
          <legend className="sr-only">{t("show")}</legend>
          {SHOWN.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={shown === one}
              className="pointer-coarse:min-h-11"
              onClick={() => setShown(one)}
            >
              <Chip look={shown === one ? "current" : "plain"}>
                {t(`shown.${one}`)}
                <span className="tabular text-muted">{sources.filter((source) => fits(source, one)).length}</span>
              </Chip>
            </button>
          ))}
        </fieldset>
        <Button disabled={pending || on === 0} onClick={scrapeAll}>
          {t("scrapeAll", { count: on })}
        </Button>
      </div>
      {following === null ? null : (
        <div ref={panel} className="scroll-mt-20">
          <RunPanel
            key={following.runId}
            runId={following.runId}
            title={following.title}
            onClose={() => setFollowing(null)}
          />
        </div>
      )}
      <SourceTable
        sources={inOrder(sources).filter((source) => fits(source, shown))}
        now={now}
        pending={pending}
        onScrape={scrape}
        onTurn={turn}
      />
      {noticed === null ? null : (
        <NoticeDialog
          source={noticed}
          onClose={() => setNoticed(null)}
          onDone={() => {
            setNoticed(null);
            toast(t("turnedOn", { name: noticed.name }));
          }}
        />
      )}
    </div>
  );
}
