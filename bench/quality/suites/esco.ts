import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { parse as parseCsv } from "csv-parse/sync";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { createPackagedEmbedder } from "@/lib/adapters/embeddings/packaged-embedder";
import { readEscoTable } from "@/lib/adapters/esco/read-esco-table";
import { openBytes } from "@/lib/adapters/sources/file/open-bytes";
import { createEscoLinker, type EscoLinker } from "@/lib/core/esco/create-esco-linker";
import type { EscoLabels, EscoLink } from "@/lib/core/esco/esco-types";
import { foldTaxonomyLabels } from "@/lib/core/esco/fold-taxonomy-labels";
import { linkMentions } from "@/lib/core/esco/link-mentions";
import { linkPhrase } from "@/lib/core/esco/link-phrase";
import { mergeLinks } from "@/lib/core/esco/link-sentence";
import { phraseKey } from "@/lib/core/esco/label-index";
import { phraseWords } from "@/lib/core/esco/phrase-words";
import { splitPhrases } from "@/lib/core/esco/split-phrases";
import { foldLabel } from "@/lib/core/kernel/fold";
import { readSkills } from "@/lib/core/skills/read-skills";
import type { Taxonomy } from "@/lib/services/context/context";
import { createVectorCache, linkClosely } from "@/lib/services/esco/link-closely";
import { findData } from "../evaluation-data";
import type { Baseline, Measured } from "../scoreboard";

/** Newest first: what an older bundle calls a concept otherwise is one more label of it. */
const TABLES = [
  "esco12_digital_skills_en.csv.gz",
  "esco12_transversal_skills_en.csv.gz",
  "esco12_language_skills_en.csv.gz",
  "esco10_skills_en.csv.gz",
];
const TAKE = 10;

const profile = z.object({
  essential_skills: z.array(z.string()).nullish(),
  optional_skills: z.array(z.string()).nullish(),
});

async function loadTables(files: readonly string[]): Promise<Map<string, EscoLabels>> {
  const concepts = new Map<string, EscoLabels>();
  for (const file of files)
    for await (const line of readEscoTable(file, await openBytes(file))) {
      if (line.kind !== "concept") continue;
      const { uri, label, altLabels, description } = line.row;
      const known = concepts.get(uri);
      const en = [...new Set([...(known?.en ?? []), label, ...altLabels])];
      const words = (known?.description ?? "").length >= (description ?? "").length ? known?.description : description;
      concepts.set(uri, { uri, kind: "skill", en, es: [], description: words ?? null, demand: 0 });
    }
  return concepts;
}

function uriByLabel(concepts: Iterable<EscoLabels>): Map<string, string> {
  const all = [...concepts];
  const byLabel = new Map<string, string>();
  const add = (key: string, uri: string): void => {
    if (!byLabel.has(key)) byLabel.set(key, uri);
  };
  for (const one of all) add(foldLabel(one.en[0] ?? ""), one.uri);
  for (const one of all) for (const label of one.en) add(foldLabel(label), one.uri);
  // "programme" and "program", "innovately" and "innovatively": labels differ between versions.
  for (const one of all) for (const label of one.en) add(`~${phraseKey(phraseWords(label, "en"))}`, one.uri);
  return byLabel;
}

/** How many occupations ask for each skill, by its name. */
async function addDemand(concepts: ReadonlyMap<string, EscoLabels>, file: string | null): Promise<void> {
  if (file === null) return;
  const byLabel = uriByLabel(concepts.values());
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()) });
  for await (const line of lines) {
    const { essential_skills: essential, optional_skills: optional } = profile.parse(JSON.parse(line));
    for (const name of [...(essential ?? []), ...(optional ?? [])]) {
      const concept = concepts.get(byLabel.get(foldLabel(name)) ?? "");
      if (concept !== undefined) concept.demand += 1;
    }
  }
}

const annotation = z.array(
  z.object({ sentence: z.string(), span: z.string(), sub_span: z.string(), label: z.string() }),
);
const NO_LABEL = new Set(["LABEL NOT PRESENT", "UNDERSPECIFIED"]);

