import type { OccupationFinder, TitleEntry } from "./occupation-finder";
import type { TitleWord } from "./title-words";

/** An occupation's title found in a posting's, with the words that it covers. */
export type TitleMatch = { entry: TitleEntry; score: number; start: number; end: number };

/** Words of rank and help: "assistant to the sales manager" is no sales manager. */
const RANKS = new Set(
  "asistent auxiliar gerent director jefe encargad responsabl supervisor coordinador secretari subgerent administrativ manager assistant coordinator supervisor director administrator secretary head".split(
    " ",
  ),
);
/** Words behind the head of an English title. */
const TRAILING = new Set(
  "intern internship lead remote apprentice apprenticeship opportunity usa uk job jobs role position summer trainee graduate hybrid full part time temporary level entry".split(
    " ",
  ),
);
const WEAK_SCORE = 0.4;
const IN_ORDER = 0.6;
const AT_HEAD = 0.5;
const RANK_LOST = 1.8;
const LATER_PART = 0.4;
const ACROSS_PARTS = 1.1;

/** The words of each part that its job stands at: the first in Spanish, the last in English. */
type Heads = { first: ReadonlySet<number>; last: ReadonlySet<number>; rank: string | null; tail: string | null };

function headsOf(words: readonly TitleWord[]): Heads {
  const first = new Set<number>();
  const last = new Set<number>();
  words.forEach((word, at) => {
    if (words[at - 1]?.segment !== word.segment) first.add(at);
    if (words[at + 1]?.segment === word.segment) return;
    let end = at;
    while (TRAILING.has(words[end]?.stem ?? "") && words[end - 1]?.segment === word.segment) end -= 1;
    last.add(end);
  });
  const firstLast = Math.min(...last);
  return { first, last, rank: words[0]?.stem ?? null, tail: words[firstLast]?.stem ?? null };
}

function fits(entry: TitleEntry, placeOf: ReadonlyMap<string, number>): boolean {
  for (const stem of entry.stems) if (!placeOf.has(stem)) return false;
  return true;
}

/** More than this no entry can score; most are passed over by it before their words are looked at. */
function bound(entry: TitleEntry): number {
  return (entry.isWeak ? WEAK_SCORE : entry.stems.length) + IN_ORDER + AT_HEAD;
}

function losesRank(entry: TitleEntry, { rank, tail }: Heads): boolean {
  const lost = (stem: string | null) => stem !== null && RANKS.has(stem) && !entry.stems.includes(stem);
  return lost(rank) || lost(tail);
}

function scoreOf(entry: TitleEntry, places: readonly number[], words: readonly TitleWord[], heads: Heads): number {
  const segments = places.map((place) => words[place]?.segment ?? 0);
  const isOnePart = segments.every((segment) => segment === segments[0]);
  const isInOrder = isOnePart && places.every((place, at) => at === 0 || place === (places[at - 1] ?? 0) + 1);
  const isAtHead = places.some((place) => (entry.isSpanish ? heads.first : heads.last).has(place));
  return (
    (entry.isWeak ? WEAK_SCORE : entry.stems.length) +
    (isInOrder && places.length > 1 ? IN_ORDER : 0) +
    (isAtHead ? AT_HEAD : 0) -
    (!entry.isWeak && losesRank(entry, heads) ? RANK_LOST : 0) -
    LATER_PART * Math.min(2, Math.min(...segments)) -
    (isOnePart ? 0 : ACROSS_PARTS)
  );
}

function isBetter(one: TitleMatch, other: TitleMatch | null): boolean {
  if (other === null || one.score !== other.score) return other === null || one.score > other.score;
  if (one.start !== other.start) return one.start < other.start;
  return one.entry.occupation.id < other.entry.occupation.id;
}

/**
 * The occupation's title that fits a posting's words best: more words before fewer, together before apart, at the head of the title before
 * elsewhere, in its first part before later ones; null where none fits.
 */
export function bestTitle(finder: OccupationFinder, words: readonly TitleWord[]): TitleMatch | null {
  const placeOf = new Map<string, number>();
  words.forEach((word, at) => {
    if (!placeOf.has(word.stem)) placeOf.set(word.stem, at);
  });
  const heads = headsOf(words);
  let best: TitleMatch | null = null;
  for (const stem of placeOf.keys())
    for (const entry of finder.byStem.get(stem) ?? []) {
      if ((best !== null && bound(entry) < best.score) || !fits(entry, placeOf)) continue;
      const places = entry.stems.map((one) => placeOf.get(one) ?? 0);
      const score = scoreOf(entry, places, words, heads);
      const start = words[Math.min(...places)]?.start ?? 0;
      const end = words[Math.max(...places)]?.end ?? start;
      const match = { entry, score, start, end };
      if (isBetter(match, best)) best = match;
    }
  return best;
}
