import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import type { RunView } from "@/lib/services/runs/get-run";
import { useRecorded } from "../../../../../_components/use-recorded";
import { useWord } from "../../../../../_components/use-word";

type Item = RunView["failedItems"][number];

function Items({ items }: { items: Item[] }) {
  const recorded = useRecorded();
  return (
    <ol className="flex flex-col gap-1 border-l pl-4">
      {items.map(({ seq, message, url }) => (
        <li key={seq} className="text-sm wrap-anywhere">
          {recorded(message)}
          {url === null ? null : <span className="block text-muted">{url}</span>}
        </li>
      ))}
    </ol>
  );
}

/** Failed items by stage and reason, most frequent first, with one example each and the items folded under it. */
export function Failures({ run }: { run: RunView }) {
  const t = useTranslations("admin.run");
  const stageWord = useWord("stage");
  const reasonWord = useWord("failure");
  const recorded = useRecorded();
  if (run.failures.length === 0)
    return run.underWay ? null : (
      <Card title={t("failures")}>
        <p className="text-muted">{t("noFailures")}</p>
      </Card>
    );
  return (
    <Card title={t("failures")}>
      <ul className="flex flex-col gap-4">
        {run.failures.map(({ stage, reason, n, message, url }) => {
          const items = run.failedItems.filter((item) => item.stage === stage && item.reason === reason);
          return (
            <li key={`${stage}/${reason}`}>
              <span className="font-medium">
                <span className="tabular">{t("times", { n })}</span> {reasonWord(reason)}
              </span>
              <span className="text-sm text-muted"> · {stageWord(stage)}</span>
              <span className="block text-sm wrap-anywhere text-muted">
                {t("example")}: {recorded(message)}
                {url === null ? null : ` · ${url}`}
              </span>
              {items.length < 2 ? null : (
                <Disclosure summary={t("failedItems", { shown: items.length, n, left: n - items.length })}>
                  <Items items={items} />
                </Disclosure>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
