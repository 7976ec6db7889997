import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "@/lib/entry/search-params";
import { FormError } from "@/components/forms/form-error";
import { TextLink } from "@/components/ui/text-link";
import { findCurrentUser } from "@/lib/entry/require-user";
import { safeNextPath } from "@/lib/entry/safe-next-path";
import { visitorContext } from "@/lib/entry/visitor-context";
import { listProviders } from "@/lib/services/accounts/connections";
import { areSignUpsOpen } from "@/lib/services/accounts/sign-ups";
import { ProviderChoices } from "../_components/provider-choices";
import { SignInForm } from "../_components/sign-in-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth");
  return { title: t("signIn.title") };
}

const PROVIDER_ERRORS = [
  "account_exists",
  "account_of_another",
  "no_email",
  "sign_ups_closed",
  "rate_limited",
  "CredentialsSignin",
] as const;

export default async function SignInPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { next: wanted, error } = await searchParams;
  const next = safeNextPath(wanted);
  if (error === undefined && (await findCurrentUser()) !== null) redirect(next);
  const t = await getTranslations("auth");
  const ctx = visitorContext();
  const known = PROVIDER_ERRORS.find((code) => code === error);
  return (
    <>
      <h1 className="text-xl">{t("signIn.title")}</h1>
      {error === undefined ? null : <FormError message={t(`providerError.${known ?? "other"}`)} />}
      <SignInForm next={next} />
      <ProviderChoices providers={listProviders(ctx)} next={next} />
      {(await areSignUpsOpen(ctx)) ? (
        <p className="text-muted">
          {t("signIn.noAccount")}{" "}
          <TextLink href={`/sign-up?next=${encodeURIComponent(next)}`}>{t("signIn.signUp")}</TextLink>
        </p>
      ) : null}
    </>
  );
}
