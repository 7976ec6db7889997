"use client";

import { useLocale, useTranslations } from "next-intl";
import { type SyntheticEvent, useState, useTransition } from "react";
import { FormError } from "@/components/forms/form-error";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { aliasTermAction } from "../actions";
import { ConceptSearch, type FoundSkill } from "./concept-search";
import { useRefusalWords } from "./use-refusal-words";

type AliasFormProps = { term: string; onDone: () => void; onCancel: () => void };

const LANGS = ["en", "es"] as const;

/** The skill that a term is another name of. */
export function AliasForm({ term, onDone, onCancel }: AliasFormProps) {
  const t = useTranslations("quality.terms");
  const langs = useTranslations("vocabulary.lang");
  const locale = useLocale();
  const refusalWords = useRefusalWords();
  const [chosen, setChosen] = useState<FoundSkill | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const send = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (chosen === null) {
      setProblem(t("skillMissing"));
      return;
    }
    const value = new FormData(event.currentTarget).get("lang");
    const lang = LANGS.find((one) => one === value) ?? "en";
    start(async () => {
      const words = refusalWords(await aliasTermAction({ term, conceptId: chosen.id, lang }));
      setProblem(words);
      if (words === null) onDone();
    });
  };
  return (
    <form onSubmit={send} noValidate className="flex flex-col gap-4">
      <ConceptSearch
        chosen={chosen}
        onChoose={(skill) => {
          setChosen(skill);
          setProblem(null);
        }}
      />
      <SelectField
        name="lang"
        label={t("lang")}
        defaultValue={locale}
        options={LANGS.map((lang) => ({ value: lang, label: langs(lang) }))}
      />
      <FormError message={problem} />
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>{t("cancel")}</Button>
        <SubmitButton pending={pending}>{t("aliasSend")}</SubmitButton>
      </div>
    </form>
  );
}
