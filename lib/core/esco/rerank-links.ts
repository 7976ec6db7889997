import type { EscoLink } from "./esco-types";

/** Share of closeness in meaning in the new score; chosen on the house sentences of the labelled set. */
const MEANING_SHARE = 0.5;

/**
 * Links with closeness in meaning taken in, best first: `closeness` is the cosine of the phrase and the concept's label, null where it
 * is not known. A link that overtakes one with better words is told to be found by `meaning`. Links of the taxonomy keep their score.
 */
export function rerankLinks(links: readonly EscoLink[], closeness: (link: EscoLink) => number | null): EscoLink[] {
  const scored = links.map((link, before) => {
    const near = link.method === "taxonomy" ? null : closeness(link);
    if (near === null) return { link, before };
    const score = (1 - MEANING_SHARE) * link.score + MEANING_SHARE * Math.max(0, near);
    return { link: { ...link, score }, before };
  });
  scored.sort((a, b) => b.link.score - a.link.score || a.before - b.before);
  return scored.map(({ link, before }, after) => {
    const overtook = scored.slice(after + 1).some((other) => other.before < before);
    return overtook && link.method !== "taxonomy" ? { ...link, method: "meaning" } : link;
  });
}
