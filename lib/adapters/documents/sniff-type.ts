import { fileTypeFromBuffer } from "file-type";
import { decodeText } from "./decode-text";

/** What the bytes are: a container that the worker opens, a text that is read here, or something that is named and refused. */
export type SniffedType =
  | { kind: "pdf" }
  | { kind: "zip" }
  | { kind: "text"; type: "txt" | "md" | "html" | "json"; text: string }
  | { kind: "encrypted_office" }
  | { kind: "unsupported"; what: string };

const PDF_HEADER_WINDOW = 1024;
const CFB_MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

/** Microsoft's compound file: an old .doc, or a new document locked with a password. */
function sniffCompoundFile(bytes: Uint8Array): SniffedType {
  const marker = Buffer.from("EncryptedPackage", "utf16le").toString("latin1");
  return latin1(bytes).includes(marker)
    ? { kind: "encrypted_office" }
    : { kind: "unsupported", what: "an old Word document (.doc)" };
}

/** The lower-case extension of a file name, without its dot; empty where there is none. */
export function extensionOf(fileName: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(fileName.trim())?.[1]?.toLowerCase() ?? "";
}

function sniffText(text: string, extension: string): SniffedType {
  const head = text.trimStart().slice(0, 2048).toLowerCase();
  if (head.startsWith("{\\rtf")) return { kind: "unsupported", what: "a rich text document (.rtf)" };
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!doctype html|<html|<head|<body)/.test(head))
    return { kind: "text", type: "html", text };
  if (head.startsWith("<?xml")) return { kind: "unsupported", what: "an XML document" };
  if (extension === "json" || (head.startsWith("{") && /"(?:basics|work|education)"\s*:/.test(text)))
    return { kind: "text", type: "json", text };
  if (extension === "html" || extension === "htm") return { kind: "text", type: "html", text };
  if (extension === "md" || extension === "markdown") return { kind: "text", type: "md", text };
  return { kind: "text", type: "txt", text };
}

/**
 * What a file is, decided from its bytes; the extension only chooses between kinds of text.
 * Archives are not opened here: listing a hostile archive is work for the limited worker.
 */
export async function sniffType(bytes: Uint8Array, fileName: string): Promise<SniffedType> {
  if (latin1(bytes.subarray(0, PDF_HEADER_WINDOW)).includes("%PDF-")) return { kind: "pdf" };
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return { kind: "zip" };
  if (startsWith(bytes, CFB_MAGIC)) return sniffCompoundFile(bytes);
  // Text first: a name that begins with "BM" or a byte order mark looks like a picture or a sound to a list of magic numbers.
  const text = decodeText(bytes);
  if (text !== null) return sniffText(text, extensionOf(fileName));
  const known = await fileTypeFromBuffer(bytes.subarray(0, 65_536)).catch(() => undefined);
  return { kind: "unsupported", what: known ? `a .${known.ext} file` : "a binary file" };
}
