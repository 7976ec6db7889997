import { useLocale, useTranslations } from "next-intl";
import { SelectField } from "@/components/forms/select-field";
import { typedText } from "@/components/forms/typed-text";

const LANGS = ["en", "es"] as const;

/** The choice of the language that a name is in, the reader's own unless another is chosen. */
export function LangField() {
  const t = useTranslations("quality.terms");
  const langs = useTranslations("vocabulary.lang");
  const locale = useLocale();
  return (
    <SelectField
      name="lang"
      label={t("lang")}
      defaultValue={locale}
      options={LANGS.map((lang) => ({ value: lang, label: langs(lang) }))}
    />
  );
}

/** The language that was chosen in the form. */
export function chosenLang(form: FormData): (typeof LANGS)[number] {
  return LANGS.find((lang) => lang === typedText(form, "lang")) ?? "en";
}
