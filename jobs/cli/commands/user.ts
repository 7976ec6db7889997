import { randomBytes } from "node:crypto";
import { AppError } from "@/lib/core/kernel/app-error";
import { createUser } from "@/lib/services/accounts/create-user";
import { readTextLines } from "@/lib/services/lines/read-json-lines";
import { ZodError } from "zod";
import type { Output } from "../output";
import { withInstallation } from "../with-installation";

export type CreateOptions = { email: string; name?: string; admin: boolean; passwordStdin: boolean };

const WORDS: Readonly<Record<string, string>> = {
  email_invalid: "This is not an e-mail address.",
  name_too_long: "The name is longer than 100 characters.",
  name_invalid: "The name holds characters that no name has.",
  password_missing: "The password is empty.",
  password_too_short: "The password is too short; take at least 10 characters.",
  password_too_long: "The password is too long.",
  password_common: "This password is on every list of leaked passwords; take another.",
  password_is_email: "The password repeats the e-mail address; take another.",
};

async function passwordFrom(input: AsyncIterable<Uint8Array>): Promise<string> {
  for await (const line of readTextLines(input)) if (line.kind === "text") return line.text;
  throw new AppError("invalid_input", "--password-stdin was given, but standard input is empty.");
}

function refusal(error: unknown): unknown {
  if (!(error instanceof ZodError)) return error;
  const why = error.issues.map((issue) => WORDS[issue.message] ?? issue.message).join(" ");
  return new AppError("invalid_input", why);
}

/** `user create`: makes an account; without `--password-stdin` a random password is made and printed once. */
export async function createAccount(
  input: AsyncIterable<Uint8Array>,
  output: Output,
  options: CreateOptions,
): Promise<void> {
  const given = options.passwordStdin ? await passwordFrom(input) : null;
  const password = given ?? randomBytes(15).toString("base64url");
  const { email, name, admin } = options;
  await withInstallation(output, async (ctx) => {
    const wanted = {
      email,
      password,
      ...(name === undefined ? {} : { name }),
      role: admin ? "admin" : "user",
    } as const;
    const user = await createUser(ctx, wanted).catch((error: unknown) => {
      throw refusal(error);
    });
    await output.answer({ ...user, ...(given === null ? { password } : {}) });
  });
}
