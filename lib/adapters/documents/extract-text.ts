import { toCanonicalText } from "@/lib/core/postings/to-canonical-text";
import type { CanonicalText } from "@/lib/core/postings/text-block";
import { DOCUMENT_LIMITS, type DocumentLimits } from "./document-limits";
import { type DocumentOutcome, type DocumentRefusal, type DocumentType, refuse } from "./document-outcome";
import { jsonResumeToHtml } from "./json-resume-to-html";
import { markdownToHtml } from "./markdown-to-html";
import { layOutPdf } from "./pdf-layout";
import { runExtractWorker, type WorkerAnswer } from "./run-extract-worker";
import { extensionOf, type SniffedType, sniffType } from "./sniff-type";

/** Fewer letters and digits than this in a whole PDF are a stamp or a page number, not a text layer. */
const MIN_TEXT_LETTERS = 25;
/** Fifty full pages; every later step reads the whole text. */
const MAX_TEXT_CHARS = 200_000;
const READABLE = "Atalaya reads PDF, DOCX, TXT, Markdown, HTML and JSON Resume.";
const EXTENSIONS: Record<string, DocumentType> = {
  pdf: "pdf",
  docx: "docx",
  txt: "txt",
  text: "txt",
  md: "md",
  markdown: "md",
  html: "html",
  htm: "html",
  json: "json",
};

function megabytes(bytes: number): string {
  return `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`;
}

function letterCount(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

function refuseCode(code: string, kind: "pdf" | "docx", limits: DocumentLimits): DocumentRefusal {
  const name = kind === "pdf" ? "PDF" : "Word document";
  switch (code) {
    case "encrypted":
      return refuse(
        "encrypted",
        `This ${name} is protected with a password. Save a copy without the password and upload that.`,
      );
    case "too_many_pages":
      return refuse("too_large", `This PDF has more than ${limits.pages} pages. Upload the résumé alone.`);
    case "bomb":
      return refuse(
        "too_large",
        `This document unpacks to more than ${megabytes(limits.inflatedBytes)} or ${limits.zipEntries} parts. Save it again without large pictures.`,
      );
    case "too_large":
      return refuse("too_large", `This ${name} holds more text than a résumé can have. Upload the résumé alone.`);
    case "timeout":
      return refuse(
        "too_large",
        `This ${name} could not be read in ${limits.timeMs / 1000} s. Export it again from your editor, or upload it as text.`,
      );
    case "out_of_memory":
      return refuse(
        "too_large",
        `Reading this ${name} takes more memory than one upload may use. Export it again from your editor, or upload it as text.`,
      );
    case "not_docx":
      return refuse("unsupported", `This file is an archive or an Office file other than a Word document. ${READABLE}`);
    default:
      return refuse("malformed", `This ${name} is damaged or cut short. Export it again from your editor.`);
  }
}

function fromAnswer(
  answer: WorkerAnswer,
  kind: "pdf" | "docx",
  limits: DocumentLimits,
): CanonicalText | DocumentRefusal {
  if (answer.kind === "pages") return layOutPdf(answer.pages);
  if (answer.kind === "html") return toCanonicalText(answer.html, "html");
  return refuseCode(answer.kind === "refused" ? answer.code : answer.kind, kind, limits);
}

async function readContainer(
  kind: "pdf" | "docx",
  bytes: Uint8Array,
  limits: DocumentLimits,
): Promise<CanonicalText | DocumentRefusal> {
  const result = fromAnswer(await runExtractWorker(kind, bytes, limits), kind, limits);
  if ("kind" in result) return result;
  if (result.text.length > MAX_TEXT_CHARS) return refuseCode("too_large", kind, limits);
  if (letterCount(result.text) >= MIN_TEXT_LETTERS) return result;
  if (kind === "docx")
    return refuse("malformed", "This Word document holds no text; it may be a picture. Upload a version with text.");
  return refuse(
    "no_text_layer",
    "This PDF has no text layer; it is probably a scan. Export it again from your editor, or upload it as DOCX or text.",
  );
}

function readText(
  sniffed: { type: "txt" | "md" | "html" | "json"; text: string },
  limits: DocumentLimits,
): CanonicalText | DocumentRefusal {
  if (sniffed.text.length > limits.textChars)
    return refuse("too_large", "This file holds more text than a résumé can have. Upload the résumé alone.");
  switch (sniffed.type) {
    case "txt":
      return toCanonicalText(sniffed.text, "text");
    case "md":
      return toCanonicalText(markdownToHtml(sniffed.text), "html");
    case "html":
      return toCanonicalText(sniffed.text, "html");
    case "json": {
      const html = jsonResumeToHtml(sniffed.text);
      return html === null
        ? refuse("malformed", "This JSON is damaged, or it is not a JSON Resume.")
        : toCanonicalText(html, "html");
    }
  }
}

function notesFor(type: DocumentType, fileName: string): string[] {
  const extension = extensionOf(fileName);
  const claimed = EXTENSIONS[extension];
  const isText = type !== "pdf" && type !== "docx";
  if (extension === "" || claimed === type || (isText && claimed !== "pdf" && claimed !== "docx")) return [];
  return [
    `The name ends in .${extension}, but the file is ${type === "pdf" ? "a PDF" : type === "docx" ? "a Word document" : "text"}; it was read as that.`,
  ];
}

function toOutcome(result: CanonicalText | DocumentRefusal, type: DocumentType, fileName: string): DocumentOutcome {
  if ("kind" in result) return result;
  if (letterCount(result.text) === 0) return refuse("malformed", "This file holds no text.");
  return { kind: "read", type, canonical: result, notes: notesFor(type, fileName) };
}

async function readSniffed(
  sniffed: SniffedType,
  bytes: Uint8Array,
  fileName: string,
  limits: DocumentLimits,
): Promise<DocumentOutcome> {
  switch (sniffed.kind) {
    case "pdf":
      return toOutcome(await readContainer("pdf", bytes, limits), "pdf", fileName);
    case "zip":
      return toOutcome(await readContainer("docx", bytes, limits), "docx", fileName);
    case "encrypted_office":
      return refuseCode("encrypted", "docx", limits);
    case "unsupported":
      return refuse("unsupported", `This is ${sniffed.what}, whatever its name says. ${READABLE}`);
    case "text":
      return toOutcome(readText(sniffed, limits), sniffed.type, fileName);
  }
}

/**
 * Reads an uploaded résumé. The type is decided from the bytes; PDF and DOCX are opened in a process of their own with a limit
 * of time and memory. Never throws for a bad file and logs nothing: every way a file can fail is an outcome with a message.
 */
export async function extractDocument(
  bytes: Uint8Array,
  fileName: string,
  limits: DocumentLimits = DOCUMENT_LIMITS,
): Promise<DocumentOutcome> {
  if (bytes.byteLength > limits.fileBytes)
    return refuse(
      "too_large",
      `This file is larger than ${megabytes(limits.fileBytes)}. Save it again without large pictures.`,
    );
  if (bytes.byteLength === 0) return refuse("malformed", "This file is empty.");
  try {
    return await readSniffed(await sniffType(bytes, fileName), bytes, fileName, limits);
  } catch {
    return refuse("malformed", "This file is damaged or cut short. Export it again from your editor.");
  }
}
