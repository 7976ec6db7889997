import type { ExchangeRate } from "@/lib/core/pay/exchange-rates";
import { utcDay } from "@/lib/core/kernel/utc-day";
import type { Tx } from "../client";
import { writeRows } from "../write-rows";

/** The newest stored rate of each currency on or before a day (`YYYY-MM-DD`), by currency. */
export async function findRatesOn(db: Tx, day: string): Promise<ExchangeRate[]> {
  const rows = await db.exchangeRate.findMany({
    where: { day: { lte: new Date(`${day}T00:00:00Z`) } },
    orderBy: [{ currency: "asc" }, { day: "desc" }],
    distinct: ["currency"],
    select: { currency: true, day: true, usd: true, source: true },
  });
  return rows.map((row) => ({ ...row, day: utcDay(row.day) }));
}

/** Stores rates; one of the same currency and day is replaced. */
export async function saveRates(tx: Tx, rates: readonly ExchangeRate[], at: Date): Promise<void> {
  const rows = rates.map((rate) => ({ ...rate, recordedAt: at }));
  await writeRows(tx, "ExchangeRate", rows, { key: ["currency", "day"], update: ["usd", "source", "recordedAt"] });
}
