import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { requireUser } from "@/lib/entry/require-user";

/** The way to the sources from a list that is empty because nothing was read yet; nothing for those who may not go there. */
export async function ToSources() {
  const { ctx } = await requireUser();
  if (ctx.actor.role !== "admin") return null;
  const t = await getTranslations("overview.first");
  return <ButtonLink href="/admin/sources">{t("sourcesAction")}</ButtonLink>;
}
