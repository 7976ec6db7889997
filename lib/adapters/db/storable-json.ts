/** NUL and half a surrogate pair, as `JSON.stringify` writes them: PostgreSQL keeps neither, in text as in JSON. */
const UNSTORABLE = /\\u(?:0000|d[89a-f])/;
/** The same behind a backslash of its own; any other escape is passed over whole, so that "\\u0000" in letters stays. */
const ESCAPES = /\\(?:u(?<bad>0000|d[89a-f][0-9a-f]{2})|.)/g;

/**
 * A value as JSON that PostgreSQL accepts: what it cannot keep becomes U+FFFD. Pages contain such letters, and cutting a text in the
 * middle of an emoji makes one; a single one of them would refuse a whole batch of rows.
 */
export function storableJson(value: unknown): string {
  const text = JSON.stringify(value);
  if (!UNSTORABLE.test(text)) return text;
  return text.replace(ESCAPES, (escape: string, bad: string | undefined) => (bad === undefined ? escape : "\ufffd"));
}
