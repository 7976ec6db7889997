import { cookies } from "next/headers";
import { THEME_COOKIE, type Theme, toTheme } from "./theme";

/** The theme that this request's cookie asks for. */
export async function readTheme(): Promise<Theme> {
  return toTheme((await cookies()).get(THEME_COOKIE)?.value);
}
