"use client";

import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/text-link";
import type { RunView } from "@/lib/services/runs/get-run";

/** The way to the postings that a run saw first. */
export function FreshLink({ run }: { run: RunView }) {
  const t = useTranslations("admin.run");
  if (run.fresh === null || run.source === null || run.underWay) return null;
  const { count, since, until } = run.fresh;
  if (count === 0) return <span className="text-muted">{t("fresh", { count })}</span>;
  const params = new URLSearchParams({ state: "any", source: run.source.id, seen: since, until });
  return <TextLink href={`/postings?${params.toString()}`}>{t("fresh", { count })}</TextLink>;
}
