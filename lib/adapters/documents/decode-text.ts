const UTF16_SAMPLE = 4096;

/** Share of the bytes at even or odd positions that are zero, in a sample from the start. */
function zeroShare(bytes: Uint8Array, offset: 0 | 1): number {
  const sample = bytes.subarray(0, UTF16_SAMPLE);
  let zeros = 0;
  for (let at = offset; at < sample.length; at += 2) if (sample[at] === 0) zeros += 1;
  return zeros / Math.max(1, Math.floor(sample.length / 2));
}

function utf16Label(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const even = zeroShare(bytes, 0);
  const odd = zeroShare(bytes, 1);
  if (odd > 0.4 && even < 0.05) return "utf-16le";
  if (even > 0.4 && odd < 0.05) return "utf-16be";
  return null;
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Control characters that no text file has; tab, line ends, form feed and escape are left out. */
function isBinary(text: string): boolean {
  let controls = 0;
  for (const char of text.slice(0, 65_536)) {
    const code = char.charCodeAt(0);
    if (code === 0) return true;
    if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) controls += 1;
  }
  return controls > Math.min(text.length, 65_536) * 0.01;
}

/** The text of a file in UTF-8, UTF-16 or Windows-1252 (a superset of Latin-1), without its byte order mark; null where the bytes are not text. */
export function decodeText(bytes: Uint8Array): string | null {
  const wide = utf16Label(bytes);
  const text = wide
    ? new TextDecoder(wide).decode(bytes)
    : (decodeUtf8(bytes) ?? new TextDecoder("windows-1252").decode(bytes));
  return isBinary(text) ? null : text;
}
