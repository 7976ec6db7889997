/** Words inside names of places that begin small. */
const JOINING = new Set("de del do da la las los el y of and the upon on en le les san".split(" "));
const MAX_WORDS = 9;
const WORD = /[^\s,/&]+|[,/&]/gu;

/**
 * The words at the beginning of a text that can belong to names of places: those that begin with a capital or a numeral, and what joins
 * them. `offset` is where they begin. Ends at the first other word.
 */
export function nameWords(text: string): { words: string; offset: number } {
  let [start, end] = [-1, -1];
  let count = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (start < 0 && /^["'*(:-]+$/.test(word)) continue;
    const isName = /^["'(*]?[\p{Lu}\d]/u.test(word);
    if (!isName && (start < 0 || (!JOINING.has(word) && !/^[,/&-]$/.test(word)))) break;
    if (isName) {
      if (start < 0) start = index + (/^["'(*]/.test(word) ? 1 : 0);
      end = index + word.replace(/["')*:!?]+$/, "").length;
    }
    count += 1;
    if (count >= MAX_WORDS || /[)!?:]$/.test(word)) break;
  }
  return start < 0 ? { words: "", offset: 0 } : { words: text.slice(start, end), offset: start };
}
