import type { YearlyWorth } from "@/lib/adapters/db/queries/enrichment";
import { PERIODS_PER_YEAR } from "@/lib/core/pay/annual-pay";
import { PAY_PERIODS } from "@/lib/core/postings/posting-fields";
import type { Context } from "@/lib/services/context/context";
import { getRatesInForce } from "./rates-in-force";

/** What a unit of each known currency, paid per each period, makes in a full year, in US dollars at the rates in force. */
export async function yearlyWorths(ctx: Context): Promise<YearlyWorth[]> {
  const { usd } = await getRatesInForce(ctx);
  return Object.entries(usd).flatMap(([currency, rate]) =>
    PAY_PERIODS.map((period) => ({ currency, period, usd: rate * PERIODS_PER_YEAR[period] })),
  );
}
