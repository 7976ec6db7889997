import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SignOutForm } from "../_components/sign-out-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth");
  return { title: t("signOut.title") };
}

export default async function SignOutPage() {
  const t = await getTranslations("auth");
  return (
    <>
      <h1 className="text-xl">{t("signOut.title")}</h1>
      <p className="text-muted">{t("signOut.lead")}</p>
      <SignOutForm />
    </>
  );
}
