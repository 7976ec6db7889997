/** What a composed title says. */
export type TitleParts = { title: string; company: string | null; place: string | null };

const PART = /\{(title|company|place)\}/g;
const CLOSING = /[)\]]$/;

/** Dashes and bars part titles alike; the folded text keeps its length, so that positions hold. */
function fold(text: string): string {
  return text.replace(/\s[-–—|·•]\s/g, " – ").toLowerCase();
}

function tokensOf(pattern: string): string[] {
  return pattern.split(/(\{(?:title|company|place)\})/).filter((token) => token !== "");
}

/** Whether a text is a pattern: `{title}`, at most once each `{company}` and `{place}`, and text between them. */
export function isTitlePattern(pattern: string): boolean {
  const names = [...pattern.matchAll(PART)].map((match) => match[1] ?? "");
  const isParted = !/\}\s*\{/.test(pattern);
  return isParted && names.includes("title") && names.length > 1 && new Set(names).size === names.length;
}

/** The pieces of a title between the pattern's literals; what stands after `{title}` is looked for from the end. */
function piecesOf(title: string, tokens: readonly string[]): Map<string, string> | null {
  const folded = fold(title);
  const at = tokens.indexOf("{title}");
  const pieces = new Map<string, string>();
  let start = 0;
  for (let index = 0; index < at; index += 2) {
    const literal = fold(tokens[index + 1] ?? "");
    const found = folded.indexOf(literal, start);
    if (found < 0 || literal === "") return null;
    pieces.set(tokens[index] ?? "", title.slice(start, found));
    start = found + literal.length;
  }
  let end = title.length;
  for (let index = tokens.length - 1; index > at; index -= 1) {
    const token = tokens[index] ?? "";
    if (!token.startsWith("{")) {
      if (!folded.slice(0, end).endsWith(fold(token))) return null;
      end -= token.length;
      continue;
    }
    const literal = fold(tokens[index - 1] ?? "");
    const found = folded.lastIndexOf(literal, end - literal.length);
    if (found < start || literal === "") return null;
    pieces.set(token, title.slice(found + literal.length, end));
    end = found;
    index -= 1;
  }
  return pieces.set("{title}", title.slice(start, end));
}

/**
 * Takes a composed title apart by a pattern such as `{title} at {company}`. Null where it does not fit or a part would be empty.
 * Literals before `{title}` are found from the left, those after it from the right.
 */
export function splitTitle(title: string, pattern: string): TitleParts | null {
  const tokens = tokensOf(pattern);
  const isLeading = tokens[0]?.startsWith("{") === true;
  const pieces = isLeading ? piecesOf(title, tokens) : null;
  if (pieces === null) return null;
  const trimmed = [...pieces].map(([name, text]): [string, string] => [name, text.trim()]);
  if (trimmed.some(([, text]) => text === "")) return null;
  const parts = new Map(trimmed);
  return {
    title: parts.get("{title}") ?? title,
    company: parts.get("{company}") ?? null,
    place: parts.get("{place}") ?? null,
  };
}

/** The title without the company that stands at its beginning or end. */
export function withoutCompany(title: string, company: string): string {
  const folded = fold(title);
  const name = company.toLowerCase();
  for (const joint of [": ", " – "]) {
    if (folded.startsWith(name + joint)) return title.slice(name.length + joint.length).trim();
  }
  for (const joint of [" at ", " @ ", " – ", " en ", " ("]) {
    const tail = joint + name;
    const found = folded.endsWith(tail) ? title.length - tail.length : -1;
    if (found > 0) return title.slice(0, found).trim();
    const bracketed = CLOSING.test(title) && joint === " (" && folded.endsWith(`${tail})`);
    if (bracketed) return title.slice(0, title.length - tail.length - 1).trim();
  }
  return title;
}
