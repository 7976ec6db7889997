import { z } from "zod";
import { saveRates } from "@/lib/adapters/db/queries/exchange-rates";
import { PACKAGED } from "@/lib/adapters/rates/load-packaged-rates";
import { utcDay } from "@/lib/core/kernel/utc-day";
import type { ExchangeRate } from "@/lib/core/pay/exchange-rates";
import { type BadRateLine, parseRateTable, type RateTable } from "@/lib/core/pay/parse-rate-table";
import { audit } from "@/lib/services/accounts/audit";
import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";
import { listRatesInForce } from "./rates-in-force";

/** Longest table that is read, in characters. */
export const MAX_TABLE = 200_000;

const day = z.iso.date();
const source = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .refine((name) => name !== PACKAGED);

export const rateTableInput = z.object({ table: z.string().trim().min(1).max(MAX_TABLE), day, source });
export const oneRateInput = z.object({
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/),
  usd: z.string().trim().min(1).max(30),
  day,
  source,
});

/** What came of a table: how many rates were stored, and the lines that were not understood. */
export type SavedRates = { saved: number; bad: BadRateLine[] };

async function store(
  ctx: Context,
  rates: ExchangeRate[],
  what: { action: string; subject?: string; detail: { rates: number; newest: string; source: string } },
): Promise<void> {
  await ctx.db.$transaction(async (tx) => {
    await saveRates(tx, rates, ctx.wallNow());
    await audit(ctx, tx, what);
  });
}

async function readTable(ctx: Context, table: string, dayOfTable: string): Promise<RateTable> {
  const known = new Map((await listRatesInForce(ctx)).map(({ currency, usd }) => [currency, usd]));
  return parseRateTable(table, { day: dayOfTable, today: utcDay(ctx.now()), known });
}

/**
 * Stores the rates of a table of `currency,usd[,day]` lines; its good lines count even where others do not. Rates of the same
 * currency and day are replaced. Throws `not_found` for anybody but an administrator.
 */
export async function importRates(ctx: Context, input: z.output<typeof rateTableInput>): Promise<SavedRates> {
  adminOnly(ctx);
  const { rates, bad } = await readTable(ctx, input.table, input.day);
  const newest = rates.reduce((last, rate) => (rate.day > last ? rate.day : last), "");
  if (rates.length > 0)
    await store(
      ctx,
      rates.map((rate) => ({ ...rate, source: input.source })),
      { action: "rates.imported", detail: { rates: rates.length, newest, source: input.source } },
    );
  return { saved: rates.length, bad };
}

/** Stores one rate; one that is not understood is answered like a bad line. Throws as `importRates` does. */
export async function setRate(ctx: Context, input: z.output<typeof oneRateInput>): Promise<SavedRates> {
  adminOnly(ctx);
  const usd = input.usd.replace(",", ".");
  const { rates, bad } = await readTable(ctx, `${input.currency}\t${usd}`, input.day);
  const rate = rates[0];
  if (rate === undefined) return { saved: 0, bad };
  await store(ctx, [{ ...rate, source: input.source }], {
    action: "rates.set",
    subject: rate.currency,
    detail: { rates: 1, newest: rate.day, source: input.source },
  });
  return { saved: 1, bad: [] };
}
