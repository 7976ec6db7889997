import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type FactField, FACT_FIELDS, useFactWords } from "../../../../_components/use-fact-words";
import { readingShape } from "@/lib/services/postings/reading-shape";
import { valueWords } from "./value-words";

/** What had been read when somebody reported it: a fact in the words of the posting's page, anything else by its parts. */
export function ReadValue({ field, value }: { field: string; value: unknown }): ReactNode {
  const t = useTranslations("quality");
  const words = useFactWords();
  const known: FactField | undefined = FACT_FIELDS.find((one) => one === field);
  const facts = readingShape.parse({ [field]: value });
  const source = { facts, annualUsd: null, deadline: null, skillLabel: (id: string) => id };
  return (known && words[known](source)) || valueWords(value) || t("noValue");
}
