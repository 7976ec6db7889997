import { AppError } from "@/lib/core/kernel/app-error";
import { exportStateInput } from "@/lib/services/corrections/correction-input";
import { exportCorrections } from "@/lib/services/corrections/export-corrections";
import type { Output } from "../output";
import { withInstallation } from "../with-installation";

/** `corrections export`: what was reported as wrong, one report a line, oldest first. */
export async function exportCorrectionLines(output: Output, options: { state: string }): Promise<void> {
  const state = exportStateInput.safeParse(options.state);
  if (!state.success) throw new AppError("invalid_input", "--state is taken, open, dismissed or all.");
  await withInstallation(output, async (ctx) => {
    for (const line of await exportCorrections(ctx, state.data)) await output.answer(line);
  });
}
