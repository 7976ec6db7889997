import type { SystemContext } from "@/lib/services/context/context";
import { AppError } from "@/lib/core/kernel/app-error";
import type { Output } from "./output";
import { watchRun } from "./run-progress";

/** The instant of a `--now` option. Throws `invalid_input` for anything that is no ISO 8601 date or instant. */
export function parseNow(stated: string): Date {
  const at = new Date(stated);
  if (!/^\d{4}-\d{2}-\d{2}/.test(stated) || Number.isNaN(at.getTime()))
    throw new AppError("invalid_input", `--now ${stated} is not an ISO 8601 date or instant.`);
  return at;
}

/** Opens the installation for one command, shows the progress of its runs, and closes it whatever happens. */
export async function withInstallation<T>(
  output: Output,
  work: (ctx: SystemContext) => Promise<T>,
  now?: Date,
): Promise<T> {
  const { openInstallation } = await import("@/lib/services/context/open-installation");
  const installation = await openInstallation({
    purpose: "cli",
    overrides: { LOG_LEVEL: "warn" },
    ...(now === undefined ? {} : { now: () => now }),
  });
  const progress = await watchRun(output);
  try {
    return await work({ ...installation.app.context({ kind: "system", name: "cli" }), watch: progress.watch });
  } finally {
    progress.stop();
    await installation.close();
  }
}
