const [DIGIT_0, DIGIT_9, LETTER_A, LETTER_Z] = [48, 57, 97, 122];
const SIGNS = 36;
const NO_SIGN = -1;

/** Which first two signs the words that are looked for have: most words of a text are left at a glance. */
export type WordStarts = Uint8Array;

/** 0 … 35 of a digit or a small Latin letter, -1 of anything else. */
function signOf(code: number): number {
  if (code >= LETTER_A && code <= LETTER_Z) return code - LETTER_A;
  if (code >= DIGIT_0 && code <= DIGIT_9) return code - DIGIT_0 + 26;
  return NO_SIGN;
}

/** Words of one sign have slots of their own. */
function slotOf(first: number, second: number): number {
  return second === NO_SIGN ? SIGNS * SIGNS + first : first * SIGNS + second;
}

/** The starts of some folded words. */
export function wordStarts(words: Iterable<string>): WordStarts {
  const starts = new Uint8Array(SIGNS * SIGNS + SIGNS);
  for (const word of words) {
    const [first, second] = [signOf(word.charCodeAt(0)), signOf(word.charCodeAt(1))];
    if (first !== NO_SIGN) starts[slotOf(first, second)] = 1;
  }
  return starts;
}

/** Gives every run of Latin letters and digits of a folded text that begins as one of the words looked for to `visit`, with its offset. */
export function scanWords(folded: string, starts: WordStarts, visit: (word: string, start: number) => void): void {
  for (let at = 0; at < folded.length; at += 1) {
    const first = signOf(folded.charCodeAt(at));
    if (first === NO_SIGN) continue;
    const start = at;
    const second = signOf(folded.charCodeAt(at + 1));
    do at += 1;
    while (at < folded.length && signOf(folded.charCodeAt(at)) !== NO_SIGN);
    if (starts[slotOf(first, second)] === 1) visit(folded.slice(start, at), start);
  }
}
