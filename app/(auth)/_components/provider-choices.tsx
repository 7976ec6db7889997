import { useTranslations } from "next-intl";
import { ProviderButton } from "@/components/accounts/provider-button";

type ProviderChoicesProps = { providers: readonly ("github" | "google")[]; next: string };

/** The providers of this installation, under the form; nothing where there are none. */
export function ProviderChoices({ providers, next }: ProviderChoicesProps) {
  const t = useTranslations("auth");
  if (providers.length === 0) return null;
  return (
    <div className="flex flex-col gap-3">
      <p className="text-center text-sm text-muted">{t("or")}</p>
      {providers.map((provider) => (
        <ProviderButton key={provider} provider={provider} next={next}>
          {t("with", { provider: t(`provider.${provider}`) })}
        </ProviderButton>
      ))}
    </div>
  );
}
