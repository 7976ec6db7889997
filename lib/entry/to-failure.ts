import { randomUUID } from "node:crypto";
import { z } from "zod";
import { AppError, type AppErrorCode } from "@/lib/core/kernel/app-error";
import type { Logger } from "@/lib/observability/logger";
import type { Failure } from "./action-result";

const STATUSES: Record<AppErrorCode, number> = {
  invalid_input: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  rate_limited: 429,
  unavailable: 503,
  internal: 500,
};

/** The HTTP status of a failure. */
export function failureStatus(code: AppErrorCode): number {
  return STATUSES[code];
}

/** Turns whatever was thrown into a reply. The text of an unknown error goes to the log, under the reference that the reply carries. */
export function toFailure(error: unknown, log: Logger): Failure {
  if (error instanceof z.ZodError) return toFieldFailure(error);
  if (error instanceof AppError && error.code !== "internal") return { code: error.code, message: error.message };
  const reference = randomUUID();
  log.error("request.failed", { reference, error });
  return { code: "internal", message: "Something failed on our side. It was written to the log.", reference };
}

function toFieldFailure(error: z.ZodError): Failure {
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const name = issue.path.map(String).join(".");
    (fields[name] ??= []).push(issue.message);
  }
  return { code: "invalid_input", message: "Some of what was given cannot be used.", fields };
}
