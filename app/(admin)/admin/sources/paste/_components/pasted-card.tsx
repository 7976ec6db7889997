"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { FormError } from "@/components/forms/form-error";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { ExternalLink, TextLink } from "@/components/ui/text-link";
import type { SourceLook } from "@/lib/services/sources/look-at-source";
import type { PastedAddress } from "@/lib/services/sources/paste-address";
import { useAdapterWords } from "../../../../_components/use-adapter-words";
import { useRefused } from "../../../../_components/use-refused";
import { LookView } from "../../_components/look-view";
import { NoticeText } from "../../_components/notice-dialog";
import { RunPanel } from "../../../../_components/run-panel";
import { importAddressAction, previewAddressAction, watchAddressAction } from "../../actions";

export type Pasted = Extract<PastedAddress, { kind: "read" }>["read"];

function Facts({ pasted }: { pasted: Pasted }) {
  const t = useTranslations("admin.paste");
  const { source, known, address, what } = pasted;
  const adapter = useAdapterWords()(pasted.adapter);
  const facts = [
    { name: t("address"), value: <ExternalLink href={address}>{address}</ExternalLink> },
    { name: t("readBy"), value: adapter.name },
    { name: t("terms"), value: adapter.terms },
    {
      name: t("source"),
      value:
        known === null ? (
          t("sourceNew", { name: source.name })
        ) : (
          <>
            <TextLink href={`/admin/sources/${encodeURIComponent(known.id)}`}>{source.name}</TextLink>{" "}
            <span className="text-muted">({t(known.enabled ? "knownOn" : "knownOff")})</span>
          </>
        ),
    },
  ];
  return (
    <Card title={t(`what.${what}`)}>
      <dl className="grid gap-x-6 gap-y-2 phone:grid-cols-[9rem_1fr]">
        {facts.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="min-w-0 wrap-anywhere max-phone:mb-2">{value}</dd>
          </div>
        ))}
      </dl>
      {pasted.needsNotice ? (
        <div className="mt-4 rounded-card border bg-sunken p-3 text-sm">
          <p className="mb-2 font-medium">{t("needsNotice")}</p>
          <NoticeText adapter={adapter.id} />
        </div>
      ) : null}
    </Card>
  );
}

/** What a pasted address is, what would be read there, and the two things that can be done with it. */
export function PastedCard({ pasted }: { pasted: Pasted }) {
  const t = useTranslations("admin.paste");
  const refused = useRefused();
  const [look, setLook] = useState<SourceLook | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [runId, setRunId] = useState<string | null>(null);
  const [watched, setWatched] = useState<{ sourceId: string; enabled: boolean } | null>(null);
  const [looking, startLooking] = useTransition();
  const [pending, startTransition] = useTransition();
  const input = { address: pasted.address };
  const preview = () =>
    startLooking(async () => {
      const result = await previewAddressAction(input);
      setProblem(result.ok ? null : refused(result.error));
      setLook(result.ok ? result.data.look : null);
    });
  const importAdvert = () =>
    startTransition(async () => {
      const result = await importAddressAction(input);
      setProblem(result.ok ? null : refused(result.error));
      if (result.ok) setRunId(result.data.runId);
    });
  const watch = () =>
    startTransition(async () => {
      const result = await watchAddressAction(input);
      setProblem(result.ok ? null : refused(result.error));
      if (result.ok) setWatched(result.data);
    });
  const busy = pending || looking;
  return (
    <div className="flex flex-col gap-5 *:empty:-mb-5">
      <Facts pasted={pasted} />
      <FormError message={problem} />
      <div className="flex flex-wrap items-center gap-3">
        <Button
          variant={look === null ? "primary" : "secondary"}
          disabled={busy || pasted.needsNotice}
          onClick={preview}
        >
          {t(looking ? "looking" : "preview")}
        </Button>
        {pasted.what === "board" ? null : (
          <Button
            variant={look === null || look.postings.length === 0 ? "secondary" : "primary"}
            disabled={busy || runId !== null || pasted.needsNotice}
            onClick={importAdvert}
          >
            {t("import")}
          </Button>
        )}
        {pasted.known === null && watched === null ? (
          <Button disabled={busy} onClick={watch}>
            {t(pasted.what === "unknown" ? "watchSite" : "watch")}
          </Button>
        ) : null}
        <span className="text-sm text-muted">{t("previewHint")}</span>
      </div>
      {watched === null ? null : (
        <p role="status">
          {t(watched.enabled ? "watched" : "watchedOff")}{" "}
          <TextLink href={`/admin/sources/${encodeURIComponent(watched.sourceId)}`}>{t("openSource")}</TextLink>
        </p>
      )}
      {runId === null ? null : <RunPanel runId={runId} title={t("importing")} />}
      {looking ? (
        <Card title={t("looking")}>
          <Skeleton lines={4} />
        </Card>
      ) : null}
      {look === null || looking ? null : <LookView look={look} />}
    </div>
  );
}
