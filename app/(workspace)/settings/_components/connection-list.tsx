import { useFormatter, useTranslations } from "next-intl";
import { ProviderButton } from "@/components/accounts/provider-button";
import type { Connection } from "@/lib/services/accounts/connections";
import { disconnectAction } from "../actions";
import { RowAction } from "./row-action";

const NAMES: Readonly<Record<string, string>> = { github: "GitHub", google: "Google" };

/** Providers that open this account, and those that could. */
export function ConnectionList({ connections }: { connections: readonly Connection[] }) {
  const t = useTranslations("settings.connections");
  const format = useFormatter();
  if (connections.length === 0) return <p className="text-muted">{t("none")}</p>;
  return (
    <ul className="flex flex-col">
      {connections.map(({ provider, connectedAt, isConfigured }) => {
        const name = NAMES[provider] ?? provider;
        const state =
          connectedAt === null
            ? t("notConnected")
            : t("connected", { when: format.dateTime(connectedAt, { dateStyle: "medium" }) });
        return (
          <li key={provider} className="flex items-center justify-between gap-4 border-b py-2 last:border-0">
            <div>
              <p className="font-medium">{name}</p>
              <p className="text-sm text-muted">
                {state}
                {isConfigured ? null : ` (${t("unavailable")})`}
              </p>
            </div>
            {connectedAt === null ? (
              <ProviderButton provider={provider} next="/settings">
                {t("connect", { provider: name })}
              </ProviderButton>
            ) : (
              <RowAction action={disconnectAction} fields={{ provider }} words={{ conflict: t("onlyWay") }}>
                {t("disconnect", { provider: name })}
              </RowAction>
            )}
          </li>
        );
      })}
    </ul>
  );
}
