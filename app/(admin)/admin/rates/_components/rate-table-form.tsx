"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ChangeEvent, useState } from "react";
import { CONTROL, Field } from "@/components/forms/field";
import { formatBytes } from "@/components/forms/format-bytes";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { cx } from "@/components/ui/cx";
import { importRatesAction } from "../actions";
import { BadLines } from "./bad-lines";
import { useSaving } from "./use-saving";

const MAX_BYTES = 200_000;

/** A table of rates, pasted or taken from a file into the field, where it can be looked at before it is stored. */
export function RateTableForm({ today }: { today: string }) {
  const t = useTranslations("rates");
  const locale = useLocale();
  const { pending, problem, bad, send } = useSaving();
  const [table, setTable] = useState("");
  const [day, setDay] = useState(today);
  const [source, setSource] = useState("");
  const [fileProblem, setFileProblem] = useState<string | null>(null);
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (file === undefined) return;
    const tooLarge = file.size > MAX_BYTES;
    setFileProblem(tooLarge ? t("fileTooLarge", { limit: formatBytes(MAX_BYTES, locale) }) : null);
    if (!tooLarge) setTable(await file.text());
  };
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        send(
          () => importRatesAction({ table, day, source }),
          () => setTable(""),
        );
      }}
    >
      <Field label={t("tableField")} hint={t("importHint")} required>
        {(wiring) => (
          <textarea
            {...wiring}
            rows={7}
            value={table}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => setTable(event.target.value)}
            className={cx(CONTROL, "font-mono text-sm")}
          />
        )}
      </Field>
      <Field label={t("file")} errors={fileProblem === null ? [] : [fileProblem]}>
        {(wiring) => (
          <input
            {...wiring}
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            className="w-full min-w-0 text-sm pointer-coarse:min-h-11 file:mr-3 file:row-height file:rounded-control file:border file:border-line-strong file:bg-surface file:px-3"
            onChange={(event) => void take(event)}
          />
        )}
      </Field>
      <TextField
        label={t("dayField")}
        hint={t("dayHint")}
        type="date"
        max={today}
        value={day}
        required
        onChange={(event) => setDay(event.target.value)}
      />
      <TextField
        label={t("sourceField")}
        value={source}
        maxLength={100}
        required
        onChange={(event) => setSource(event.target.value)}
      />
      <FormError message={problem} />
      <BadLines bad={bad} />
      <SubmitButton pending={pending} className="self-start">
        {t("importButton")}
      </SubmitButton>
    </form>
  );
}
