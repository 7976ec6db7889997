import { useTranslations } from "next-intl";
import type { SavedRates } from "@/lib/services/rates/save-rates";

const SHOWN = 8;

/** The lines of a table that were not understood, each with its reason; read out as they appear. */
export function BadLines({ bad }: { bad: SavedRates["bad"] }) {
  const t = useTranslations("rates");
  return (
    <div role="alert">
      {bad.length === 0 ? null : (
        <div className="rounded-control bg-bad-tint px-3 py-2 text-sm text-bad">
          <p className="font-medium">{t("badTitle", { count: bad.length })}</p>
          <ul>
            {bad.slice(0, SHOWN).map(({ line, reason }) => (
              <li key={line}>{t("badLine", { line, reason: t(`bad.${reason}`) })}</li>
            ))}
            {bad.length > SHOWN ? <li>{t("badMore", { count: bad.length - SHOWN })}</li> : null}
          </ul>
        </div>
      )}
    </div>
  );
}
