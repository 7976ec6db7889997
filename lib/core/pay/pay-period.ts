import type { PayPeriod } from "@/lib/core/postings/posting-fields";
import { PERIODS_PER_YEAR } from "./annual-pay";
import { UNITS_PER_USD } from "./currencies";

/** A period as stated; `factor` turns the stated amount into one of the period ("quincenal": twice in a month). */
export type StatedPeriod = { period: PayPeriod; factor: number };

const PER = String.raw`(?:(?<![a-z])(?:per|an?|por|x|p|al|a la|each|cada|every|par|pro|je)\s?\/?\s|\/\s?(?:a\s)?)(?:cada )?`;
const PERIOD = new RegExp(
  [
    String.raw`(?<hour>${PER}(?:hours?|(?:hrs?|horas?|hs?|heure|stunde|uur)\b)|\bhourly|\bhrly\b|\bph\b|\bp\/h\b|\bhr\b|\b(?:la|de la) hora\b|\bhora\b(?! extra))`,
    String.raw`(?<fortnight>\bquincena(?:l|les|lmente)?\b|(?:cada|c\/)\s?15 dias|\bsemi-?monthly\b|twice a month)`,
    String.raw`(?<twoweeks>\bbi-?weekly\b|\bfortnight(?:ly)?\b|every (?:two|2|other) weeks?|\bcatorcena(?:l|les)?\b)`,
    String.raw`(?<day>${PER}(?:days?(?!l)|(?:dias?|jornadas?|turnos?|shifts?|jour|tag|dag|diem)\b)|\bdaily\b|\bdiari[oa]s?\b|\bpd\b|\bp\/d\b|\bday rate\b|\bel dia\b|\bjornal\b)`,
    String.raw`(?<week>${PER}(?:weeks?|semanas?|(?:wks?|sem|semaine|woche)\b)|\bweekly\b|\bsemanal(?:es|mente)?\b|\bpw\b|\bp\/w\b)`,
    String.raw`(?<month>(?:brut[oa]s?|net[oa]s?) mes\b|${PER}(?:months?|(?:mes|meses|mon|mo|mth|mois|monat|maand)\b)|\bmonthly\b|\bmensual(?:es|mente)?|\bpcm\b|\bmonatlich\b|\bmensile\b|\bp\/m\b)`,
    String.raw`(?<year>(?:brut[oa]s?|net[oa]s?) ano\b|${PER}(?:years?|annum|(?:yrs?|anos?|jahr|jaar)\b)|\bannum|\bannual(?:ly|i[sz]ed)?|\byearly\b|\banual(?:es|mente)?|\bp\.a\b|\bpa\b|\bp\/a\b|\bb\/a\b|\bsba\b|\blpa\b|\bannuels?\b|\bpar an\b|\bannui\b)`,
  ].join("|"),
  "g",
);

function toStated(groups: Record<string, string | undefined>): StatedPeriod {
  if (groups["hour"] !== undefined) return { period: "hour", factor: 1 };
  if (groups["fortnight"] !== undefined) return { period: "month", factor: 2 };
  if (groups["twoweeks"] !== undefined) return { period: "week", factor: 0.5 };
  if (groups["day"] !== undefined) return { period: "day", factor: 1 };
  if (groups["week"] !== undefined) return { period: "week", factor: 1 };
  return { period: groups["month"] !== undefined ? "month" : "year", factor: 1 };
}

/** The first period that folded words name, with the offset behind it; null where they name none. */
export function firstPeriod(words: string): (StatedPeriod & { end: number }) | null {
  PERIOD.lastIndex = 0;
  const found = PERIOD.exec(words);
  return found === null ? null : { ...toStated(found.groups ?? {}), end: found.index + found[0].length };
}

/** The last period that folded words name. */
export function lastPeriod(words: string): StatedPeriod | null {
  const found = [...words.matchAll(PERIOD)].at(-1);
  return found === undefined ? null : toStated(found.groups ?? {});
}

type Band = readonly [from: number, to: number];
type Bands = Readonly<Partial<Record<PayPeriod, Band>>>;

