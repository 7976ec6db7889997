import { AppError } from "@/lib/core/kernel/app-error";
import { mayCrawl, type SourceHealth } from "@/lib/core/pipeline/source-health";

/** Throws `unavailable` while a source is to be left alone, with what to do after that ("import its advert"). One that is not known yet may be asked. */
export function refuseWhileCooling(source: (SourceHealth & { name: string }) | null, now: Date, what: string): void {
  if (source === null || mayCrawl(source, now)) return;
  const until = source.cooldownUntil?.toISOString() ?? "";
  throw new AppError("unavailable", `${source.name} is cooling down until ${until}; ${what} after that.`);
}
