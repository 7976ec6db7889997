import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Banner } from "@/components/ui/banner";
import { TextLink } from "@/components/ui/text-link";
import { ForgotForm } from "../_components/forgot-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth");
  return { title: t("forgot.title") };
}

export default async function ForgotPage() {
  const t = await getTranslations("auth");
  return (
    <>
      <h1 className="text-xl">{t("forgot.title")}</h1>
      <p className="text-muted">{t("forgot.lead")}</p>
      <Banner inside>{t("forgot.outbox")}</Banner>
      <ForgotForm />
      <TextLink href="/sign-in" className="self-start">
        {t("forgot.back")}
      </TextLink>
    </>
  );
}
