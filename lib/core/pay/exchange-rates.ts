import { sha256 } from "@/lib/core/kernel/hash";

/** One dated rate: US dollars for one unit of a currency (ISO 4217), as of a day (`YYYY-MM-DD`). */
export type ExchangeRate = { currency: string; day: string; usd: number; source: string };

/** The rates that count on a day. `version` changes whenever any of them does: the newest day among them and a digest. */
export type RatesInForce = { version: string; usd: Readonly<Record<string, number>> };

/** The newest rate of each currency on or before a day; rates that somebody stored outrank the packaged ones, whatever their day. */
export function ratesOn(
  day: string,
  stored: readonly ExchangeRate[],
  packaged: readonly ExchangeRate[],
): ExchangeRate[] {
  const inForce = new Map(packaged.map((rate) => [rate.currency, rate]));
  const newest = new Map<string, ExchangeRate>();
  for (const rate of stored) {
    const known = newest.get(rate.currency);
    if (rate.day <= day && (known === undefined || rate.day > known.day)) newest.set(rate.currency, rate);
  }
  for (const [currency, rate] of newest) inForce.set(currency, rate);
  return [...inForce.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** The rates for converting, with the version under which what was converted is kept. */
export function toRatesInForce(rates: readonly ExchangeRate[]): RatesInForce {
  const ordered = rates.toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
  const newest = ordered.reduce((last, { day }) => (day > last ? day : last), "");
  const digest = sha256(ordered.map(({ currency, usd }) => `${currency} ${String(usd)}`).join("\n")).slice(0, 12);
  return {
    version: `${newest}-${digest}`,
    usd: Object.fromEntries(ordered.map(({ currency, usd }) => [currency, usd])),
  };
}

/** An amount in another currency, unrounded; null where either rate is not known. */
export function convert(amount: number, from: string, to: string, { usd }: RatesInForce): number | null {
  const [source, target] = [usd[from], usd[to]];
  return source === undefined || target === undefined ? null : (amount * source) / target;
}
