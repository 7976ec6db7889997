"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { rejectTermAction } from "../actions";
import { AcceptForm, type Families } from "./accept-form";
import { AliasForm } from "./alias-form";
import { useRefusalWords } from "./use-refusal-words";

type TermButtonsProps = { term: string; families: Families; isRejected: boolean };

/** The three decisions on a term; one that was rejected can still become a skill. */
export function TermButtons({ term, families, isRejected }: TermButtonsProps) {
  const t = useTranslations("quality.terms");
  const [asked, setAsked] = useState<"accept" | "alias" | null>(null);
  const [pending, start] = useTransition();
  const refusalWords = useRefusalWords();
  const close = () => setAsked(null);
  const done = (word: "accepted" | "aliased" | "rejected") => {
    close();
    toast.success(t(`done.${word}`, { term }));
  };
  const reject = () =>
    start(async () => {
      const words = refusalWords(await rejectTermAction({ term }));
      if (words === null) done("rejected");
      else toast.error(words);
    });
  return (
    <div className="flex flex-col justify-end gap-2 py-1 phone:flex-row">
      <Button size="sm" aria-label={t("acceptNamed", { term })} onClick={() => setAsked("accept")}>
        {t("accept")}
      </Button>
      <Button size="sm" aria-label={t("aliasNamed", { term })} onClick={() => setAsked("alias")}>
        {t("alias")}
      </Button>
      {isRejected ? null : (
        <Button size="sm" variant="ghost" disabled={pending} aria-label={t("rejectNamed", { term })} onClick={reject}>
          {t("reject")}
        </Button>
      )}
      <Dialog
        open={asked === "accept"}
        onOpenChange={close}
        title={t("acceptTitle", { term })}
        description={t("acceptBody")}
      >
        <AcceptForm term={term} families={families} onDone={() => done("accepted")} onCancel={close} />
      </Dialog>
      <Dialog
        open={asked === "alias"}
        onOpenChange={close}
        title={t("aliasTitle", { term })}
        description={t("aliasBody")}
      >
        <AliasForm term={term} onDone={() => done("aliased")} onCancel={close} />
      </Dialog>
    </div>
  );
}
