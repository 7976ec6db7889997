import type { ImportRow } from "@/lib/adapters/sources/file/import-row";
import { type RowReading, readPostingRows } from "@/lib/adapters/sources/file/read-posting-rows";
import type { Fingerprint } from "@/lib/core/dedupe/dedupe-types";
import { fingerprintOf } from "@/lib/core/dedupe/fingerprint-of";
import { toCanonicalText } from "@/lib/core/postings/to-canonical-text";

export type RowFingerprint =
  | { line: number; kind: "print"; print: Fingerprint }
  | { line: number; kind: "rejected"; reason: string };

function toPrint(row: ImportRow): Fingerprint {
  const { text } = toCanonicalText(row.description, row.descriptionFormat);
  return fingerprintOf({
    id: row.givenId ?? row.externalId,
    sourceId: row.source,
    externalId: row.externalId,
    url: row.url,
    applyUrl: null,
    title: row.title,
    company: row.company,
    location: row.location,
    workplace: row.workplace,
    lang: row.lang === "en" || row.lang === "es" ? row.lang : null,
    text,
  });
}

function answer(reading: RowReading): RowFingerprint {
  if (reading.kind === "rejected") return reading;
  return { line: reading.line, kind: "print", print: toPrint(reading.row) };
}

/** Streams the fingerprints of a file of postings; a line that is none is a named rejection. Throws `invalid_input` where the file cannot be opened. */
export async function* fingerprintRows(file: string): AsyncGenerator<RowFingerprint> {
  for await (const reading of readPostingRows(file)) yield answer(reading);
}
