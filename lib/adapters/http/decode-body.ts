/** How many bytes of a page are searched for a charset declaration; HTML asks for it in the first 1,024. */
const META_WINDOW_BYTES = 4096;

export type DecodedBody = { text: string; charset: string };

function knownCharset(label: string | undefined): string | null {
  if (label === undefined) return null;
  try {
    return new TextDecoder(label.trim().toLowerCase()).encoding;
  } catch {
    return null;
  }
}

/** The charset that a Content-Type header names, in the WHATWG spelling; null where it names none that is known. */
export function charsetOf(contentType: string | null): string | null {
  return knownCharset(/charset\s*=\s*["']?([^\s"';,]+)/i.exec(contentType ?? "")?.[1]);
}

function charsetOfBom(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

function charsetOfDocument(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, META_WINDOW_BYTES));
  const declared =
    /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"']+)/i.exec(head)?.[1];
  const charset = knownCharset(declared);
  // A page that says UTF-16 in ASCII letters is not UTF-16; HTML reads it as UTF-8.
  return charset?.startsWith("utf-16") ? "utf-8" : charset;
}

/** What windows-1252 has at 0x80–0x9F; Node 20's decoder leaves these bytes as control characters. */
const WINDOWS_1252_UPPER = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function decodeAs(bytes: Uint8Array, charset: string): string {
  const text = new TextDecoder(charset).decode(bytes);
  if (charset !== "windows-1252") return text;
  return text.replace(/[\u0080-\u009f]/g, (char) => WINDOWS_1252_UPPER[char.charCodeAt(0) - 0x80] ?? char);
}

function decodeStrictly(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * A body as text: byte order mark, else header, else the document's own declaration, else UTF-8, else windows-1252. A declared
 * UTF-8 that is not valid UTF-8 is kept with replacement characters only when windows-1252 was not the likelier truth.
 */
export function decodeBody(bytes: Uint8Array, contentType: string | null): DecodedBody {
  const bom = charsetOfBom(bytes);
  if (bom !== null) return { text: new TextDecoder(bom).decode(bytes), charset: bom };
  const declared = charsetOf(contentType) ?? charsetOfDocument(bytes);
  const utf8 = decodeStrictly(bytes, "utf-8");
  // Valid UTF-8 with letters beyond ASCII is practically never anything else, whatever a header claims.
  if (utf8 !== null && (declared === null || declared === "utf-8" || hasNonAscii(bytes))) {
    return { text: utf8, charset: "utf-8" };
  }
  if (declared !== null && declared !== "utf-8") return { text: decodeAs(bytes, declared), charset: declared };
  if (declared === "utf-8" && isMostlyUtf8(bytes))
    return { text: new TextDecoder("utf-8").decode(bytes), charset: "utf-8" };
  return { text: decodeAs(bytes, "windows-1252"), charset: "windows-1252" };
}

function hasNonAscii(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte >= 0x80);
}

/** A single damaged sequence in a long UTF-8 page must not turn all its accents into mojibake. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(bytes);
  let replaced = 0;
  let beyondAscii = 0;
  for (const char of text) {
    if (char === "\uFFFD") replaced += 1;
    else if (char > "\u007F") beyondAscii += 1;
  }
  return replaced <= beyondAscii;
}
