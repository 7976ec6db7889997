import { useFormatter, useTranslations } from "next-intl";
import { Chip } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { TextLink } from "@/components/ui/text-link";
import type { RunView } from "@/lib/services/runs/get-run";
import { useWord } from "../../../../../_components/use-word";

const SHOWN = ["new", "changed", "closed", "reopened", "refreshed"] as const;

/** So many are shown at once; the rest is folded. */
const OPEN = 12;

type Changed = NonNullable<RunView["report"]["changes"]>["postings"];

function Postings({ postings }: { postings: Changed }) {
  const t = useTranslations("admin.changes");
  const word = useWord("changes.one");
  return (
    <ul className="flex flex-col">
      {postings.map(({ id, change, title, company }) => (
        <li key={id} className="flex min-h-7 items-baseline gap-x-2 py-0.5 phone:grid phone:grid-cols-[8.5rem_1fr]">
          <span className="shrink-0">
            <Chip>{word(change)}</Chip>
          </span>
          <span className="min-w-0 wrap-anywhere">
            {title === null ? (
              <span className="text-muted">{t("gone")}</span>
            ) : (
              <TextLink href={`/postings/${id}`}>{title}</TextLink>
            )}
            {company === null ? null : <span className="text-muted"> · {company}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What a run changed, by the identity of the posting: how many, and which. */
export function RunChanges({ run }: { run: RunView }) {
  const t = useTranslations("admin.changes");
  const format = useFormatter();
  const word = useWord("changes.kind");
  const { changes } = run.report;
  if (changes === null) return null;
  const told = Object.entries(changes.counts).reduce((sum, [kind, n]) => sum + (kind === "unchanged" ? 0 : n), 0);
  return (
    <Card
      title={t("title")}
      aside={
        changes.since === null ? (
          t("first")
        ) : (
          <TextLink href={`/admin/runs/diff?a=${changes.since}&b=${run.id}`}>{t("since")}</TextLink>
        )
      }
    >
      <div className="flex flex-col gap-3">
        <p className="tabular flex flex-wrap gap-x-4 gap-y-1">
          {SHOWN.map((kind) => (
            <span key={kind}>
              <span className="font-medium">{format.number(changes.counts[kind] ?? 0)}</span> {word(kind)}
            </span>
          ))}
          <span className="text-muted">{t("unchanged", { n: changes.counts["unchanged"] ?? 0 })}</span>
        </p>
        {changes.postings.length === 0 ? null : <Postings postings={changes.postings.slice(0, OPEN)} />}
        {changes.postings.length > OPEN ? (
          <Disclosure summary={t("rest", { n: changes.postings.length - OPEN })}>
            <Postings postings={changes.postings.slice(OPEN)} />
          </Disclosure>
        ) : null}
        {told > changes.postings.length ? (
          <p className="text-muted">{t("more", { n: told - changes.postings.length })}</p>
        ) : null}
      </div>
    </Card>
  );
}
