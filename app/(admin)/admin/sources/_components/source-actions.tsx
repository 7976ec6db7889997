"use client";

import { Ellipsis, FileClock, History, Pencil, Power, RefreshCw } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button, IconButton } from "@/components/ui/button";
import { DropdownMenu, MenuItem } from "@/components/ui/dropdown-menu";
import type { SourceLine } from "@/lib/services/sources/list-sources";

type SourceActionsProps = {
  source: SourceLine;
  pending: boolean;
  onScrape: (from: "live" | "snapshot") => void;
  onTurn: () => void;
};

/** What can be done with a source: the one thing that fits its state as a button, the rest in a menu. */
export function SourceActions({ source, pending, onScrape, onTurn }: SourceActionsProps) {
  const t = useTranslations("admin.sources");
  const isFile = source.adapter === "file";
  return (
    <span className="inline-flex items-center justify-end gap-1">
      {source.enabled && !isFile ? (
        <Button
          size="sm"
          disabled={pending}
          aria-label={t("scrapeOne", { name: source.name })}
          className="max-phone:aspect-square max-phone:px-0"
          onClick={() => onScrape("live")}
        >
          <RefreshCw aria-hidden className="size-4 phone:hidden" />
          <span className="max-phone:hidden">{t("scrape")}</span>
        </Button>
      ) : null}
      {source.enabled ? null : (
        <Button
          size="sm"
          variant="ghost"
          disabled={pending}
          aria-label={t("enableOne", { name: source.name })}
          onClick={onTurn}
        >
          {t("enable")}
        </Button>
      )}
      <DropdownMenu
        trigger={
          <IconButton size="sm" label={t("more", { name: source.name })}>
            <Ellipsis aria-hidden className="size-4" />
          </IconButton>
        }
      >
        {isFile ? null : (
          <MenuItem asChild>
            <Link href={`/admin/sources/${encodeURIComponent(source.id)}`}>
              <Pencil aria-hidden className="size-4 text-muted" />
              {t(source.managedBy === "file" ? "look" : "edit")}
            </Link>
          </MenuItem>
        )}
        {source.newestRun === null ? null : (
          <MenuItem asChild>
            <Link href={`/admin/runs/${source.newestRun.id}`}>
              <History aria-hidden className="size-4 text-muted" />
              {t("lastRun")}
            </Link>
          </MenuItem>
        )}
        {source.hasSnapshot && !isFile ? (
          <MenuItem onSelect={() => onScrape("snapshot")}>
            <FileClock aria-hidden className="size-4 text-muted" />
            {t("fromSnapshot")}
          </MenuItem>
        ) : null}
        {source.enabled ? (
          <MenuItem onSelect={onTurn}>
            <Power aria-hidden className="size-4 text-muted" />
            {t("disable")}
          </MenuItem>
        ) : null}
      </DropdownMenu>
    </span>
  );
}
