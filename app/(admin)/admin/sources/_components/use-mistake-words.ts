import { useTranslations } from "next-intl";
import type { SourceMistake } from "@/lib/services/sources/check-source";

const FORMS = { id: "id", startUrls: "startUrls", allowedHosts: "allowedHosts", userAgent: "userAgent" } as const;

function isForm(name: string | undefined): name is keyof typeof FORMS {
  return name !== undefined && name in FORMS;
}

/** A mistake of a source's form in the reader's language; one that has no words of its own is said as it was found. */
export function useMistakeWords(): (mistake: SourceMistake) => string {
  const t = useTranslations("admin.form.wrong");
  return ({ path, message, kind, limit }) => {
    if (kind === undefined) return message;
    if (kind !== "form") return t(kind, { limit: limit ?? 0 });
    const [name] = path.split(".");
    return isForm(name) ? t(`form.${FORMS[name]}`) : message;
  };
}
