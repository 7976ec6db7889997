import { useFormatter, useTranslations } from "next-intl";
import type { TokenView } from "@/lib/services/accounts/api-tokens";
import { revokeApiTokenAction } from "../actions";
import { RowAction } from "./row-action";

/** The person's tokens, without their secrets. */
export function TokenList({ tokens }: { tokens: readonly TokenView[] }) {
  const t = useTranslations("settings.tokens");
  const format = useFormatter();
  const day = (at: Date | null) => (at === null ? t("never") : format.dateTime(at, { dateStyle: "medium" }));
  if (tokens.length === 0) return <p className="text-muted">{t("empty")}</p>;
  return (
    <ul className="flex flex-col">
      {tokens.map((token) => (
        <li key={token.id} className="flex items-center justify-between gap-4 border-b py-2 last:border-0">
          <div className="min-w-0">
            <p className="font-medium wrap-anywhere">{token.name}</p>
            <p className="tabular text-sm text-muted">
              {t("created")} {day(token.createdAt)} · {t("used")} {day(token.lastUsedAt)} · {t("ends")}{" "}
              {day(token.expiresAt)}
            </p>
          </div>
          <RowAction
            action={revokeApiTokenAction}
            fields={{ id: token.id }}
            label={t("revokeNamed", { name: token.name })}
          >
            {t("revoke")}
          </RowAction>
        </li>
      ))}
    </ul>
  );
}
