import { foldLabel } from "@/lib/core/kernel/fold";

/** One name between separators. */
export type LocationPart = {
  words: string;
  /** True of letters that stand as a code does: in capitals. */
  isCapitals: boolean;
};

/** Places that stand beside each other; each is a chain of parts, usually from the narrow to the wide. */
export type SplitLocation = { alternatives: LocationPart[][] };

const MAX_CHARS = 300;
const MAX_ALTERNATIVES = 12;
const MAX_PARTS = 8;

/** How and where in general the work is done, how many places there are: no part of a name. On folded words. */
const NO_PLACE =
  /(?<![a-z])(?:100 ?%|fully|full|remote(?:ly)?(?: ?-? ?(?:first|friendly|only|ok|based|work|job))?|remot[oa]s?|hybrid|hibrid[oa]s?|on ?-? ?site|onsite|in ?-? ?office|in person|presencial|semi ?presencial|teletrabajo|tele ?work|telecommute|home ?-? ?office|home ?-? ?based|work(?:ing)? from home|wfh|desde casa|trabajo|work|anywhere(?: in)?|flexible|only|based|eligible|within|multiple (?:locations|cities|sites)|various(?: locations)?|varias (?:ubicaciones|ciudades|zonas)|multiples ubicaciones|diferentes ubicaciones|\+? ?\d{1,3} (?:more|locations?|ubicaciones|lugares|mas)(?: locations?)?|\d{1,2} days? (?:a|per) week|or|o|and|y|in|en|the)(?![a-z])/g;
/** What stands around a name of a place without changing which one it is. */
const AROUND =
  /^(?:greater|gran area metropolitana de|area metropolitana de(?:l)?|zona metropolitana de(?:l)?|metro|downtown|centro de|city of|ciudad de|town of|provincia de(?:l)?|departamento de(?:l)?|region de(?:l)?|municipio de|partido de|localidad de|estado de|comuna de|canton de|distrito de|near|cerca de|alrededores de|zona|state of|province of|county of|co)\s+(?=\S)|\s+(?:metropolitan area|metropolitan region|metroplex|metro area|metro|area|y alrededores|and surrounding areas?|and surroundings|surrounding areas?|region|province|department|city centre|city center|centro|capital|ciudad|provincia|interior|greater|\(.*\))$/;
const POSTCODES =
  /(?<![\p{L}\p{N}])(?:[A-Z]{1,2}\d[A-Z\d]?(?: ?\d[A-Z]{2})?|[A-Z]?\d{4,6}(?:-\d{3,4})?[A-Z]{0,3}|C\.?P\.? ?\d{4,5})(?![\p{L}\p{N}])/gu;
/** "(Financial District area)": a quarter of the city before it. */
const QUARTER = /\([^()]{1,60} area\)/gi;
const BETWEEN_PLACES = /\s*[;|•·\n\r\t]\s*|\s+\/\s+|\s\+\s/;
const BETWEEN_PARTS = /\s*[,:()[\]]\s*|\s+-+\s+|(?<=\p{L})\s*[–—]\s*(?=\p{L})/u;
const JOINED = /\s+(?:or|and|o|y|u|&)\s+|\s*\/\s*/i;

/** One of these stands wherever words are parted: most names that a text mentions have none. */
const MAY_PART = /[;|•·\n\r\t/+,:()[\]–—]|\s-|\s(?:or|and|o|y|u|&)\s/i;

function cut(words: string, separator: RegExp): string[] {
  return words
    .split(separator)
    .map((word) => word.trim())
    .filter(Boolean);
}

/** A part without what is said around a name; null where nothing is left. Letters are given as written. */
function toPart(words: string): LocationPart | null {
  const plain = words.replace(POSTCODES, " ").replace(/\s+/g, " ").trim();
  return /\p{L}/u.test(plain) ? { words: plain, isCapitals: /^\p{Lu}[\p{Lu}.]+$/u.test(plain) } : null;
}

/** The name inside words such as "Greater Boston Area" or "Remote US"; the words themselves where nothing stands around it. */
export function withoutSurroundings(words: string): string[] {
  const folded = foldLabel(words);
  const tries: string[] = [];
  const add = (word: string) => {
    const plain = word.replace(/\s+/g, " ").replace(/^[\s,.-]+|[\s,-]+$/g, "");
    if (plain !== "" && plain !== folded && !tries.includes(plain)) tries.push(plain);
  };
  add(folded.replace(AROUND, ""));
  add(folded.replace(AROUND, "").replace(AROUND, ""));
  const bare = folded.replace(NO_PLACE, " ").replace(/\s+/g, " ").trim();
  add(bare);
  add(bare.replace(AROUND, "").replace(AROUND, ""));
  return tries;
}

/** True where words say only how the work is done ("Remote", "Híbrido", "3 locations"), so that they name no place. */
export function namesNoPlace(words: string): boolean {
  return !/[a-z]/.test(foldLabel(words).replace(NO_PLACE, " "));
}

/**
 * Takes apart what a board gives as the place of a job. `isName` says whether words are a name as they stand, so that "Castilla y León" and
 * "Alicante/Alacant" stay whole.
 */
export function splitLocation(location: string, isName: (words: string) => boolean): SplitLocation {
  const words = location.slice(0, MAX_CHARS).normalize("NFC").replace(QUARTER, " ");
  if (!MAY_PART.test(words)) {
    const only = toPart(words);
    return { alternatives: only === null ? [] : [[only]] };
  }
  const open = (part: string): string[] => {
    if (isName(part) || !JOINED.test(part)) return [part];
    return cut(part, JOINED);
  };
  const alternatives: LocationPart[][] = [];
  for (const place of cut(words, BETWEEN_PLACES)) {
    let chain: LocationPart[] = [];
    for (const part of isName(place) ? [place] : cut(place, BETWEEN_PARTS)) {
      const pieces = open(part).flatMap((piece) => toPart(piece) ?? []);
      for (const [index, piece] of pieces.entries()) {
        if (index > 0) {
          alternatives.push(chain);
          chain = [];
        }
        chain.push(piece);
      }
    }
    alternatives.push(chain);
  }
  return {
    alternatives: alternatives
      .filter((chain) => chain.length > 0)
      .slice(0, MAX_ALTERNATIVES)
      .map((chain) => chain.slice(0, MAX_PARTS)),
  };
}
