/** What a list shows a place by; all null but the words where it could not be told which place they mean. */
export type ShownPlace = { name: string; country: string | null; region: string | null; city: string | null };

/** The name of a country in a language; the code itself where the platform knows none. */
export function countryLabel(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Words that may name several places, of which one label would tell only the first. */
const SEVERAL = /[;|/\n•]|\s(?:or|o|u|y|and|&)\s/i;

/**
 * A place in a language: "Rosario, Santa Fe, Argentina", a region that has the city's name only once; the source's own words where the place is not
 * known and where they name several.
 */
export function placeLabel({ name, country, region, city }: ShownPlace, locale: string): string {
  if (country === null || SEVERAL.test(name)) return name;
  const parts = [city, region === city ? null : region, countryLabel(country, locale)];
  return [...new Set(parts)].filter((part) => part !== null).join(", ");
}

/** The same in both languages of the interface. */
export function placeLabels(place: ShownPlace): { en: string; es: string } {
  return { en: placeLabel(place, "en"), es: placeLabel(place, "es") };
}
