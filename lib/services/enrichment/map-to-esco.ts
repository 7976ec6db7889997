import { escoQuestion } from "@/lib/adapters/llm/esco-prompt";
import type { EscoLinker } from "@/lib/core/esco/create-esco-linker";
import type { LinkLang } from "@/lib/core/esco/esco-types";
import { linkPhrase } from "@/lib/core/esco/link-phrase";
import type { ModelTalk } from "./model-talk";

/** Concepts that a model chooses from. */
const CHOICES = 5;
/** Phrases of one posting that are mapped. */
const MOST_PHRASES = 8;

export type EscoMapping = { uri: string; label: string };
export type PhraseToMap = { phrase: string; lang: LinkLang };

/** What the model chose; undefined where it is no number of the list. */
function chosen<T>(choices: readonly T[], choice: string | null): T | null | undefined {
  if (choice === null) return null;
  return /^\d{1,2}$/u.test(choice) ? choices[Number(choice) - 1] : undefined;
}

/**
 * The ESCO concepts of some phrases, in their order: one whose label the phrase is, else the one that a model chooses from those whose labels have its
 * words; null where it chooses none, and for phrases beyond the eighth. `dropped`: choices that were not on the list.
 */
export async function mapToEsco(
  talk: ModelTalk,
  linker: EscoLinker,
  phrases: readonly PhraseToMap[],
): Promise<{ mapped: (EscoMapping | null)[]; dropped: number }> {
  const mapped: (EscoMapping | null)[] = [];
  let dropped = 0;
  for (const [at, { phrase, lang }] of phrases.entries()) {
    const links = at < MOST_PHRASES ? linkPhrase(linker, phrase, lang, { take: CHOICES }) : [];
    const [first] = links;
    if (first === undefined || first.method === "label") {
      mapped.push(first === undefined ? null : { uri: first.uri, label: first.label });
      continue;
    }
    const answer = await talk.ask(
      escoQuestion(
        phrase,
        links.map(({ label }) => label),
      ),
    );
    const link = answer === null ? null : chosen(links, answer.choice);
    if (link === undefined) dropped += 1;
    mapped.push(link ? { uri: link.uri, label: link.label } : null);
  }
  return { mapped, dropped };
}
