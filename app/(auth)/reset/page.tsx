import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "@/lib/entry/search-params";
import { Banner } from "@/components/ui/banner";
import { TextLink } from "@/components/ui/text-link";
import { visitorContext } from "@/lib/entry/visitor-context";
import { isResetLinkOpen } from "@/lib/services/accounts/password-reset";
import { ResetForm } from "../_components/reset-form";

/** The address holds a secret: it is passed on to nobody. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth");
  return { title: t("reset.title"), referrer: "no-referrer" };
}

export default async function ResetPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { token } = await searchParams;
  const t = await getTranslations("auth");
  const open = typeof token === "string" && token.length <= 200 && (await isResetLinkOpen(visitorContext(), token));
  return (
    <>
      <h1 className="text-xl">{t("reset.title")}</h1>
      {open ? (
        <>
          <p className="text-muted">{t("reset.lead")}</p>
          <ResetForm token={token} />
        </>
      ) : (
        <>
          <Banner inside tone="warn">
            {t("reset.closed")}
          </Banner>
          <TextLink href="/forgot" className="self-start">
            {t("reset.again")}
          </TextLink>
        </>
      )}
    </>
  );
}
