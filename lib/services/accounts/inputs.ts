import { z } from "zod";
import { findPasswordProblem } from "@/lib/core/accounts/password-policy";

/** An address as it is stored: trimmed, lower case, at most 254 characters (RFC 5321). */
export const emailInput = z
  .string("email_invalid")
  .trim()
  .toLowerCase()
  .max(254, "email_invalid")
  .pipe(z.email("email_invalid"));

/** A name as a person writes it; empty means none. Control characters are refused. */
export const nameInput = z
  .string()
  .trim()
  .max(100, "name_too_long")
  .regex(/^[^\p{Cc}]*$/u, "name_invalid")
  .transform((name) => (name === "" ? null : name));

/** A password as typed for checking; its length is limited so that nobody can make us hash a book. */
export const typedPassword = z.string("password_missing").min(1, "password_missing").max(1000, "password_too_long");

type WithPassword = { email: string; password: string };

/** Reports the policy's refusal on the password field. */
export function checkPassword(value: WithPassword, context: z.RefinementCtx): void {
  const problem = findPasswordProblem(value.password, value.email);
  if (problem !== null) context.addIssue({ code: "custom", path: ["password"], message: problem });
}

export const signInInput = z.object({ email: emailInput, password: typedPassword });
export type SignInInput = z.infer<typeof signInInput>;

export const signUpInput = z
  .object({ email: emailInput, password: typedPassword, name: nameInput.default(null) })
  .superRefine(checkPassword);
export type SignUpInput = z.infer<typeof signUpInput>;

export const createUserInput = z
  .object({
    email: emailInput,
    password: typedPassword,
    name: nameInput.default(null),
    role: z.enum(["user", "admin"]).optional(),
    isDemo: z.boolean().default(false),
  })
  .superRefine(checkPassword);
export type CreateUserInput = z.input<typeof createUserInput>;

export const requestResetInput = z.object({ email: emailInput });
export const resetPasswordInput = z.object({ token: z.string().min(1).max(200), password: typedPassword });
export const changePasswordInput = z.object({ current: z.string().max(1000).default(""), password: typedPassword });
export const idInput = z.object({ id: z.string().min(1).max(100) });
export const profileInput = z.object({ name: nameInput });
export const providerInput = z.object({ provider: z.enum(["github", "google"]) });
export const deleteAccountInput = z.object({ confirmation: z.string().min(1, "confirmation_missing").max(1000) });
