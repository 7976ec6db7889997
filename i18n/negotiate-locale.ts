import { type AppLocale, DEFAULT_LOCALE, isLocale } from "./locales";

type Preference = { language: string; quality: number; position: number };

/**
 * The interface language for a request: the cookie if it names one, else the best of Accept-Language (RFC 9110 quality
 * values, region ignored), else English. Never throws, whatever the header holds.
 */
export function negotiateLocale(cookie: string | undefined, acceptLanguage: string | null): AppLocale {
  if (isLocale(cookie)) return cookie;
  const wanted = readPreferences(acceptLanguage ?? "").find(({ language }) => isLocale(language));
  return wanted && isLocale(wanted.language) ? wanted.language : DEFAULT_LOCALE;
}

function readPreferences(header: string): Preference[] {
  return header
    .slice(0, 500)
    .split(",")
    .map(readPreference)
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality || a.position - b.position);
}

function readPreference(part: string, position: number): Preference {
  const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
  const stated = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith("q="));
  const quality = stated === undefined ? 1 : Number(stated.slice(2));
  return { language: tag.split("-")[0] ?? "", quality: Number.isFinite(quality) ? quality : 0, position };
}