/** A text with the concepts that it should be linked to; one that the tables lack keeps its name, and counts as missed. */
type Case = { text: string; wanted: Set<string> };

function casesOf(file: string, byLabel: ReadonlyMap<string, string>, by: "sentence" | "span"): Case[] {
  const rows = annotation.parse(parseCsv(readFileSync(file), { columns: true, bom: true, relax_quotes: true }));
  const cases = new Map<string, Case>();
  for (const { sentence, span, sub_span: part, label } of rows) {
    if (NO_LABEL.has(label)) continue;
    const text = by === "sentence" ? sentence : part === "" ? span : part;
    const key = `${sentence}\n${by === "span" ? text : ""}`;
    const uri = byLabel.get(foldLabel(label)) ?? byLabel.get(`~${phraseKey(phraseWords(label, "en"))}`);
    const known = cases.get(key) ?? { text, wanted: new Set<string>() };
    known.wanted.add(uri ?? label);
    cases.set(key, known);
  }
  return [...cases.values()];
}

/** Places of the wanted concepts: 1/rank of the first, and the share found among the first five (of at most five). */
function rankScores(ranked: readonly string[], wanted: ReadonlySet<string>): { mrr: number; rp5: number } {
  const first = ranked.findIndex((uri) => wanted.has(uri));
  const found = ranked.slice(0, 5).filter((uri) => wanted.has(uri)).length;
  return { mrr: first < 0 ? 0 : 1 / (first + 1), rp5: found / Math.min(5, wanted.size) };
}

type Ranker = (text: string) => string[] | Promise<string[]>;

async function average(cases: readonly Case[], rank: Ranker): Promise<{ mrr: number; rp5: number }> {
  let [mrr, rp5] = [0, 0];
  for (const { text, wanted } of cases) {
    const scores = rankScores(await rank(text), wanted);
    mrr += scores.mrr;
    rp5 += scores.rp5;
  }
  return { mrr: mrr / cases.length, rp5: rp5 / cases.length };
}

/** The baseline: preferred labels that stand in the text word for word, longest first. */
function literalRanker(concepts: Iterable<EscoLabels>): Ranker {
  const labels = [...concepts]
    .map((one) => ({ uri: one.uri, label: ` ${foldLabel(one.en[0] ?? "")} ` }))
    .filter((one) => one.label.trim() !== "")
    .sort((a, b) => b.label.length - a.label.length || (a.uri < b.uri ? -1 : 1));
  return (text) => {
    const words = ` ${foldLabel(text).replace(/[^\p{L}\p{N}+#.]+/gu, " ")} `;
    return labels.filter((one) => words.includes(one.label)).map((one) => one.uri);
  };
}

/** Micro F1 of the literal labels as a set: the figure that is published for literal matching. */
async function literalF1(cases: readonly Case[], literal: Ranker): Promise<number> {
  let [right, named, wanted] = [0, 0, 0];
  for (const one of cases) {
    const found = new Set(await literal(one.text));
    right += [...found].filter((uri) => one.wanted.has(uri)).length;
    named += found.size;
    wanted += one.wanted.size;
  }
  return named + wanted === 0 ? 0 : (2 * right) / (named + wanted);
}

type PartRanker = (phrase: string) => EscoLink[] | Promise<EscoLink[]>;

/** A sentence by its parts, with what the skill reader finds in it. */
function sentenceRanker(linker: EscoLinker, taxonomy: Taxonomy, link: PartRanker): Ranker {
  return async (text) => {
    const { skills } = readSkills(taxonomy.matcher, { text, lang: "en" });
    const read = linkMentions(linker, skills, "en").flatMap((one) => (one.link === null ? [] : [[one.link]]));
    const parts: EscoLink[][] = [];
    for (const part of splitPhrases(text, "en")) parts.push(await link(part));
    return mergeLinks([...read, ...parts], 50).map((one) => one.uri);
  };
}

type Row = { dataset: string; n: number; scores: { mrr: number; rp5: number }; baseline: Baseline & { mrr: number } };

