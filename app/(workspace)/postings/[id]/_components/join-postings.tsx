"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type SyntheticEvent, useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { AdviceView } from "@/lib/services/postings/list-duplicate-advice";
import type { PostingSummary } from "@/lib/services/postings/to-summary";
import { findPostingsToJoinAction, joinPostingsAction } from "../actions";
import { DuplicateAdvice } from "./duplicate-advice";

/** Finds another posting by words or address, or takes one that a model compared with this, and makes it and this one a single posting, after asking. */
export function JoinPostings({ postingId, advice }: { postingId: string; advice: readonly AdviceView[] }) {
  const t = useTranslations("postings.detail");
  const failures = useTranslations("auth.failure");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState("");
  const [found, setFound] = useState<readonly PostingSummary[] | null>(null);
  const [chosen, setChosen] = useState<PostingSummary | null>(null);
  const [pending, start] = useTransition();
  const tell = (code: Parameters<typeof failures>[0], reference = "–") => {
    toast.error(code === "conflict" ? t("busy") : failures(code, { reference }));
  };
  const toggle = (next: boolean) => {
    setOpen(next);
    setFound(null);
    setChosen(null);
  };
  const find = (event: SyntheticEvent) => {
    event.preventDefault();
    start(async () => {
      const result = await findPostingsToJoinAction({ postingId, q: words });
      if (result.ok) setFound(result.data);
      else tell(result.error.code, result.error.reference);
    });
  };
  const join = (other: PostingSummary) =>
    start(async () => {
      const result = await joinPostingsAction({ postingId, otherId: other.id });
      if (!result.ok) {
        tell(result.error.code, result.error.reference);
        return;
      }
      toggle(false);
      toast.success(t("joinDone"));
      router.push(`/postings/${result.data.postingId}`);
      router.refresh();
    });
  return (
    <Dialog
      open={open}
      onOpenChange={toggle}
      title={t("joinTitle")}
      description={t("joinBody")}
      trigger={<Button size="sm">{t("joinWith")}</Button>}
    >
      {chosen === null ? (
        <div className="flex flex-col gap-3">
          <DuplicateAdvice advice={advice} onChoose={setChosen} />
          <form onSubmit={find} className="flex gap-2">
            <label className="grow">
              <span className="sr-only">{t("joinSearch")}</span>
              <input
                type="search"
                value={words}
                maxLength={2_000}
                onChange={(event) => setWords(event.target.value)}
                placeholder={t("joinSearch")}
                className="row-height w-full rounded-control border border-line-strong bg-surface px-2.5"
              />
            </label>
            <Button type="submit" variant="primary" disabled={pending}>
              {t("joinFind")}
            </Button>
          </form>
          <Found found={found} onChoose={setChosen} />
        </div>
      ) : (
        <div className="flex flex-col gap-4">
          <p>{t("joinConfirm", { title: titleOf(chosen) })}</p>
          <div className="flex justify-end gap-2">
            <Button onClick={() => setChosen(null)}>{t("joinBack")}</Button>
            <Button variant="primary" disabled={pending} onClick={() => join(chosen)}>
              {t("joinDo")}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

function titleOf({ title, company, place }: PostingSummary): string {
  return [title, company, place].filter(Boolean).join(" · ");
}

type FoundProps = { found: readonly PostingSummary[] | null; onChoose: (posting: PostingSummary) => void };

function Found({ found, onChoose }: FoundProps) {
  const t = useTranslations("postings.detail");
  return (
    <div role="status">
      {found?.length === 0 ? <p className="text-muted">{t("joinNone")}</p> : null}
      {found === null || found.length === 0 ? null : (
        <ul className="flex flex-col">
          {found.map((posting) => (
            <li key={posting.id} className="flex items-center justify-between gap-3 border-b py-1.5 last:border-0">
              <span className="min-w-0 wrap-anywhere">{titleOf(posting)}</span>
              <Button size="sm" aria-label={`${t("joinThis")}: ${titleOf(posting)}`} onClick={() => onChoose(posting)}>
                {t("joinThis")}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
