"use server";

import { cookies, headers } from "next/headers";
import { z } from "zod";
import { LOCALE_COOKIE, LOCALES } from "./locales";

const YEAR_SECONDS = 31_536_000;
const setLocaleInput = z.enum(LOCALES);

/** Remembers the reader's language for a year; works without JavaScript as a form's action. Needs no session. */
export async function setLocaleAction(form: FormData): Promise<void> {
  const parsed = setLocaleInput.safeParse(form.get("locale"));
  if (!parsed.success) return;
  const secure = (await headers()).get("x-forwarded-proto")?.startsWith("https") ?? false;
  (await cookies()).set(LOCALE_COOKIE, parsed.data, {
    path: "/",
    maxAge: YEAR_SECONDS,
    sameSite: "lax",
    httpOnly: true,
    secure,
  });
}
