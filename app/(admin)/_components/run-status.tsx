import { useTranslations } from "next-intl";
import { StatusBadge, type Tone } from "@/components/ui/badge";
import type { RunStatus } from "@/lib/services/runs/run-view";

const TONES: Record<RunStatus, Tone> = {
  queued: "info",
  running: "info",
  succeeded: "ok",
  partial: "warn",
  failed: "bad",
  interrupted: "warn",
};

/** How a run ended, or that it has not. */
export function RunStatusBadge({ status }: { status: RunStatus }) {
  const t = useTranslations("admin.status");
  return <StatusBadge tone={TONES[status]}>{t(status)}</StatusBadge>;
}
