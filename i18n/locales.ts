/** The languages of the interface; the first is what a reader gets who asked for none of them. */
export const LOCALES = ["en", "es"] as const;
export type AppLocale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: AppLocale = "en";
export const LOCALE_COOKIE = "locale";

/** Narrows an unknown value, such as a cookie's, to a language of the interface. */
export function isLocale(value: unknown): value is AppLocale {
  return LOCALES.some((locale) => locale === value);
}
