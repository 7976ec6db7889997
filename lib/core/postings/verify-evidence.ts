/** Words that a model says stand in a page; null where it says that the page is silent. */
export type Quotes<F extends string> = Readonly<Record<F, string | null>>;

export type Evidence<F extends string> = {
  /** The quotes that do stand in the page, as the page writes them, white space folded. */
  kept: Partial<Record<F, string>>;
  /** Fields whose quotes do not. */
  dropped: F[];
};

/** A text with every run of white space as one blank. */
export function foldSpace(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

/** Whether words stand in a text as words, not as a part of longer ones. */
function stands(quote: string, page: string): boolean {
  const isPartOf = (edge: string, neighbour: string) => /[\p{L}\p{N}]/u.test(edge) && /[\p{L}\p{N}]/u.test(neighbour);
  for (let at = page.indexOf(quote); at >= 0; at = page.indexOf(quote, at + 1)) {
    const end = at + quote.length;
    const before = isPartOf(quote.charAt(0), page.charAt(at - 1));
    if (!before && !isPartOf(quote.charAt(quote.length - 1), page.charAt(end))) return true;
  }
  return false;
}

/** Keeps the quotes that stand word for word in the page's text after white space is folded; everything else is dropped by name. */
export function verifyEvidence<F extends string>(
  pageText: string,
  quotes: Quotes<F>,
  fields: readonly F[],
): Evidence<F> {
  const page = foldSpace(pageText);
  const evidence: Evidence<F> = { kept: {}, dropped: [] };
  for (const field of fields) {
    const quote = foldSpace(quotes[field] ?? "");
    if (quote === "") continue;
    if (stands(quote, page)) evidence.kept[field] = quote;
    else evidence.dropped.push(field);
  }
  return evidence;
}

/** White space of any length between the words of a quote; every other character is taken as it is. */
function patternOf(quote: string): RegExp {
  const words = foldSpace(quote)
    .split(" ")
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(words.join("\\s+"), "g");
}

/**
 * The passage of a page's text from where one quote begins to where the other ends, with its line breaks; null where they do not
 * stand in the page in this order, or where the passage is shorter than `minLength`.
 */
export function passageBetween(pageText: string, first: string, last: string, minLength: number): string | null {
  if (foldSpace(first) === "" || foldSpace(last) === "") return null;
  const text = pageText.normalize("NFC");
  const start = patternOf(first).exec(text)?.index;
  if (start === undefined) return null;
  const closing = patternOf(last);
  closing.lastIndex = start;
  const end = closing.exec(text);
  const passage = end === null ? "" : text.slice(start, end.index + end[0].length).trim();
  return passage.length < minLength ? null : passage;
}
