import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";

/** What is not there, or belongs to somebody else: the two look the same. */
export default async function WorkspaceNotFound() {
  const t = await getTranslations("errors");
  return (
    <div className="flex flex-col items-start gap-3 py-12">
      <h1 className="text-xl">{t("notFoundTitle")}</h1>
      <p className="max-w-measure text-muted">{t("notFoundBody")}</p>
      <ButtonLink href="/overview" className="mt-3">
        {t("home")}
      </ButtonLink>
    </div>
  );
}
