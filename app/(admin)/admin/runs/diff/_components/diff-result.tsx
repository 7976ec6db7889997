import { useFormatter, useTranslations } from "next-intl";
import { Chip } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Stat, StatRow } from "@/components/ui/stat";
import { type Column, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { PostingDiff, RunDiff } from "@/lib/services/runs/diff-runs";
import { useWord } from "../../../../../_components/use-word";

const SHOWN = 500;
const COUNTED = ["new", "changed", "closed", "reopened", "refreshed", "only_in_a", "only_in_b", "same"] as const;

type StageLine = RunDiff["stages"][number];

function Counters({ stages }: { stages: StageLine[] }) {
  const t = useTranslations("admin.diff");
  const format = useFormatter();
  const stageWord = useWord("stage");
  const counterWord = useWord("counter");
  const number = (n: number | null) => <span className="tabular">{n === null ? "–" : format.number(n)}</span>;
  const columns: Column<StageLine>[] = [
    {
      id: "counter",
      header: t("counter"),
      isRowHeader: true,
      cell: ({ stage, counter }) => (
        <>
          {stageWord(stage)} <span className="text-muted">· {counterWord(counter)}</span>
        </>
      ),
    },
    { id: "a", header: "A", align: "end", cell: ({ a }) => number(a) },
    { id: "b", header: "B", align: "end", cell: ({ b }) => number(b) },
    {
      id: "change",
      header: t("change"),
      align: "end",
      cell: ({ a, b }) => (
        <span className="tabular font-medium">{format.number((b ?? 0) - (a ?? 0), { signDisplay: "exceptZero" })}</span>
      ),
    },
  ];
  return (
    <Table
      caption={t("counters")}
      rows={stages}
      rowKey={({ stage, counter }) => `${stage}/${counter}`}
      columns={columns}
    />
  );
}

function Postings({ postings }: { postings: PostingDiff[] }) {
  const t = useTranslations("admin.diff");
  const word = useWord("changes.one");
  return (
    <ul className="flex flex-col">
      {postings.slice(0, SHOWN).map(({ posting, diff, title, company }) => (
        <li
          key={posting}
          className="flex min-h-7 items-baseline gap-x-2 py-0.5 phone:grid phone:grid-cols-[8.5rem_1fr]"
        >
          <span className="shrink-0">
            <Chip>{word(diff)}</Chip>
          </span>
          <span className="min-w-0 wrap-anywhere">
            {title === null ? (
              <span className="text-muted">{t("gone")}</span>
            ) : (
              <TextLink href={`/postings/${posting}`}>{title}</TextLink>
            )}
            {company === null ? null : <span className="text-muted"> · {company}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Two runs side by side: postings by their identity, counters that differ, versions that differ. */
export function DiffResult({ diff }: { diff: RunDiff }) {
  const t = useTranslations("admin.diff");
  const format = useFormatter();
  const word = useWord("diff.kind");
  const differing = diff.stages.filter(({ a, b }) => a !== b);
  return (
    <>
      <p className="flex flex-wrap gap-x-4">
        <TextLink href={`/admin/runs/${diff.a}`}>{t("openA")}</TextLink>
        <TextLink href={`/admin/runs/${diff.b}`}>{t("openB")}</TextLink>
      </p>
      <StatRow>
        {COUNTED.map((kind) => (
          <Stat key={kind} label={word(kind)} value={format.number(diff.counts[kind])} />
        ))}
      </StatRow>
      <Card title={t("postings")} aside={t("count", { n: diff.postings.length })}>
        {diff.postings.length === 0 ? <p className="text-muted">{t("noPostings")}</p> : null}
        <Postings postings={diff.postings} />
        {diff.postings.length > SHOWN ? (
          <p className="mt-2 text-muted">{t("more", { n: diff.postings.length - SHOWN })}</p>
        ) : null}
      </Card>
      <Card title={t("counters")} flush>
        {differing.length === 0 ? <p className="p-4 text-muted">{t("noCounters")}</p> : <Counters stages={differing} />}
      </Card>
      <Card title={t("versions")}>
        {diff.versions.length === 0 ? <p className="text-muted">{t("noVersions")}</p> : null}
        <dl className="grid gap-x-4 gap-y-1 phone:grid-cols-[auto_1fr]">
          {diff.versions.map(({ name, then, now }) => (
            <div key={name} className="contents">
              <dt className="text-muted">{name}</dt>
              <dd className="font-mono text-xs leading-5 break-all">
                {then} → {now}
              </dd>
            </div>
          ))}
        </dl>
      </Card>
    </>
  );
}
