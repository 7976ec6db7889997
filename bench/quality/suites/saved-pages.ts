import { readFileSync } from "node:fs";
import path from "node:path";
import { AppError } from "@/lib/core/kernel/app-error";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { type ParsedPage, parseSavedPage } from "@/lib/services/sources/parse-saved-page";
import { findData } from "../evaluation-data";
import {
  type AdvertTruth,
  digestOf,
  type FileTruth,
  fitsMarks,
  JUDGED,
  type JudgedField,
  marksOf,
  type PageTruth,
  parsePageTruth,
} from "../page-truth";
import type { Measured } from "../scoreboard";
import type { Tell } from "../tell";

const GOLD = path.join(import.meta.dirname, "..", "gold", "pages-truth.jsonl");
const BASELINE = "generic JSON-LD reading";

/** Told of every disagreement; what it says quotes the pages and goes to the terminal only. */
type Reading = { file: FileTruth; adapter: string; page: ParsedPage };
type Judgement = { field: JudgedField; isRight: boolean; hasOneAnswer: boolean };

function isUnknownAdapter(error: unknown): boolean {
  return error instanceof AppError && error.code === "invalid_input";
}

async function readFileWith(adapter: string, file: FileTruth, truth: PageTruth, folder: string): Promise<Reading> {
  const saved = { sourceId: adapter, file: path.join(folder, file.file), url: file.url ?? null };
  const page = await parseSavedPage({ ...saved, now: new Date(file.now ?? truth.now) }).catch((error: unknown) => {
    if (!isUnknownAdapter(error)) throw error;
    return { postings: [], rejected: [{ reason: `no adapter "${adapter}"`, warnings: [] }], refusal: null };
  });
  return { file, adapter, page };
}

function valueOf(posting: ParsedPosting, field: JudgedField): string | null {
  const { salary, postedAt } = posting;
  if (field === "salary")
    return salary === null ? null : `${salary.min}-${salary.max} ${salary.currency} ${salary.period}`;
  if (field === "postedAt") return postedAt?.slice(0, 10) ?? null;
  return posting[field];
}

function keyed({ salt, file }: { salt: string; file: string }): (field: string, value: string | null) => string {
  return (field, value) => digestOf(salt, file, field, value);
}

function isRight(
  truth: AdvertTruth["fields"][JudgedField],
  field: JudgedField,
  posting: ParsedPosting,
  digest: Digest,
) {
  const value = valueOf(posting, field);
  return (truth ?? []).some((option) =>
    typeof option === "string"
      ? option === digest(field, value)
      : fitsMarks(option, marksOf(value ?? ""), (text) => digest(field, text)),
  );
}
type Digest = ReturnType<typeof keyed>;

/** Every judged field of every judged advert of a page; those of an advert that was not found are wrong. */
function judge({ file, page, adapter }: Reading, salt: string, tell: Tell): Judgement[] {
  const digest = keyed({ salt, file: file.file });
  const read = new Map(
    page.postings.flatMap((posting) =>
      [digest("externalId", posting.externalId), digest("url", posting.url)].map((key) => [key, posting] as const),
    ),
  );
  return file.adverts.flatMap(({ position, keys, fields }) => {
    const posting = keys.map((key) => read.get(key)).find((found) => found !== undefined);
    if (posting === undefined) tell(`${adapter} ${file.file} #${position}: not found`);
    return JUDGED.filter((field) => fields[field] !== undefined).map((field) => {
      const right = posting !== undefined && isRight(fields[field], field, posting, digest);
      if (posting !== undefined && !right)
        tell(`${adapter} ${file.file} #${position} ${field}: ${describeValue(valueOf(posting, field), field)}`);
      return { field, isRight: right, hasOneAnswer: new Set(fields[field]).size === 1 };
    });
  });
}

function describeValue(value: string | null, field: JudgedField): string {
  return field === "description" ? JSON.stringify(marksOf(value ?? "")) : JSON.stringify(value);
}

/** A page is right when it gives as many adverts as it carries, or the outcome that it is. */
function isPageRight({ file, page, adapter }: Reading, tell: Tell): boolean {
  const outcome = page.refusal?.outcome ?? "postings";
  const isSame = outcome === file.outcome && page.postings.length === file.count;
  if (!isSame) tell(`${adapter} ${file.file}: ${outcome}, ${page.postings.length} of ${file.count} adverts`);
  for (const { reason } of page.rejected) tell(`${adapter} ${file.file}: rejected: ${reason}`);
  return isSame;
}

type Score = { n: number; right: number };
type Scores = ReadonlyMap<string, Score>;

function count(list: readonly boolean[]): Score {
  return { n: list.length, right: list.filter(Boolean).length };
}

/** All that is measured of one way of reading the pages, by metric. */
function score(readings: readonly Reading[], salt: string, tell: Tell): Scores {
  const fields = readings.flatMap((reading) => judge(reading, salt, tell));
  const pages = new Map<string, boolean>();
  for (const reading of readings) {
    const { file } = reading.file;
    pages.set(file, isPageRight(reading, tell) && (pages.get(file) ?? true));
  }
  const adverts = readings.reduce((sum, { file }) => sum + file.count, 0);
  const found = readings.reduce((sum, { file, page }) => sum + Math.min(file.count, page.postings.length), 0);
  const named = (field: JudgedField) => count(fields.filter((one) => one.field === field).map((one) => one.isRight));
  return new Map([
    ["accuracy", count(fields.map((one) => one.isRight))],
    ["accuracy one answer", count(fields.filter((one) => one.hasOneAnswer).map((one) => one.isRight))],
    ["pages right", count([...pages.values()])],
    ["adverts found", { n: adverts, right: found }],
    ...JUDGED.map((field) => [`accuracy ${field.toLowerCase()}`, named(field)] as const),
  ]);
}

function skippedRows(truth: PageTruth): Measured[] {
  return ["accuracy", "pages right", "adverts found"].map((metric) => ({
    suite: "pages",
    dataset: "saved-pages",
    n: metric === "pages right" ? truth.files.length : 0,
    metric,
    value: null,
    baseline: null,
  }));
}

/** Saved pages of real boards, read as `postings parse` reads them, against what a person read on them. */
export async function measureSavedPages(tell: Tell): Promise<Measured[]> {
  const truth = parsePageTruth(readFileSync(GOLD, "utf8"));
  const folder = findData("pages");
  if (folder === null) return skippedRows(truth);
  const [ours, generic]: [Reading[], Reading[]] = [[], []];
  for (const file of truth.files) {
    for (const adapter of file.adapters) ours.push(await readFileWith(adapter, file, truth, folder));
    generic.push(await readFileWith("jsonld", file, truth, folder));
  }
  const baseline = score(generic, truth.salt, () => undefined);
  const share = ({ n, right }: Score) => (n === 0 ? 0 : right / n);
  return [...score(ours, truth.salt, tell)].map(([metric, result]) => ({
    suite: "pages",
    dataset: "saved-pages",
    n: result.n,
    metric,
    value: share(result),
    baseline: { name: BASELINE, value: share(baseline.get(metric) ?? { n: 0, right: 0 }) },
  }));
}
