const ASCII = 0x80;
const [FIRST_LETTER, LAST_LETTER, FIRST_DIGIT, LAST_DIGIT, FIRST_CAPITAL, LAST_CAPITAL] = [97, 122, 48, 57, 65, 90];
const LETTER = /\p{L}/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

function isAsciiLetter(unit: number): boolean {
  return (unit >= FIRST_LETTER && unit <= LAST_LETTER) || (unit >= FIRST_CAPITAL && unit <= LAST_CAPITAL);
}

/** True where a letter of any script stands at an offset of a text; patterns are asked only about signs that are not ASCII. */
export function isLetterAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit < ASCII ? isAsciiLetter(unit) : LETTER.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

/** True where a letter or a digit of any script stands there; halves of pairs are neither. */
export function isLetterOrDigitAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < ASCII) return isAsciiLetter(unit) || (unit >= FIRST_DIGIT && unit <= LAST_DIGIT);
  return LETTER_OR_DIGIT.test(text.charAt(at));
}
