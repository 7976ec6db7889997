/** The label of a skill in the reader's language. */
export function labelIn(labels: { en: string; es: string }, locale: string): string {
  return locale === "es" ? labels.es : labels.en;
}
