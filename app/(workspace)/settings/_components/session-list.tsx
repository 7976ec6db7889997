import { useFormatter, useTranslations } from "next-intl";
import { Chip } from "@/components/ui/badge";
import type { SessionView } from "@/lib/services/accounts/sessions";
import { revokeOtherSessionsAction, revokeSessionAction } from "../actions";
import { describeDevice } from "./describe-device";
import { RowAction } from "./row-action";

/** Where the person is signed in, with a way to end each session. */
export function SessionList({ sessions }: { sessions: readonly SessionView[] }) {
  const t = useTranslations("settings.sessions");
  const format = useFormatter();
  const moment = (at: Date) => format.dateTime(at, { dateStyle: "medium", timeStyle: "short" });
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted">{t("lead")}</p>
      <ul className="flex flex-col">
        {sessions.map((session) => {
          const device = describeDevice(session.userAgent) ?? t("unknown");
          return (
            <li key={session.id} className="flex items-center justify-between gap-4 border-b py-2 last:border-0">
              <div className="min-w-0">
                <p className="flex flex-wrap items-center gap-2 font-medium">
                  {device}
                  {session.isCurrent ? <Chip look="current">{t("current")}</Chip> : null}
                </p>
                <p className="tabular text-sm text-muted">
                  {t("since")} {moment(session.createdAt)} · {t("last")} {moment(session.lastSeenAt)} (UTC)
                </p>
              </div>
              {session.isCurrent ? null : (
                <RowAction
                  action={revokeSessionAction}
                  fields={{ id: session.id }}
                  label={t("revokeNamed", { device })}
                >
                  {t("revoke")}
                </RowAction>
              )}
            </li>
          );
        })}
      </ul>
      {sessions.length > 1 ? (
        <div className="self-start">
          <RowAction action={revokeOtherSessionsAction} fields={{}}>
            {t("others")}
          </RowAction>
        </div>
      ) : null}
    </div>
  );
}
