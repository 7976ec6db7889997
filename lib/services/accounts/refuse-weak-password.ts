import { z } from "zod";
import { findPasswordProblem } from "@/lib/core/accounts/password-policy";

/** Throws a `ZodError` on the password field when the policy refuses it, as a schema would. */
export function refuseWeakPassword(password: string, email: string): void {
  const problem = findPasswordProblem(password, email);
  if (problem === null) return;
  throw new z.ZodError([{ code: "custom", path: ["password"], message: problem, input: undefined }]);
}
