import { toCanonicalText } from "@/lib/core/postings/to-canonical-text";
import { demoHistory } from "../quality/demo-adverts";

export type SampleText = { title: string; text: string; lang: "es" | "en" };

/** Texts of the demo board, both languages, every version of every advert up to a number. */
export function sampleTexts(count: number): SampleText[] {
  const all = demoHistory().adverts.flatMap(({ title, lang, versions }) =>
    versions.map(({ body }) => ({ title, lang, text: toCanonicalText(body, "text").text })),
  );
  return all.slice(0, count);
}
