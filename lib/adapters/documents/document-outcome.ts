import type { CanonicalText } from "@/lib/core/postings/text-block";

export type DocumentType = "pdf" | "docx" | "txt" | "md" | "html" | "json";

/** Why a file was not read; the closed list of the CLI contract. */
export type DocumentRefusal = {
  kind: "no_text_layer" | "encrypted" | "malformed" | "too_large" | "unsupported";
  /** English default of what the person is told; the interface translates by `kind`. */
  message: string;
};

/** What became of one uploaded file. `notes` are plain sentences, for example about a wrong extension. */
export type DocumentOutcome =
  | { kind: "read"; type: DocumentType; canonical: CanonicalText; notes: string[] }
  | DocumentRefusal;

/** A refusal with its message. */
export function refuse(kind: DocumentRefusal["kind"], message: string): DocumentRefusal {
  return { kind, message };
}
