import { ConfigError } from "@/lib/config/env";
import { AppError, type AppErrorCode } from "@/lib/core/kernel/app-error";

/** What the command line ends with. */
export const EXIT = { ok: 0, badInput: 2, sourceRefused: 3, failure: 4 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const BY_CODE: Readonly<Record<AppErrorCode, ExitCode>> = {
  invalid_input: EXIT.badInput,
  unauthenticated: EXIT.badInput,
  forbidden: EXIT.badInput,
  not_found: EXIT.badInput,
  conflict: EXIT.failure,
  rate_limited: EXIT.sourceRefused,
  unavailable: EXIT.failure,
  internal: EXIT.failure,
};

export type StatedError = { error: string; message: string };

function isLocked(error: unknown): error is Error {
  return error instanceof Error && error.name === "LockedError";
}

/** The line that an error becomes and the code that the process ends with. An unknown error keeps its text: the reader runs the program. */
export function explainError(error: unknown): { line: StatedError; code: ExitCode } {
  if (error instanceof AppError)
    return { line: { error: error.code, message: error.message }, code: BY_CODE[error.code] };
  if (error instanceof ConfigError)
    return { line: { error: "configuration", message: error.message }, code: EXIT.badInput };
  if (isLocked(error)) return { line: { error: "locked", message: error.message }, code: EXIT.failure };
  const message = error instanceof Error ? error.message : String(error);
  return { line: { error: "internal", message }, code: EXIT.failure };
}
