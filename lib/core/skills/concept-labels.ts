import type { Concept } from "./skill-types";

/** The name of a concept in each language: its first label there, or in the other language where it has none there. */
export function conceptLabels({ id, en, es }: Concept): { en: string; es: string } {
  const label = en[0] ?? es[0] ?? id;
  return { en: label, es: es[0] ?? label };
}
