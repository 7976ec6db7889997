/**
 * Units of each currency for one US dollar, to one or two figures: an order of magnitude, only to tell pay from what cannot
 * be pay. Sums are converted with dated rates (`RatesInForce`), never with these.
 */
export const UNITS_PER_USD: Readonly<Record<string, number>> = {
  USD: 1,
  EUR: 0.9,
  GBP: 0.75,
  CHF: 0.85,
  CAD: 1.4,
  AUD: 1.5,
  NZD: 1.7,
  SGD: 1.3,
  HKD: 7.8,
  AED: 3.7,
  SAR: 3.75,
  ILS: 3.5,
  JPY: 150,
  CNY: 7,
  INR: 85,
  PKR: 280,
  PHP: 57,
  ZAR: 18,
  PLN: 3.8,
  CZK: 22,
  HUF: 350,
  RON: 4.4,
  SEK: 10,
  NOK: 10,
  DKK: 6.5,
  MXN: 18.5,
  COP: 4100,
  ARS: 1200,
  CLP: 950,
  PEN: 3.6,
  BRL: 5.5,
  UYU: 40,
  PYG: 7500,
  BOB: 7,
  GTQ: 7.7,
  CRC: 510,
  HNL: 26,
  NIO: 37,
  DOP: 61,
  VES: 130,
  PAB: 1,
};

/** ISO 3166-1 alpha-2 → the currency in which that country's adverts state pay; Venezuela's state it in US dollars. */
const NATIONAL: Readonly<Record<string, string>> = {
  US: "USD",
  PR: "USD",
  EC: "USD",
  SV: "USD",
  PA: "USD",
  VE: "USD",
  GB: "GBP",
  CH: "CHF",
  LI: "CHF",
  CA: "CAD",
  AU: "AUD",
  NZ: "NZD",
  SG: "SGD",
  HK: "HKD",
  AE: "AED",
  SA: "SAR",
  IL: "ILS",
  JP: "JPY",
  CN: "CNY",
  IN: "INR",
  PK: "PKR",
  PH: "PHP",
  ZA: "ZAR",
  PL: "PLN",
  CZ: "CZK",
  HU: "HUF",
  RO: "RON",
  SE: "SEK",
  NO: "NOK",
  DK: "DKK",
  MX: "MXN",
  CO: "COP",
  AR: "ARS",
  CL: "CLP",
  PE: "PEN",
  BR: "BRL",
  UY: "UYU",
  PY: "PYG",
  BO: "BOB",
  GT: "GTQ",
  CR: "CRC",
  HN: "HNL",
  NI: "NIO",
  DO: "DOP",
};
const EURO_COUNTRIES = new Set("ES PT FR DE IT NL BE AT IE FI GR LU MT CY SK SI EE LV LT HR BG".split(" "));

/** Countries where a bare "$" is their own money; elsewhere it is the US dollar. */
const OWN_DOLLAR = new Set("AR MX CO CL UY DO CA AU NZ SG HK".split(" "));
/** Countries whose own money is called peso. */
const PESO = new Set("AR MX CO CL UY DO PH".split(" "));

/** The currency of a country's adverts (ISO 4217), or null where the country is not known. */
export function currencyOfCountry(country: string | null): string | null {
  if (country === null) return null;
  return EURO_COUNTRIES.has(country) ? "EUR" : (NATIONAL[country] ?? null);
}

/** What a bare "$" means in a country; null where no country is known. */
export function dollarOf(country: string | null): string | null {
  if (country === null) return null;
  return OWN_DOLLAR.has(country) ? currencyOfCountry(country) : "USD";
}

/** What "pesos" means in a country; null where it has none. */
export function pesoOf(country: string | null): string | null {
  return country !== null && PESO.has(country) ? currencyOfCountry(country) : null;
}
