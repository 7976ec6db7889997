import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { ProsePage } from "@/components/layout/prose-page";
import { ExternalLink } from "@/components/ui/text-link";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("data"))("title") };
}

export default function AboutTheDataPage() {
  const t = useTranslations("data");
  const linked = (key: "remoteok" | "esco", href: string) =>
    t.rich(key, { link: (words) => <ExternalLink href={href}>{words}</ExternalLink> });
  const sources = (
    <>
      <p>{t("sourcesBody")}</p>
      <p>{linked("remoteok", "https://remoteok.com")}</p>
      <p>{t("links")}</p>
    </>
  );
  const limits = (
    <ul className="flex list-disc flex-col gap-1 pl-5">
      {(["limit1", "limit2", "limit3", "limit4"] as const).map((key) => (
        <li key={key}>{t(key)}</li>
      ))}
    </ul>
  );
  return (
    <ProsePage
      title={t("title")}
      lead={t("lead")}
      sections={[
        { id: "sources", title: t("sourcesTitle"), body: sources },
        { id: "skills", title: t("skillsTitle"), body: <p>{linked("esco", "https://esco.ec.europa.eu")}</p> },
        { id: "model", title: t("modelTitle"), body: <p>{t("model")}</p> },
        { id: "limits", title: t("limitsTitle"), body: limits },
        { id: "demo", title: t("demoTitle"), body: <p>{t("demo")}</p> },
      ]}
    />
  );
}
