import type { CheckResult } from "@/lib/services/doctor/check-result";
import { runDoctor } from "@/lib/services/doctor/run-doctor";
import { EXIT, type ExitCode } from "../exit-codes";
import type { Output } from "../output";

const SIGNS: Readonly<Record<CheckResult["status"], string>> = { ok: "ok     ", warning: "warning", failed: "FAILED " };

function inWords({ check, status, detail, advice }: CheckResult): string {
  const line = `${SIGNS[status]}  ${check.padEnd(11)} ${detail}`;
  return advice === null ? line : `${line}\n${" ".repeat(21)}${advice}`;
}

/** `doctor`: every check as a line of JSON, and as a table for a person on standard error. Returns 0 or 4. */
export async function examine(output: Output): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  for await (const result of runDoctor(process.versions.node)) {
    await output.answer(result);
    output.note(inWords(result));
    if (result.status === "failed") code = EXIT.failure;
  }
  return code;
}
