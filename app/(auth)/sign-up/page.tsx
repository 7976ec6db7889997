import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "@/lib/entry/search-params";
import { Banner } from "@/components/ui/banner";
import { TextLink } from "@/components/ui/text-link";
import { findCurrentUser } from "@/lib/entry/require-user";
import { safeNextPath } from "@/lib/entry/safe-next-path";
import { visitorContext } from "@/lib/entry/visitor-context";
import { listProviders } from "@/lib/services/accounts/connections";
import { areSignUpsOpen, isFirstAccount } from "@/lib/services/accounts/sign-ups";
import { ProviderChoices } from "../_components/provider-choices";
import { SignUpForm } from "../_components/sign-up-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth");
  return { title: t("signUp.title") };
}

export default async function SignUpPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const next = safeNextPath((await searchParams).next);
  if ((await findCurrentUser()) !== null) redirect(next);
  const t = await getTranslations("auth");
  const ctx = visitorContext();
  const [open, first] = await Promise.all([areSignUpsOpen(ctx), isFirstAccount(ctx)]);
  return (
    <>
      <h1 className="text-xl">{t("signUp.title")}</h1>
      {open ? (
        <SignUpForm next={next}>
          <p className="text-muted">{t("signUp.lead")}</p>
          {first ? <Banner inside>{t("signUp.first")}</Banner> : null}
        </SignUpForm>
      ) : (
        <Banner inside tone="warn">
          {t("signUp.closed")}
        </Banner>
      )}
      {open ? <ProviderChoices providers={listProviders(ctx)} next={next} /> : null}
      <p className="text-muted">
        {t("signUp.haveOne")}{" "}
        <TextLink href={`/sign-in?next=${encodeURIComponent(next)}`}>{t("signUp.signIn")}</TextLink>
      </p>
    </>
  );
}
