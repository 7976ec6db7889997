"use client";

import { useLocale, useTranslations } from "next-intl";
import { type SyntheticEvent, useState, useTransition } from "react";
import { FormError } from "@/components/forms/form-error";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { typedText } from "@/components/forms/typed-text";
import { labelIn } from "@/components/postings/label-in";
import { Button } from "@/components/ui/button";
import { SKILL_KINDS } from "@/lib/core/skills/skill-types";
import type { CandidatePage } from "@/lib/services/terms/get-candidate-page";
import { acceptTermAction } from "../actions";
import { chosenLang, LangField } from "./lang-field";
import { useRefusalWords } from "./use-refusal-words";

export type Families = CandidatePage["families"];

type AcceptFormProps = { term: string; families: Families; onDone: () => void; onCancel: () => void };

/** What a term is to be as a skill of its own. */
export function AcceptForm({ term, families, onDone, onCancel }: AcceptFormProps) {
  const t = useTranslations("quality.terms");
  const kinds = useTranslations("vocabulary.kind");
  const locale = useLocale();
  const refusalWords = useRefusalWords();
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const send = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const kind = SKILL_KINDS.find((one) => one === typedText(form, "kind")) ?? "hard";
    const [label, family] = [typedText(form, "label"), typedText(form, "family")];
    start(async () => {
      const words = refusalWords(await acceptTermAction({ term, label, kind, family, lang: chosenLang(form) }));
      setProblem(words);
      if (words === null) onDone();
    });
  };
  const choices = families
    .map((family) => ({ value: family.id, label: `${labelIn(family.category, locale)}: ${labelIn(family, locale)}` }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
  return (
    <form onSubmit={send} className="flex flex-col gap-4">
      <TextField
        name="label"
        label={t("label")}
        hint={t("labelHint")}
        defaultValue={term}
        minLength={2}
        maxLength={80}
        required
        autoComplete="off"
      />
      <div className="grid gap-4 phone:grid-cols-2">
        <SelectField
          name="kind"
          label={t("kind")}
          options={SKILL_KINDS.map((kind) => ({ value: kind, label: kinds(kind) }))}
        />
        <LangField />
      </div>
      <SelectField
        name="family"
        label={t("family")}
        required
        defaultValue=""
        options={[{ value: "", label: t("familyNone") }, ...choices]}
      />
      <FormError message={problem} />
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>{t("cancel")}</Button>
        <SubmitButton pending={pending}>{t("acceptSend")}</SubmitButton>
      </div>
    </form>
  );
}
