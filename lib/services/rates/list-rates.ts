import { PACKAGED } from "@/lib/adapters/rates/load-packaged-rates";
import type { ExchangeRate } from "@/lib/core/pay/exchange-rates";
import { toRatesInForce } from "@/lib/core/pay/exchange-rates";
import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";
import { listRatesInForce } from "./rates-in-force";

export type ListedRate = ExchangeRate & { isPackaged: boolean };
export type ListedRates = { rates: ListedRate[]; version: string; stored: number };

/** The rates in force today for an administrator: each with its day and where it came from. */
export async function listRates(ctx: Context): Promise<ListedRates> {
  adminOnly(ctx);
  const inForce = await listRatesInForce(ctx);
  const rates = inForce.map((rate) => ({ ...rate, isPackaged: rate.source === PACKAGED }));
  const { version } = toRatesInForce(inForce);
  return { rates, version, stored: rates.filter((rate) => !rate.isPackaged).length };
}