function toRows({ dataset, n, scores, baseline }: Row): Measured[] {
  const row = (metric: string, value: number, against: number): Measured => ({
    suite: "esco",
    dataset,
    n,
    metric,
    value,
    baseline: { name: baseline.name, value: against },
  });
  return [row("rp@5", scores.rp5, baseline.value), row("mrr", scores.mrr, baseline.mrr)];
}

function skippedRows(dataset: string): Measured[] {
  return ["rp@5", "mrr"].map((metric) => ({ suite: "esco", dataset, n: 0, metric, value: null, baseline: null }));
}

/** Published for the tech test split, sentences; ours are the validation splits. */
const PUBLISHED = { name: "published: ConTeXT-match, tech test", value: 0.64, mrr: 0.632 };

const PUBLISHED_LITERAL_F1 = 0.3;

/**
 * Linking of sentences and of marked spans to ESCO skills, ranked: by words alone, and with closeness in meaning. A label that the tables
 * lack counts as missed; rows whose label is "not present" or "underspecified" are left out, as published.
 */
export async function measureEsco(taxonomy: Taxonomy): Promise<Measured[]> {
  const tables = TABLES.map((name) => findData("taxonomy", name));
  const files = tables.filter((file) => file !== null);
  const golds = (["house", "tech"] as const).map((set) => ({
    set,
    file: findData("skills-gold", "decorte_esco", `${set}_validation_annotations.csv`),
  }));
  if (files.length < TABLES.length || golds.some((gold) => gold.file === null))
    return golds.flatMap(({ set }) => skippedRows(`decorte-${set}`));
  const concepts = await loadTables(files);
  await addDemand(concepts, findData("taxonomy", "esco12_occupation_profiles.jsonl.gz"));
  const byLabel = uriByLabel(concepts.values());
  const linker = createEscoLinker(foldTaxonomyLabels([...concepts.values()], taxonomy.concepts.values()));
  const embedder = createPackagedEmbedder();
  const vectors = createVectorCache(embedder);
  const byWords: PartRanker = (phrase) => linkPhrase(linker, phrase, "en", { take: TAKE });
  const closely: PartRanker = (phrase) => linkClosely(linker, phrase, "en", { take: TAKE, embedder, vectors });
  const literal = literalRanker(concepts.values());
  const rows: Measured[] = [];
  for (const { set, file } of golds) {
    const sentences = casesOf(file ?? "", byLabel, "sentence");
    const spans = casesOf(file ?? "", byLabel, "span");
    const plain = await average(sentences, literal);
    const plainSpans = await average(spans, literal);
    const add = async (dataset: string, cases: readonly Case[], rank: Ranker, baseline: Row["baseline"]) =>
      rows.push(...toRows({ dataset, n: cases.length, scores: await average(cases, rank), baseline }));
    const against = { name: "literal preferred labels", value: plain.rp5, mrr: plain.mrr };
    const againstSpans = { name: "literal preferred labels", value: plainSpans.rp5, mrr: plainSpans.mrr };
    await add(`decorte-${set}-words`, sentences, sentenceRanker(linker, taxonomy, byWords), against);
    await add(`decorte-${set}`, sentences, sentenceRanker(linker, taxonomy, closely), against);
    await add(`decorte-${set}-spans`, spans, async (text) => (await closely(text)).map((one) => one.uri), againstSpans);
    const ours = rows.filter((one) => one.dataset === `decorte-${set}`);
    const literalRow = { suite: "esco" as const, dataset: `decorte-${set}-literal`, n: sentences.length, metric: "f1" };
    const publishedLiteral = { name: "published: literal match", value: PUBLISHED_LITERAL_F1 };
    rows.push({ ...literalRow, value: await literalF1(sentences, literal), baseline: publishedLiteral });
    if (set === "tech")
      rows.push(
        ...ours.map((one) => ({
          ...one,
          baseline: { name: PUBLISHED.name, value: one.metric === "mrr" ? PUBLISHED.mrr : PUBLISHED.value },
        })),
      );
  }
  return rows;
}
