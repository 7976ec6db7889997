import type { EscoLinker } from "@/lib/core/esco/create-esco-linker";
import type { EscoLink, LinkLang } from "@/lib/core/esco/esco-types";
import { linkPhrase } from "@/lib/core/esco/link-phrase";
import type { OccupationFinder } from "@/lib/core/occupations/occupation-finder";
import { readOccupation } from "@/lib/core/occupations/read-occupation";
import { foldText } from "@/lib/core/kernel/fold";

/** A title is linked by words only where nearly all of it is in a label. */
const SURE = 0.6;

export type TitleLink =
  | { kind: "occupation"; id: string; isco: string; esco: string | null }
  | { kind: "esco"; link: EscoLink };

/**
 * What a title is: an occupation of our own where one fits, else the imported ESCO occupation whose labels have its words; null where
 * neither does, or where no bundle was imported (`linker` null) and ours do not fit.
 */
export function linkTitle(
  finder: OccupationFinder,
  linker: EscoLinker | null,
  title: string,
  lang: LinkLang,
): TitleLink | null {
  const own = readOccupation(finder, { field: "title", text: title, fold: foldText(title) }, null);
  const isWeak = own !== null && own.confidence <= 0.5;
  if (own !== null && !isWeak) return { kind: "occupation", ...withoutLabel(own.value) };
  // A title before a dash or a bracket is the job; places and employers stand behind it.
  const weakWords = isWeak ? own.evidence[0] : undefined;
  const rest = weakWords === undefined ? title : `${title.slice(0, weakWords.start)} ${title.slice(weakWords.end)}`;
  const head = rest.split(/[([|–—]|\s-\s/u)[0] ?? rest;
  const link = linker === null ? undefined : linkPhrase(linker, head, lang, { take: 1 })[0];
  if (link !== undefined && (link.method === "label" || link.score >= SURE)) return { kind: "esco", link };
  return own === null ? null : { kind: "occupation", ...withoutLabel(own.value) };
}

function withoutLabel({ id, isco, esco }: { id: string; isco: string; esco: string | null }) {
  return { id, isco, esco };
}
