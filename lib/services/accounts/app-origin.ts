import type { Env } from "@/lib/config/env";

/** The address under which people reach this installation, without a trailing slash; for links that leave the app. */
export function appOrigin(env: Pick<Env, "APP_URL" | "PORT">): string {
  return env.APP_URL === undefined ? `http://localhost:${env.PORT}` : new URL(env.APP_URL).origin;
}
