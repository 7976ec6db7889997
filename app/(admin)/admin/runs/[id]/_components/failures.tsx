import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Table } from "@/components/ui/table";
import type { RunView } from "@/lib/services/runs/get-run";

/** Failed items by stage and reason with one example each, and the items themselves folded under them. */
export function Failures({ run }: { run: RunView }) {
  const t = useTranslations("admin.run");
  if (run.failures.length === 0)
    return run.underWay ? null : (
      <Card title={t("failures")}>
        <p className="text-muted">{t("noFailures")}</p>
      </Card>
    );
  return (
    <Card title={t("failures")}>
      <ul className="flex flex-col gap-3">
        {run.failures.map(({ stage, reason, n, message, url }) => (
          <li key={`${stage}/${reason}`}>
            <span className="font-medium">
              <span className="tabular">{t("times", { n })}</span> {stage} · {reason}
            </span>
            <span className="block text-sm wrap-anywhere text-muted">
              {t("example")}: {message}
              {url === null ? null : ` · ${url}`}
            </span>
          </li>
        ))}
      </ul>
      <Disclosure summary={t("failedItems", { shown: run.failedItems.length })}>
        <Table
          caption={t("failures")}
          rows={run.failedItems}
          rowKey={(item) => String(item.seq)}
          columns={[
            {
              id: "reason",
              header: t("failures"),
              isRowHeader: true,
              cell: (item) => [item.stage, item.reason].filter(Boolean).join(" · "),
            },
            {
              id: "message",
              header: t("example"),
              cell: (item) => (
                <span className="text-sm wrap-anywhere">
                  {item.message}
                  {item.url === null ? null : <span className="block text-muted">{item.url}</span>}
                </span>
              ),
            },
          ]}
        />
      </Disclosure>
    </Card>
  );
}
