import { writeFileSync } from "node:fs";
import path from "node:path";
import { buildHistory } from "@/demo-board/history";
import { loadDemoContent } from "@/demo-board/load-content";
import { sha256 } from "@/lib/core/kernel/hash";

/** Rows of postings made of the demo board's adverts: real texts in both languages, with reposts and duplicates among them. */
export function demoRows(count: number): string[] {
  const { adverts } = buildHistory(loadDemoContent(), { anchor: "2026-06-30" });
  return adverts.slice(0, count).map((advert) =>
    JSON.stringify({
      source: advert.agency ? "agency" : "board",
      id: advert.id,
      title: advert.title,
      company: advert.employerName,
      location: advert.place.city,
      date: advert.publishedOn,
      lang: advert.lang,
      description: advert.versions[0].body,
    }),
  );
}

/** Rows of as many postings, which ask for a known skill and, in turn, for one of two terms that the taxonomy lacks. */
export function rowsWithNewTerms(count: number): object[] {
  return Array.from({ length: count }, (_, at) => ({
    source: "board",
    id: String(at),
    title: `Post ${at}`,
    company: `Firm ${at}`,
    location: "Vigo",
    date: "2026-11-01",
    description: `Workshop number ${at * 7} of firm ${at}. You work with Java, ${at % 2 === 0 ? "Zorblat" : "Quixel"} and Kotlin.`,
  }));
}

/** Writes rows into two files of a folder, the first one longer; returns their paths. */
export function writeImportFiles(folder: string, rows: readonly string[]): string[] {
  const cut = Math.ceil(rows.length * 0.6);
  return [rows.slice(0, cut), rows.slice(cut)].map((part, index) => {
    const file = path.join(folder, `part-${index + 1}.jsonl`);
    writeFileSync(file, `${part.join("\n")}\n`);
    return file;
  });
}

/** Writes rows as they are imported into a file of a folder, named after what is in it; returns its path. */
export function writeImportRows(folder: string, rows: readonly object[]): string {
  const lines = rows.map((row) => JSON.stringify(row)).join("\n");
  const file = path.join(folder, `${sha256(lines).slice(0, 16)}.jsonl`);
  writeFileSync(file, lines);
  return file;
}
