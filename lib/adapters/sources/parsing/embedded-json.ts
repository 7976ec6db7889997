/** Where the JSON value that opens at `start` ends; -1 where it breaks off. One pass, no recursion. */
function endOfValue(text: string, start: number): number {
  let depth = 0;
  let inString = false;
  for (let index = start; index < text.length; index += 1) {
    const char = text[index];
    if (inString) {
      if (char === "\\") index += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === "{" || char === "[") depth += 1;
    else if (char === "}" || char === "]") {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return -1;
}

/** The JSON object that a page's script assigns right after `marker`; undefined where there is none that can be read. */
export function embeddedJson(html: string, marker: string): unknown {
  const at = html.indexOf(marker);
  const start = at < 0 ? -1 : html.indexOf("{", at + marker.length);
  if (start < 0 || !/^[\s=(:]*$/.test(html.slice(at + marker.length, start))) return undefined;
  const end = endOfValue(html, start);
  if (end < 0) return undefined;
  try {
    const value: unknown = JSON.parse(html.slice(start, end));
    return value;
  } catch {
    return undefined;
  }
}
