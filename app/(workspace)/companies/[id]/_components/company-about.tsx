import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { ExternalLink } from "@/components/ui/text-link";
import type { CompanyPage } from "@/lib/services/companies/get-company";

const REASONS = ["same_name", "suffix", "letters", "spelling", "domain"] as const;
const SHOWN_PLACES = 12;

/** Who a company is: kind, site, places, and the names it was met under with why they are one. */
export function CompanyAbout({ company }: { company: CompanyPage }) {
  const t = useTranslations("companies");
  const { kind, domain, places, spellings } = company;
  const countries = new Intl.DisplayNames(useLocale(), { type: "region" });
  const placeName = (name: string) => (/^[A-Z]{2}$/.test(name) ? (countries.of(name) ?? name) : name);
  const hidden = places.length - SHOWN_PLACES;
  return (
    <Card title={t("page.aboutTitle")}>
      <dl className="flex flex-col gap-3">
        <div>
          <dt className="text-sm text-muted">{t("page.kind")}</dt>
          <dd>
            {t(`kind.${kind}`)}
            <span className="block text-sm text-muted">{t(`kindNote.${kind}`)}</span>
          </dd>
        </div>
        <div>
          <dt className="text-sm text-muted">{t("page.domain")}</dt>
          <dd className="wrap-anywhere">
            {domain === null ? t("page.domainNone") : <ExternalLink href={`https://${domain}/`}>{domain}</ExternalLink>}
          </dd>
        </div>
        <div>
          <dt className="text-sm text-muted">{t("page.places")}</dt>
          <dd className="wrap-anywhere">
            {places.length === 0 ? t("page.placesNone") : null}
            <ul>
              {places.slice(0, SHOWN_PLACES).map(({ name }) => (
                <li key={name}>{placeName(name)}</li>
              ))}
            </ul>
            {hidden > 0 ? <span className="text-muted">{t("page.placesMore", { count: hidden })}</span> : null}
          </dd>
        </div>
        {spellings.length === 0 ? null : (
          <div>
            <dt className="text-sm text-muted">{t("page.names")}</dt>
            <dd>
              <ul className="flex flex-col gap-1">
                {spellings.map(({ name, reason }) => {
                  const known = REASONS.find((one) => one === reason) ?? "same_name";
                  return (
                    <li key={name} className="wrap-anywhere">
                      {name}
                      <span className="block text-sm text-muted">{t(`page.reason.${known}`)}</span>
                    </li>
                  );
                })}
              </ul>
            </dd>
          </div>
        )}
      </dl>
    </Card>
  );
}
