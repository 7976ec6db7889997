/** A block is read up to this size; a longer one is not an advert. */
const MAX_CHARS = 4_000_000;

function isControl(char: string): boolean {
  return char < " ";
}

const ESCAPES: Record<string, string> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** What a backslash and the character after it stand for; one that JSON gives no meaning is a backslash in the text. */
function repairEscape(next: string): string {
  if (next === "'") return "'";
  if (isControl(next)) return ESCAPES[next] ?? "";
  return /["\\/bfnrtu]/.test(next) ? `\\${next}` : `\\\\${next}`;
}

/** Whether the comma at `index` is followed by nothing but white space and a closing bracket. */
function isTrailingComma(text: string, index: number): boolean {
  let next = index + 1;
  while (/\s/.test(text[next] ?? "x")) next += 1;
  return text[next] === "}" || text[next] === "]";
}

/** Undoes what templates do to JSON: raw control characters and escapes of no meaning inside strings, `\'`, trailing commas. Everything else stays as it is. */
export function repairJson(text: string): string {
  let out = "";
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index] ?? "";
    if (inString && char === "\\") {
      const next = text[index + 1] ?? "";
      out += repairEscape(next);
      index += 1;
    } else if (char === '"') {
      inString = !inString;
      out += char;
    } else if (inString && isControl(char)) out += ESCAPES[char] ?? "";
    else if (!inString && char === "," && isTrailingComma(text, index)) continue;
    else out += char;
  }
  return out;
}

function unwrap(text: string): string {
  return text
    .replace(/^\uFEFF/, "")
    .replace(/^\s*(?:\/\/\s*)?(?:<!--|<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)/, "")
    .replace(/(?:\/\/\s*)?(?:-->|\]\]>|\/\*\s*\]\]>\s*\*\/)\s*$/, "")
    .trim()
    .replace(/;$/, "");
}

function tryParse(text: string): { value: unknown } | null {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch {
    return null;
  }
}

export type JsonReading = { kind: "ok"; value: unknown; repaired: boolean } | { kind: "broken"; reason: string };

/** Parses a JSON block strictly, then once more after the safe repairs. Truncated or otherwise damaged blocks stay broken. */
export function parseLenientJson(text: string): JsonReading {
  if (text.length > MAX_CHARS) return { kind: "broken", reason: "the structured data is too long" };
  const plain = unwrap(text);
  const strict = tryParse(plain);
  if (strict !== null) return { kind: "ok", value: strict.value, repaired: false };
  const candidates = [
    plain,
    ...(plain.includes("&quot;") && !plain.includes('"') ? [plain.replace(/&quot;/g, '"').replace(/&amp;/g, "&")] : []),
  ];
  for (const candidate of candidates) {
    const repaired = tryParse(repairJson(candidate));
    if (repaired !== null) return { kind: "ok", value: repaired.value, repaired: true };
  }
  return { kind: "broken", reason: "the structured data is not valid JSON" };
}
