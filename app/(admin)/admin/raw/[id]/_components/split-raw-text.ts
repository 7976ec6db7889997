/** More lines than these make a page slow and help nobody. */
const MOST_LINES = 5_000;

/** Characters that turn the direction of what follows, and so could show a line otherwise than it is. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/gu;

/** A text in lines, at most 5,000; what would turn their direction is shown as a mark. */
export function splitRawText(text: string): { lines: string[]; cut: boolean } {
  const lines = text.split(/\r\n|\r|\n/, MOST_LINES + 1);
  const shown = lines.slice(0, MOST_LINES).map((line) => line.replace(DIRECTION, "\uFFFD"));
  return { lines: shown, cut: lines.length > MOST_LINES };
}
