import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { ProsePage } from "@/components/layout/prose-page";

const SECTIONS = ["kept", "leaves", "logs", "cookies", "rights"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("privacy"))("title") };
}

export default function PrivacyPage() {
  const t = useTranslations("privacy");
  return (
    <ProsePage
      title={t("title")}
      lead={t("lead")}
      sections={SECTIONS.map((id) => ({ id, title: t(`${id}Title`), body: <p>{t(id)}</p> }))}
    />
  );
}
