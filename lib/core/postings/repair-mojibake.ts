/** What Windows-1252 has at 0x80–0x9f, where Latin-1 has controls; the five unused codes stay themselves. */
const CP1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

const BYTE_OF = new Map<string, number>();
for (let byte = 0x80; byte < 0x100; byte += 1) BYTE_OF.set(String.fromCharCode(byte), byte);
Array.from(CP1252).forEach((sign, index) => BYTE_OF.set(sign, 0x80 + index));

const TAIL = `[\\u0080-\\u00bf${CP1252.replace(/[\u0080-\u009f]/gu, "")}]`;

/** Lead bytes of what adverts contain when read twice: Latin-1 letters and signs, punctuation, emoji. */
const TWICE_READ = new RegExp(`[ÂÃ]${TAIL}|[âï]${TAIL}{2}|ð${TAIL}{3}`, "gu");
const ONLY_CONTROLS = /[\u0080-\u009f]/gu;

function decodeUtf8(sequence: string): string | null {
  const bytes = Array.from(sequence, (sign) => BYTE_OF.get(sign) ?? 0);
  const [lead = 0, ...tail] = bytes;
  const bits = [0, 0x1f, 0x0f, 0x07][tail.length] ?? 0;
  if (tail.some((byte) => (byte & 0xc0) !== 0x80)) return null;
  const code = tail.reduce((sum, byte) => sum * 64 + (byte & 0x3f), lead & bits);
  const smallest = [0, 0x80, 0x800, 0x10000][tail.length] ?? 0;
  const isCharacter = code >= smallest && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : null;
}

/**
 * Undoes UTF-8 that was read as Windows-1252 or Latin-1, once or several times over ("Ã³" → "ó", "â€™" → "’"), and C1
 * controls that were meant as Windows-1252 signs. Only sequences that make no sense as written are touched.
 */
export function repairMojibake(text: string): string {
  if (!/[\u0080-\u009fÂÃâïð]/u.test(text)) return text;
  let repaired = text;
  for (let before = ""; before !== repaired; ) {
    before = repaired;
    repaired = before.replace(TWICE_READ, (sequence) => decodeUtf8(sequence) ?? sequence);
  }
  return repaired.replace(ONLY_CONTROLS, (sign) => CP1252.charAt(sign.charCodeAt(0) - 0x80));
}
