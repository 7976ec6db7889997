import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { ExchangeRate } from "@/lib/core/pay/exchange-rates";

const FILE = path.join(process.cwd(), "data", "rates", "usd-rates.json");

const packagedRates = z.object({
  day: z.iso.date(),
  note: z.string().min(1),
  usd: z.record(z.string().regex(/^[A-Z]{3}$/), z.number().positive()),
});

/** The source that packaged rates name. */
export const PACKAGED = "packaged";

/** The rates that come with the product, approximate and dated. Throws where the data file is damaged. */
export function loadPackagedRates(): ExchangeRate[] {
  const { day, usd } = packagedRates.parse(JSON.parse(readFileSync(FILE, "utf8")));
  return Object.entries(usd).map(([currency, rate]) => ({ currency, day, usd: rate, source: PACKAGED }));
}
