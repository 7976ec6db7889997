"use client";

import { useTranslations } from "next-intl";
import { type SyntheticEvent, useState, useTransition } from "react";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { aliasTermAction } from "../actions";
import { ConceptSearch, type FoundSkill } from "./concept-search";
import { chosenLang, LangField } from "./lang-field";
import { useRefusalWords } from "./use-refusal-words";

type AliasFormProps = { term: string; onDone: () => void; onCancel: () => void };

/** The skill that a term is another name of. */
export function AliasForm({ term, onDone, onCancel }: AliasFormProps) {
  const t = useTranslations("quality.terms");
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
    const lang = chosenLang(new FormData(event.currentTarget));
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
      <LangField />
      <FormError message={problem} />
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>{t("cancel")}</Button>
        <SubmitButton pending={pending}>{t("aliasSend")}</SubmitButton>
      </div>
    </form>
  );
}
