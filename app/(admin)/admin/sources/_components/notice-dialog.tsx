"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { FormError } from "@/components/forms/form-error";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { useRefused } from "../../../_components/use-refused";
import { setSourceEnabledAction } from "../actions";

const NOTICES = ["linkedin"] as const;
const PARTS = ["what", "terms", "robots", "evasion", "yours"] as const;

/** What an administrator reads before a source of an adapter with a notice is turned on. */
export function NoticeText({ adapter }: { adapter: string }) {
  const t = useTranslations("admin.notices");
  const known = NOTICES.find((id) => id === adapter);
  if (known === undefined) return <p>{t("general")}</p>;
  return (
    <ul className="flex list-disc flex-col gap-2 pl-5">
      {PARTS.map((part) => (
        <li key={part}>{t(`${known}.${part}`)}</li>
      ))}
    </ul>
  );
}

/** The notice of a source, a box to tick, and only then the switch. */
export function NoticeDialog({
  source,
  onClose,
  onDone,
}: {
  source: { id: string; name: string; adapter: string };
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations("admin.notices");
  const refused = useRefused();
  const [read, setRead] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const turnOn = () =>
    startTransition(async () => {
      const result = await setSourceEnabledAction({ sourceId: source.id, enabled: "true", noticeRead: "true" });
      if (result.ok) onDone();
      else setProblem(refused(result.error));
    });
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t("title", { name: source.name })}
      description={t("lead")}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button variant="primary" disabled={!read || pending} onClick={turnOn}>
            {t("turnOn")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <NoticeText adapter={source.adapter} />
        <Checkbox label={t("confirm")} checked={read} onChange={(event) => setRead(event.target.checked)} />
        <FormError message={problem} />
      </div>
    </Dialog>
  );
}
