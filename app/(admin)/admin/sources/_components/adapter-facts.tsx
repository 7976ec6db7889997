"use client";

import { useTranslations } from "next-intl";
import { ExternalLink } from "@/components/ui/text-link";
import { useAdapterWords } from "../../../_components/use-adapter-words";
import type { AdapterLine } from "@/lib/services/sources/list-adapters";
import { NoticeText } from "./notice-dialog";

/** What an adapter says of itself: what it reads, under which terms, with which limits. */
export function AdapterFacts({ adapter }: { adapter: AdapterLine }) {
  const t = useTranslations("admin.adapter");
  const { reads, terms, limits } = useAdapterWords()(adapter);
  const facts = [
    { name: t("reads"), text: reads },
    { name: t("terms"), text: terms },
    { name: t("limits"), text: limits },
  ];
  return (
    <div className="flex flex-col gap-3">
      <dl className="flex flex-col gap-2 text-sm">
        {facts.map(({ name, text }) => (
          <div key={name}>
            <dt className="text-muted">{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        {adapter.attribution === null ? null : (
          <div>
            <dt className="text-muted">{t("attribution")}</dt>
            <dd>
              <ExternalLink href={adapter.attribution.url}>{adapter.attribution.text}</ExternalLink>
            </dd>
          </div>
        )}
      </dl>
      {adapter.hasNotice ? (
        <div className="rounded-card border bg-sunken p-3 text-sm">
          <p className="mb-2 font-medium">{t("notice")}</p>
          <NoticeText adapter={adapter.id} />
        </div>
      ) : null}
    </div>
  );
}
