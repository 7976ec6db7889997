import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import { ExampleMatch } from "./_components/example-match";

const POINTS = ["fit", "market", "own"] as const;

export default function LandingPage() {
  const t = useTranslations("landing");
  return (
    <div className="grid items-start gap-x-14 gap-y-10 py-8 rail:grid-cols-[minmax(0,5fr)_minmax(0,7fr)] rail:py-12">
      <div className="flex flex-col">
        <h1 className="text-xl tracking-tight phone:text-2xl">{t("title")}</h1>
        <p className="mt-4 max-w-measure text-md text-muted">{t("lead")}</p>
        <div className="mt-6 flex flex-wrap gap-3">
          <ButtonLink href="/sign-up" variant="primary">
            {t("signUp")}
          </ButtonLink>
          <ButtonLink href="/sign-in">{t("signIn")}</ButtonLink>
        </div>
        <dl className="mt-9 flex flex-col">
          {POINTS.map((point) => (
            <div key={point} className="grid gap-x-4 border-t py-3 phone:grid-cols-[7rem_1fr]">
              <dt className="font-semibold">{t(`${point}Title`)}</dt>
              <dd className="text-muted">{t(`${point}Body`)}</dd>
            </div>
          ))}
        </dl>
        <p className="border-t pt-3">
          <TextLink href="/about-the-data">{t("dataLink")}</TextLink>
        </p>
      </div>
      <ExampleMatch />
    </div>
  );
}
