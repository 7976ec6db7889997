import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/badge";

/** Says beside a button that what it sends was kept; read out when it appears. */
export function SavedNote({ shown, children }: { shown: boolean; children?: string }) {
  const t = useTranslations("settings");
  return <span role="status">{shown ? <StatusBadge tone="ok">{children ?? t("saved")}</StatusBadge> : null}</span>;
}
