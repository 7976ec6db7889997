const ESCAPES: Record<string, string> = { n: "\n", t: "\t", r: "\n", "\\": "\\", "'": "'", '"': '"' };

function unescapePython(body: string): string {
  return body.replace(/\\(x[0-9a-f]{2}|u[0-9a-f]{4}|[^])/gi, (whole, escape: string) =>
    escape.length > 1 ? String.fromCharCode(Number.parseInt(escape.slice(1), 16)) : (ESCAPES[escape] ?? whole),
  );
}

/** The end of the quoted string that begins at `start`; -1 where it never ends. */
function endOfString(text: string, start: number): number {
  const quote = text[start];
  for (let index = start + 1; index < text.length; index += 1) {
    if (text[index] === "\\") index += 1;
    else if (text[index] === quote) return index;
  }
  return -1;
}

/**
 * The lines of a Python list of strings that somebody wrote out with `str()`; null unless the whole text is one such list, so that
 * prose in brackets is left alone.
 */
export function readPythonList(text: string): string[] | null {
  const source = text.trim();
  if (!/^\[\s*['"]/.test(source) || !/['"]\s*\]$/.test(source)) return null;
  const lines: string[] = [];
  let index = 1;
  for (;;) {
    while (/\s/.test(source[index] ?? "")) index += 1;
    if (source[index] !== "'" && source[index] !== '"') return null;
    const end = endOfString(source, index);
    if (end < 0) return null;
    lines.push(unescapePython(source.slice(index + 1, end)));
    index = end + 1;
    while (/\s/.test(source[index] ?? "")) index += 1;
    if (source[index] === "]") return index === source.length - 1 ? lines : null;
    if (source[index] !== ",") return null;
    index += 1;
  }
}
