import type { Passage } from "./scanned-text";

/** Words a shingle has: three keep order and phrase, and one changed word costs three of hundreds. */
const SHINGLE_WORDS = 3;
/** More shingles are not kept; of a longer text those with the least hashes stand for all. */
export const MAX_SHINGLES = 1024;
/** Words of a text that are read; adverts end long before. */
const MAX_WORDS = 20_000;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Spreads the bits of a hash so that its low and its high ones can be used apart (finaliser of MurmurHash3). */
export function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function isWordUnit(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  // Punctuation, symbols and surrogates (nearly all emojis) part words.
  return !(
    (code >= 0x2000 && code <= 0x2bff) ||
    (code >= 0x3000 && code <= 0x303f) ||
    (code >= 0xd800 && code <= 0xf8ff)
  );
}

const LETTER = 1;
const DIGIT = 2;
/** What each UTF-16 unit is in a word: 0 parts words. A table, since every unit of every advert is looked up. */
const UNIT_KINDS = Uint8Array.from({ length: 0x10000 }, (_, code) => {
  if (code >= 48 && code <= 57) return DIGIT;
  return isWordUnit(code) ? LETTER : 0;
});

/** "+" and "#" end a word ("c++", "c#") and begin none: boards write "+" for a bullet. */
function isSuffix(code: number): boolean {
  return code === 43 || code === 35;
}

/** 32-bit hash of one folded word, as `wordHashes` makes it. */
export function wordHash(word: string): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), FNV_PRIME);
  return hash >>> 0;
}

/** Codes that a board or a mailing tool puts into each copy: long, letters and digits mixed. */
function isNoise(letters: number, digits: number): boolean {
  return letters + digits >= 8 && letters > 0 && digits > 0;
}

const NO_WORDS: ReadonlySet<number> = new Set();
const buffer = new Uint32Array(MAX_WORDS);

/**
 * Hashes of the words of a folded text's passages, in order; no word goes on from one to the next. Words whose hash is in `left` and
 * codes of no meaning are passed over.
 */
export function wordHashes(passages: readonly Passage[], left: ReadonlySet<number> = NO_WORDS): Uint32Array {
  let filter = 0;
  // A bit for each: most words are in no such set, and asking the set is slow.
  for (const word of left) filter |= 1 << (word & 31);
  let count = 0;
  for (const { text, from, to } of passages) {
    let hash = FNV_OFFSET;
    let [letters, digits] = [0, 0];
    for (let at = from; at <= to && count < MAX_WORDS; at += 1) {
      const code = at < to ? text.charCodeAt(at) : 32;
      const kind = UNIT_KINDS[code];
      if (kind === LETTER || kind === DIGIT || (letters > 0 && isSuffix(code))) {
        hash = Math.imul(hash ^ code, FNV_PRIME);
        if (kind === DIGIT) digits += 1;
        else letters += 1;
      } else if (letters + digits > 0) {
        const word = hash >>> 0;
        const isLeft = ((filter >>> (word & 31)) & 1) === 1 && left.has(word);
        if (!isLeft && !isNoise(letters, digits)) buffer[count++] = word;
        hash = FNV_OFFSET;
        letters = 0;
        digits = 0;
      }
    }
  }
  return buffer.slice(0, count);
}

export type Shingles = { shingles: Uint32Array; sampled: number };

/** The distinct hashes of all runs of three words, sorted; of a text with fewer words, the words. */
export function shinglesOf(words: ArrayLike<number>): Shingles {
  const count = words.length < SHINGLE_WORDS ? words.length : words.length - SHINGLE_WORDS + 1;
  const hashes = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) {
    const pair = mix(Math.imul(words[at] ?? 0, 31) + (words[at + 1] ?? 0));
    hashes[at] = mix(Math.imul(pair, 31) + (words[at + 2] ?? 0));
  }
  hashes.sort();
  let kept = 0;
  for (let at = 0; at < count; at += 1) {
    const hash = hashes[at] ?? 0;
    if (at === 0 || hash !== hashes[at - 1]) hashes[kept++] = hash;
  }
  const shown = Math.min(kept, MAX_SHINGLES);
  return { shingles: hashes.slice(0, shown), sampled: kept === 0 ? 1 : shown / kept };
}

/** How alike two texts are; `differing` shingles are in one only. Exact where neither text is sampled, else estimates from the hashes that both cover. */
export type Overlap = { similarity: number; containment: number; differing: number };

/** The highest hash up to which a sample is complete. */
function horizon({ shingles, sampled }: Shingles): number {
  return sampled === 1 ? 0xffffffff : (shingles.at(-1) ?? 0);
}

/** How many of the sorted hashes are within a limit. */
function countWithin(shingles: Uint32Array, limit: number): number {
  let count = shingles.length;
  if (limit === 0xffffffff) return count;
  while (count > 0 && (shingles[count - 1] ?? 0) > limit) count -= 1;
  return count;
}

/** Jaccard similarity of two sets of shingles, and the part of the smaller one that the other has. Two empty texts share nothing. */
export function overlapOf(a: Shingles, b: Shingles): Overlap {
  const limit = Math.min(horizon(a), horizon(b));
  const [left, right] = [a.shingles, b.shingles];
  const [sizeA, sizeB] = [countWithin(left, limit), countWithin(right, limit)];
  let [at, to, shared] = [0, 0, 0];
  while (at < sizeA && to < sizeB) {
    const [x, y] = [left[at] ?? 0, right[to] ?? 0];
    if (x === y) shared += 1;
    if (x <= y) at += 1;
    if (y <= x) to += 1;
  }
  const all = sizeA + sizeB - shared;
  const differing = Math.round((all - shared) / Math.min(a.sampled, b.sampled));
  if (all === 0 || Math.min(sizeA, sizeB) === 0) return { similarity: 0, containment: 0, differing };
  return { similarity: shared / all, containment: shared / Math.min(sizeA, sizeB), differing };
}
