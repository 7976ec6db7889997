import { useLocale, useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { LOCALES } from "@/i18n/locales";
import { setLocaleAction } from "@/i18n/set-locale";

const OWN_NAMES = { en: "English", es: "Español" } as const;

/** Two buttons that name each language in itself; a form, so that it works without scripts. */
export function LanguageSwitch() {
  const t = useTranslations("shell");
  const current = useLocale();
  return (
    <form action={setLocaleAction}>
      <fieldset className="flex min-w-0 rounded-control border">
        <legend className="sr-only">{t("language")}</legend>
        {LOCALES.map((locale) => (
          <button
            key={locale}
            type="submit"
            name="locale"
            value={locale}
            lang={locale}
            aria-label={OWN_NAMES[locale]}
            aria-pressed={locale === current}
            className={cx(
              "row-height px-2 text-sm uppercase first:rounded-l-control last:rounded-r-control",
              locale === current ? "bg-sunken font-semibold" : "text-muted hover:text-ink",
            )}
          >
            {locale}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
