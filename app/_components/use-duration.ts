import { useTranslations } from "next-intl";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** A duration in milliseconds, in the unit that fits it. */
export function useDuration(): (ms: number) => string {
  const t = useTranslations("admin.duration");
  return (ms) => {
    if (ms < SECOND) return t("ms", { ms });
    if (ms < MINUTE) return t("seconds", { seconds: ms / SECOND });
    return t("minutes", { minutes: Math.floor(ms / MINUTE), seconds: Math.round((ms % MINUTE) / SECOND) });
  };
}