/**
 * The amounts for which an advert without a period leaves one reading only, in units of the currency. A band starts above a
 * usual amount of the shorter period and ends below one of the longer; what lies between two bands stays open, as do days and
 * weeks, which adverts nearly always name. From the statutory minimum of 2024–2026 upwards: a minimum wage a month is about 470 US
 * dollars in Ecuador, 8,400 pesos in Mexico, 1.4 million in Colombia, 500,000 in Chile, 1,025 soles in Peru; 7.25 dollars and
 * about 12 pounds an hour in the United States and the United Kingdom. Latin American adverts state a month unless they say otherwise.
 */
const BANDS: Readonly<Record<string, Bands>> = {
  "USD/US": { hour: [7, 200], year: [14_000, 900_000] },
  "USD/latam": { hour: [2, 60], month: [100, 12_000], year: [20_000, 400_000] },
  "USD/": { hour: [5, 150], year: [18_000, 900_000] },
  GBP: { hour: [7, 90], year: [10_000, 600_000] },
  EUR: { hour: [5, 50], month: [550, 7_000], year: [10_500, 400_000] },
  CHF: { hour: [18, 150], month: [2_500, 14_000], year: [30_000, 500_000] },
  CAD: { hour: [13, 150], year: [25_000, 600_000] },
  AUD: { hour: [18, 160], year: [30_000, 600_000] },
  NZD: { hour: [18, 160], year: [30_000, 600_000] },
  SGD: { month: [800, 25_000], year: [30_000, 500_000] },
  INR: { month: [8_000, 90_000], year: [180_000, 12_000_000] },
  PLN: { hour: [25, 400], month: [3_000, 45_000] },
  MXN: { month: [5_500, 150_000], year: [250_000, 4_000_000] },
  COP: { month: [600_000, 45_000_000] },
  ARS: { month: [100_000, 15_000_000] },
  CLP: { month: [200_000, 12_000_000] },
  PEN: { month: [500, 35_000] },
  BRL: { month: [900, 50_000] },
  UYU: { month: [14_000, 500_000] },
  PYG: { month: [1_500_000, 60_000_000] },
  BOB: { month: [1_200, 50_000] },
  GTQ: { month: [1_500, 80_000] },
  CRC: { month: [180_000, 8_000_000] },
  HNL: { month: [6_000, 150_000] },
  NIO: { month: [4_000, 150_000] },
  DOP: { month: [8_000, 400_000] },
};

const LATAM = new Set("AR BO BR CL CO CR CU DO EC GT HN MX NI PA PE PR PY SV UY VE".split(" "));

function bandsOf(currency: string, country: string | null, isEnglish: boolean): Bands | null {
  if (currency !== "USD") return BANDS[currency] ?? null;
  if (country === "US" || country === "PR") return BANDS["USD/US"] ?? null;
  const isLatin = country === null ? !isEnglish : LATAM.has(country);
  return BANDS[isLatin ? "USD/latam" : "USD/"] ?? null;
}

/**
 * The period of an amount that names none: the only one that is plausible for it in that currency and country, else null.
 */
export function plausiblePeriod(
  { min, max }: { min: number; max: number },
  currency: string,
  country: string | null,
  isEnglish: boolean,
): PayPeriod | null {
  const bands = bandsOf(currency, country, isEnglish);
  if (bands === null) return null;
  const fitting = (["hour", "month", "year"] as const).filter((period) => {
    const band = bands[period];
    return band !== undefined && min >= band[0] && max <= band[1];
  });
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** Least and most that a full-time year pays anywhere, in US dollars: a wide band, to tell pay from other sums. */
const YEARLY_USD: Band = [250, 3_000_000];

/** A year of an amount in US dollars, to an order of magnitude; null for a currency that is not known. */
export function roughlyYearlyUsd(amount: number, currency: string, period: PayPeriod): number | null {
  const perUsd = UNITS_PER_USD[currency];
  return perUsd === undefined ? null : (amount * PERIODS_PER_YEAR[period]) / perUsd;
}

/** Whether an amount can be pay at all: a year of it lies between 250 and 3,000,000 US dollars, to an order of magnitude. */
export function isPlausiblePay(amount: number, currency: string, period: PayPeriod): boolean {
  const yearly = roughlyYearlyUsd(amount, currency, period);
  return yearly !== null && yearly >= YEARLY_USD[0] && yearly <= YEARLY_USD[1];
}
