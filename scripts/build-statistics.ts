/**
 * Builds data/statistics/packaged.json, the rarity table for matching without a database, from postings in JSON Lines
 * (plain or .gz; `title`, `description`, `lang`). Only counts are stored: of single stems that at least `--min` postings
 * share, and of skill ids. No sentence and no rare word of any posting gets into it. At most `--per-file` postings of one file are
 * counted, evenly spread, so that no single board decides what is common.
 *
 *   tsx scripts/build-statistics.ts [--min 20] [--per-file 400] [--out FILE] FOLDER_OR_FILE…  (default: postings of EVAL_DATA_DIR)
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { loadTaxonomy } from "@/lib/adapters/taxonomy/load-taxonomy";
import { PACKAGED_SIMILARITY } from "@/lib/core/embeddings/calibrate-similarity";
import { type CountedDocument, computeCorpusStatistics } from "@/lib/core/matching/corpus-statistics";
import { postingTerms } from "@/lib/core/matching/keyword-coverage";
import { toCanonicalText } from "@/lib/core/postings/to-canonical-text";
import { readSkills } from "@/lib/core/skills/read-skills";
import { createSkillMatcher, type SkillMatcher } from "@/lib/core/skills/skill-matcher";

const posting = z.object({
  title: z.string().catch(""),
  description: z.string(),
  lang: z.enum(["en", "es"]).nullable().catch(null),
});

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    min: { type: "string", default: "20" },
    "per-file": { type: "string", default: "400" },
    out: { type: "string", default: "data/statistics/packaged.json" },
  },
});
const minTermDocuments = z.coerce.number().int().min(2).parse(values.min);
const perFile = z.coerce.number().int().min(1).parse(values["per-file"]);

function filesOf(given: string): string[] {
  if (!statSync(given).isDirectory()) return [given];
  const names = readdirSync(given).filter((name) => /\.jsonl(?:\.gz)?$/u.test(name));
  return names.sort().map((name) => path.join(given, name));
}

function* linesOf(files: readonly string[]): Generator<string> {
  for (const file of files) {
    const bytes = readFileSync(file);
    const lines = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").split("\n").filter(Boolean);
    const step = Math.max(1, lines.length / perFile);
    yield* lines.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
  }
}

function* documentsOf(lines: Iterable<string>, matcher: SkillMatcher): Generator<CountedDocument> {
  const met = new Set<string>();
  for (const line of lines) {
    const row = posting.safeParse(JSON.parse(line));
    if (!row.success) continue;
    const { text } = toCanonicalText(
      row.data.description,
      /<[a-z]+[ />]/iu.test(row.data.description) ? "html" : "text",
    );
    // A text that is given twice is one advert.
    if (met.has(text)) continue;
    met.add(text);
    const { lang, skills } = readSkills(matcher, { title: row.data.title, text, lang: row.data.lang });
    yield { skills: skills.map(({ id }) => id), terms: postingTerms({ title: row.data.title, text, lang }).keys() };
  }
}

const inputs =
  positionals.length > 0 ? positionals : [path.join(process.env["EVAL_DATA_DIR"] ?? "../shared/data", "postings")];
const matcher = createSkillMatcher(loadTaxonomy());
const statistics = computeCorpusStatistics(documentsOf(linesOf(inputs.flatMap(filesOf)), matcher), {
  minTermDocuments,
  similarity: PACKAGED_SIMILARITY,
});
const about =
  `Document frequencies over ${statistics.documents} distinct English and Spanish job adverts of 2018–2026 kept for evaluation: ` +
  `single stems that at least ${minTermDocuments} adverts share, and skill ids; at most ${perFile} adverts of one board. Counts only; made by scripts/build-statistics.ts.`;
writeFileSync(values.out, `${JSON.stringify({ about, ...statistics }, null, 1)}\n`);
console.error(
  `${values.out}: version ${statistics.version}, ${statistics.documents} postings, ` +
    `${Object.keys(statistics.termDocuments).length} terms, ${Object.keys(statistics.skillDocuments).length} skills`,
);
