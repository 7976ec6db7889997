/** A half-open range of UTF-16 code units `[start, end)` into one stored text. */
export type Span = { start: number; end: number };

/** A span together with the words it covers, for showing without the text at hand. */
export type QuotedSpan = Span & { text: string };
