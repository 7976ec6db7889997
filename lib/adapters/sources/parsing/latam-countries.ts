/** The countries that Latin American boards have sites for, with the currency that their bare "$" (or own sign) stands for. ISO 3166-1, ISO 4217. */
export const LATAM_COUNTRIES = {
  ar: { name: "Argentina", currency: "ARS" },
  bo: { name: "Bolivia", currency: "BOB" },
  cl: { name: "Chile", currency: "CLP" },
  co: { name: "Colombia", currency: "COP" },
  cr: { name: "Costa Rica", currency: "CRC" },
  do: { name: "República Dominicana", currency: "DOP" },
  ec: { name: "Ecuador", currency: "USD" },
  gt: { name: "Guatemala", currency: "GTQ" },
  hn: { name: "Honduras", currency: "HNL" },
  mx: { name: "México", currency: "MXN" },
  ni: { name: "Nicaragua", currency: "NIO" },
  pa: { name: "Panamá", currency: "USD" },
  pe: { name: "Perú", currency: "PEN" },
  pr: { name: "Puerto Rico", currency: "USD" },
  py: { name: "Paraguay", currency: "PYG" },
  sv: { name: "El Salvador", currency: "USD" },
  uy: { name: "Uruguay", currency: "UYU" },
  ve: { name: "Venezuela", currency: "VES" },
} as const;

export type LatamCountry = keyof typeof LATAM_COUNTRIES;

export function isLatamCountry(code: string): code is LatamCountry {
  return Object.hasOwn(LATAM_COUNTRIES, code);
}

/** The currency of a country's site; null where the country is not known. */
export function currencyOf(code: string | null): string | null {
  return code !== null && isLatamCountry(code) ? LATAM_COUNTRIES[code].currency : null;
}
