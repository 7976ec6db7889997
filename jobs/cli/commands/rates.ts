import { readFile } from "node:fs/promises";
import { AppError } from "@/lib/core/kernel/app-error";
import { utcDay } from "@/lib/core/kernel/utc-day";
import type { SystemContext } from "@/lib/services/context/context";
import { listRates } from "@/lib/services/rates/list-rates";
import { importRates, oneRateInput, rateTableInput, type SavedRates, setRate } from "@/lib/services/rates/save-rates";
import type { z } from "zod";
import type { Output } from "../output";
import { withInstallation } from "../with-installation";

export type RateOptions = { day?: string; source: string };

/** `rates list`: the rates in force, one a line. */
export async function listRateLines(output: Output): Promise<void> {
  await withInstallation(output, async (ctx) => {
    for (const { currency, usd, day, source } of (await listRates(ctx)).rates)
      await output.answer({ currency, usd, day, source });
  });
}

function checked<T extends z.ZodType>(schema: T, given: unknown): z.output<T> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => issue.path.join(".")).join(", ");
  throw new AppError("invalid_input", `This cannot be used: ${fields}. Days are YYYY-MM-DD.`);
}

async function answer(output: Output, saved: SavedRates, day: string): Promise<void> {
  for (const { line, reason } of saved.bad) output.problem({ error: "bad_rate", line, message: reason });
  await output.answer({ saved: saved.saved, day });
}

function dayOf(ctx: SystemContext, options: RateOptions): string {
  return options.day ?? utcDay(ctx.now());
}

/** `rates set`: stores one rate. */
export async function setOneRate(output: Output, currency: string, usd: string, options: RateOptions): Promise<void> {
  await withInstallation(output, async (ctx) => {
    const day = dayOf(ctx, options);
    const input = checked(oneRateInput, { currency, usd, day, source: options.source });
    await answer(output, await setRate(ctx, input), day);
  });
}

async function readTable(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new AppError("invalid_input", `The file ${file} cannot be read.`, { cause: error });
  }
}

/** `rates import`: stores the rates of a file of `currency,usd[,day]` lines; the bad lines are named on standard error. */
export async function importRateFile(output: Output, file: string, options: RateOptions): Promise<void> {
  const table = await readTable(file);
  await withInstallation(output, async (ctx) => {
    const day = dayOf(ctx, options);
    const input = checked(rateTableInput, { table, day, source: options.source });
    await answer(output, await importRates(ctx, input), day);
  });
}
