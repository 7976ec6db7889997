import type { Messages } from "next-intl";
import type { AppLocale } from "./locales";
import { NAMESPACES } from "./namespaces";

/** All catalogues of one language, keyed by namespace. */
export async function loadMessages(locale: AppLocale): Promise<Messages> {
  const entries = await Promise.all(
    NAMESPACES.map(async (namespace) => {
      const file = (await import(`../messages/${locale}/${namespace}.json`)) as { default: unknown };
      return [namespace, file.default] as const;
    }),
  );
  return Object.fromEntries(entries) as Messages;
}
