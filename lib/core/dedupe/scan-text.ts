import { foldUnits } from "./fold-units";
import { createAutomaton } from "./literal-automaton";
import { BEFORE_UNIT, FIGURE_CUES } from "./read-figures";
import { CUE, type ScannedLine, SPACES, type ScannedText } from "./scanned-text";
import { STOCK_CUES } from "./strip-boilerplate";
import { mix } from "./text-shingles";

/** Without one of these no text states a level; the search for phrases costs much more. */
const LEVEL_CUES =
  "senior,ssr, sr,junior, jr,trainee,entry level,entry-level,mid level,mid-level,middle,intermedi,practicante,pasantia,becari,internship,recien ".split(
    ",",
  );
const { classes, classCount, next, found } = createAutomaton(
  new Map([...FIGURE_CUES, [CUE.stock, STOCK_CUES], [CUE.level, LEVEL_CUES]]),
);
const NEW_LINE = 10;
const SPACE = 32;

/** Units that count as words where texts are held against each other to the letter: [a-z0-9\u00c0-\uffff]. */
const IS_WORD = Uint8Array.from({ length: 0x10000 }, (_, code) =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code >= 0xc0 ? 1 : 0,
);

const FIRST_SEED = 0x811c9dc5;
const SECOND_SEED = 0x9e3779b9;

/**
 * The words of some units with one space between, hashed: what stands between words makes no other text. Two hashes of 32 bits by
 * unlike multipliers; it only has to bring equal texts together, which are then compared.
 */
function hashWords(units: Uint16Array, length: number): string {
  let [first, second, count] = [FIRST_SEED, SECOND_SEED, 0];
  let isApart = false;
  for (let at = 0; at < length; at += 1) {
    const unit = units[at] ?? 0;
    if (IS_WORD[unit] === 0 || SPACES[unit] === 1) {
      isApart = count > 0;
      continue;
    }
    if (isApart) {
      first = Math.imul(first ^ SPACE, 0x01000193);
      second = Math.imul(second + SPACE, 0x85ebca6b) ^ (second >>> 15);
      isApart = false;
    }
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second + unit, 0x85ebca6b) ^ (second >>> 15);
    count += 1;
  }
  return `${mix(first).toString(36)}.${mix(second).toString(36)}.${count.toString(36)}`;
}

/** Where the unit of years begins of which the last letter but for a plural stands here: "year", "yr", "ano". */
function startOfUnit(units: Uint16Array, last: number): number {
  if (units[last] === 0x6f) return last - 2;
  return units[last - 1] === 0x79 ? last - 1 : last - 3;
}

/** Folds a text as `foldUnits` does and finds its lines, what is in each, and the hash of its words. */
export function scanText(text: string): ScannedText {
  const { units, length, folded } = foldUnits(text);
  const lines: ScannedLine[] = [];
  const years: number[] = [];
  let [state, from, cues, all] = [0, 0, 0, 0];
  let lastNumber = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < length; at += 1) {
    const unit = units[at] ?? 0;
    state = next[state * classCount + (classes[unit] ?? 0)] ?? 0;
    const hit = found[state] ?? 0;
    if (hit !== 0) {
      cues |= hit;
      if ((hit & CUE.number) !== 0) lastNumber = at;
      if ((hit & CUE.year) !== 0) {
        const start = startOfUnit(units, at);
        if (lastNumber >= start - BEFORE_UNIT) years.push(start);
      }
    }
    if (unit === NEW_LINE) {
      lines.push({ from, to: at, cues });
      all |= cues;
      cues = 0;
      from = at + 1;
    }
  }
  lines.push({ from, to: length, cues });
  return { folded, lines, cues: all | cues, years, textHash: hashWords(units, length) };
}
