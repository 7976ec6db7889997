import type { Span } from "@/lib/core/kernel/span";

/** One structural piece of a canonical text. Blocks are in order, do not overlap, and cover every non-blank line. */
export type TextBlock = Span & { kind: "heading" | "paragraph" | "item" };

/** The stored text of a posting or a résumé: plain, NFC, `\n`, with its blocks. All spans point into `text`. */
export type CanonicalText = { text: string; blocks: TextBlock[] };
