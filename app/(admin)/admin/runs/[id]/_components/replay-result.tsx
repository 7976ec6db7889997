import { useTranslations } from "next-intl";
import { StatusBadge, type Tone } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { type Column, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { RunView } from "@/lib/services/runs/get-run";
import { useWord } from "../../../../../_components/use-word";

type Replay = NonNullable<RunView["report"]["replay"]>;
type Stage = Replay["stages"][number];
type Difference = Replay["differences"][number];

const TONES: Record<string, Tone> = { identical: "ok", incomplete: "warn" };

function shortHash(hash: string): string {
  return hash.slice(0, 16);
}

function Stages({ stages }: { stages: Stage[] }) {
  const t = useTranslations("admin.replay");
  const word = useWord("replay.stage");
  const hash = (side: Stage["then"]) =>
    side === null ? (
      <span className="text-muted">–</span>
    ) : (
      <span className="flex flex-col">
        <code className="font-mono text-xs">{shortHash(side.hash)}</code>
        <span className="tabular text-sm text-muted">{t("items", { n: side.items })}</span>
      </span>
    );
  const columns: Column<Stage>[] = [
    { id: "stage", header: t("stageHeader"), isRowHeader: true, cell: ({ stage }) => word(stage) },
    {
      id: "same",
      header: t("verdict"),
      cell: ({ same }) => <StatusBadge tone={same ? "ok" : "bad"}>{t(same ? "same" : "differs")}</StatusBadge>,
    },
    { id: "then", header: t("then"), wideOnly: true, cell: ({ then }) => hash(then) },
    { id: "now", header: t("now"), wideOnly: true, cell: ({ now }) => hash(now) },
  ];
  return <Table caption={t("stages")} rows={stages} rowKey={({ stage }) => stage} columns={columns} />;
}

function Differences({ differences }: { differences: Difference[] }) {
  const t = useTranslations("admin.replay");
  const what = useWord("replay.what");
  const columns: Column<Difference & { n: number }>[] = [
    {
      id: "what",
      header: t("whatHeader"),
      isRowHeader: true,
      cell: (one) => (
        <span className="flex flex-col">
          <span>{what(one.what)}</span>
          <span className="text-sm wrap-anywhere text-muted">
            {one.externalId}
            {one.document === null ? null : (
              <>
                {one.externalId === null ? null : " · "}
                <TextLink href={`/admin/raw/${one.document}`}>{t("document")}</TextLink>
              </>
            )}
          </span>
        </span>
      ),
    },
    {
      id: "then",
      header: t("then"),
      cell: (one) => (
        <code className="font-mono text-xs break-all">{one.then === null ? "–" : shortHash(one.then)}</code>
      ),
    },
    {
      id: "now",
      header: t("now"),
      cell: (one) => <code className="font-mono text-xs break-all">{one.now === null ? "–" : shortHash(one.now)}</code>,
    },
  ];
  return (
    <Table
      caption={t("differences")}
      rows={differences.map((one, n) => ({ ...one, n }))}
      rowKey={({ n }) => String(n)}
      columns={columns}
    />
  );
}

/** What a replay found: that all is as recorded, or exactly what is not. */
export function ReplayResult({ run }: { run: RunView }) {
  const t = useTranslations("admin.replay");
  const fault = useWord("replay.fault");
  const outcome = useWord("replay.outcome");
  const { replay } = run.report;
  if (run.replayOfId === null) return null;
  if (replay === null)
    return (
      <p>
        <TextLink href={`/admin/runs/${run.replayOfId}`}>{t("ofRun")}</TextLink>
      </p>
    );
  const { differences, differenceCount, findings, findingCount, versions } = replay;
  return (
    <>
      <Card
        title={t("title")}
        aside={<StatusBadge tone={TONES[replay.outcome] ?? "bad"}>{outcome(replay.outcome)}</StatusBadge>}
        flush
      >
        <div className="flex flex-col gap-2 border-b px-4 py-3">
          <p>{t(replay.outcome === "identical" ? "allIdentical" : "notIdentical")}</p>
          <p className="text-muted">
            {t("recomputed", { documents: replay.documents, adverts: replay.adverts, readings: replay.readings })}
            {replay.advertsSetAside > 0 ? ` ${t("setAside", { n: replay.advertsSetAside })}` : null}
            {replay.readingsElsewhere > 0 ? ` ${t("elsewhere", { n: replay.readingsElsewhere })}` : null}
          </p>
          {versions.length === 0 ? null : (
            <p className="wrap-anywhere">
              {t("versions")}{" "}
              {versions.map(({ name, then, now }) => `${name} ${then.slice(0, 24)} → ${now.slice(0, 24)}`).join(", ")}
            </p>
          )}
          {findings.length === 0 ? null : (
            <ul className="list-disc pl-5">
              {findings.map((found, index) => (
                <li key={index} className="wrap-anywhere">
                  {found.id === null ? (
                    t("theManifest")
                  ) : (
                    <TextLink href={`/admin/raw/${found.id}`}>{found.url ?? found.id}</TextLink>
                  )}{" "}
                  {fault(found.fault)}
                  {found.found === null ? null : (
                    <code className="block font-mono text-xs break-all text-muted">
                      {t("expected", { then: found.expected, now: found.found })}
                    </code>
                  )}
                </li>
              ))}
            </ul>
          )}
          {findingCount > findings.length ? <p>{t("moreFindings", { n: findingCount - findings.length })}</p> : null}
          <p>
            <TextLink href={`/admin/runs/${run.replayOfId}`}>{t("ofRun")}</TextLink>
          </p>
        </div>
        {replay.stages.length === 0 ? null : <Stages stages={replay.stages} />}
      </Card>
      {differenceCount === 0 ? null : (
        <Card title={t("differences")} aside={t("differenceCount", { n: differenceCount })} flush>
          <Differences differences={differences} />
        </Card>
      )}
    </>
  );
}
