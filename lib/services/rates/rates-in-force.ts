import { findRatesOn } from "@/lib/adapters/db/queries/exchange-rates";
import { loadPackagedRates } from "@/lib/adapters/rates/load-packaged-rates";
import { utcDay } from "@/lib/core/kernel/utc-day";
import { type ExchangeRate, type RatesInForce, ratesOn, toRatesInForce } from "@/lib/core/pay/exchange-rates";
import type { Context } from "@/lib/services/context/context";

/** The rates of a day (today where none is named), by currency: those of an administrator, else the packaged ones. */
export async function listRatesInForce(ctx: Context, day: string = utcDay(ctx.now())): Promise<ExchangeRate[]> {
  return ratesOn(day, await findRatesOn(ctx.db, day), loadPackagedRates());
}

/** The rates of a day for converting, with their version; what was converted with another version is out of date. */
export async function getRatesInForce(ctx: Context, day?: string): Promise<RatesInForce> {
  return toRatesInForce(await listRatesInForce(ctx, day));
}
