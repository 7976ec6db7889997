import path from "node:path";
import { z } from "zod";
import { readDeadline } from "@/lib/core/dates/read-deadline";
import { foldLabel, foldText } from "@/lib/core/kernel/fold";
import { hashOf } from "@/lib/core/kernel/hash";
import { EMPLOYMENT_TYPES, PAY_PERIODS, SENIORITIES, WORKPLACES } from "@/lib/core/postings/posting-fields";
import { type PostingReading, type ReadingKnowledge, readPosting } from "@/lib/core/postings/read-posting";
import { recoverBlocks } from "@/lib/core/postings/recover-blocks";
import { cohensKappa } from "../agreement";
import { readData } from "../evaluation-data";
import { type EvaluationPosting, indexPostings, postingKey, readEvaluationPostings } from "../evaluation-postings";
import { isSecondHalf } from "../halves";
import { firstAmount } from "../naive-pay";
import type { Measured } from "../scoreboard";
import { type Hits, scoresOf } from "../set-scores";
import type { Tell } from "../tell";
import { drawnEligibilityRows, eligibilityRows, type EligibilityRead, READ_CHARS } from "./eligibility";

const GOLD = path.join(import.meta.dirname, "..", "gold", "fields.jsonl");

const pay = z.object({
  min: z.number().nullable(),
  max: z.number().nullable(),
  currency: z.string(),
  period: z.enum(PAY_PERIODS).nullable(),
});
const labels = z.object({
  pay: pay.nullable(),
  seniority: z.enum(SENIORITIES).nullable(),
  workplace: z.enum(WORKPLACES).nullable(),
  countries: z.array(z.string()),
  city: z.string().nullable(),
  eligibility: z.array(z.string()).nullable(),
  yearsMin: z.number().nullable(),
  employmentType: z.enum(EMPLOYMENT_TYPES).nullable(),
  validThrough: z.string().nullable(),
});
const labelled = z.object({
  source: z.string(),
  id: z.string(),
  lang: z.string(),
  stratum: z.enum(["random", "money"]),
  final: labels,
  /** What the two readers said where they differed. */
  readers: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])).default({}),
});
type Labelled = z.output<typeof labelled>;
type Labels = z.output<typeof labels>;
type Read = { gold: Labelled; posting: EvaluationPosting; reading: PostingReading };

function readOne(knowledge: ReadingKnowledge, posting: EvaluationPosting): PostingReading {
  const text = posting.description.slice(0, READ_CHARS);
  const { title, location } = posting;
  return readPosting(knowledge, { title, location: location ?? null, text, blocks: recoverBlocks(text), lang: null });
}

/** The facts of which each posting has one or none; null is an answer like any other. */
const FACTS = {
  seniority: [(r: PostingReading) => r.seniority, (l: Labels) => l.seniority],
  workplace: [(r: PostingReading) => r.workplace, (l: Labels) => l.workplace],
  years: [(r: PostingReading) => r.yearsMin, (l: Labels) => l.yearsMin],
  "employment type": [(r: PostingReading) => r.employmentType, (l: Labels) => l.employmentType],
} as const;

function mostFrequent(values: readonly unknown[]): unknown {
  const counts = new Map<unknown, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

type Amounts = { min: number | null; max: number | null; currency: string; period: string | null };

/** A stated end must be met; "up to 900" has one end only, and a period that no word tells is not asked for. */
function isSamePay(found: Amounts, wanted: z.output<typeof pay>): boolean {
  const isEnd = (end: number | null, asked: number | null) => asked === null || end === asked;
  return (
    isEnd(found.min, wanted.min) &&
    isEnd(found.max, wanted.max) &&
    found.currency === wanted.currency &&
    (wanted.period === null || found.period === wanted.period)
  );
}

function payHits(reads: readonly Read[], find: (read: Read) => Amounts | null, tell: Tell): Hits {
  const hits = { right: 0, predicted: 0, wanted: 0 };
  for (const read of reads) {
    const [found, wanted] = [find(read), read.gold.final.pay];
    if (found !== null) hits.predicted += 1;
    if (wanted !== null) hits.wanted += 1;
    const isRight = found !== null && wanted !== null && isSamePay(found, wanted);
    if (isRight) hits.right += 1;
    else if (found !== null || wanted !== null) tell(disagreement("pay", read.gold, found, wanted));
  }
  return hits;
}

function disagreement(what: string, { source, id }: Labelled, found: unknown, wanted: unknown): string {
  return `${what} ${source} ${id}: read ${JSON.stringify(found)}, labelled ${JSON.stringify(wanted)}`;
}

function payRows(dataset: string, reads: readonly Read[], tell: Tell): Measured[] {
  const ours = scoresOf(payHits(reads, ({ reading }) => reading.salary, tell));
  const naive = scoresOf(
    payHits(
      reads,
      ({ posting }) => firstAmount(posting.description),
      () => undefined,
    ),
  );
  return (["precision", "recall", "f1"] as const).map((metric) => ({
    suite: "fields",
    dataset,
    n: reads.length,
    metric: `pay ${metric}`,
    value: ours[metric],
    baseline: { name: "first amount with a sign", value: naive[metric] },
  }));
}

function factRows(dataset: string, reads: readonly Read[], tell: Tell): Measured[] {
  return Object.entries(FACTS).map(([name, [read, label]]) => {
    const usual = mostFrequent(reads.map(({ gold }) => label(gold.final)));
    const isRight = ({ gold, reading }: Read): boolean => {
      const [found, wanted] = [read(reading), label(gold.final)];
      if (found !== wanted) tell(disagreement(name, gold, found, wanted));
      return found === wanted;
    };
    return {
      suite: "fields",
      dataset,
      n: reads.length,
      metric: `${name} accuracy`,
      value: reads.filter(isRight).length / reads.length,
      baseline: {
        name: "always the most frequent",
        value: reads.filter(({ gold }) => label(gold.final) === usual).length / reads.length,
      },
    };
  });
}

/** The words of the stated place that come first; what a program without a gazetteer would show as the city. */
function firstWords({ location }: EvaluationPosting): string | null {
  return location?.split(/[,;/|]/)[0]?.trim() || null;
}

/** One city under any of its names: as the gazetteer calls it, or as the words that were read do. */
function isSameCity({ reading }: Read, wanted: string | null): boolean {
  const [place] = reading.places;
  const found = place?.city ?? null;
  if (found === null || wanted === null) return found === wanted;
  const asked = foldLabel(wanted);
  return foldLabel(found) === asked || foldLabel(place?.words ?? "").includes(asked);
}

function isSameCountry({ reading }: Read, wanted: readonly string[]): boolean {
  return reading.country === null ? wanted.length === 0 : wanted.includes(reading.country);
}

function deadlineOf({ posting, reading }: Read): string | null {
  const text = posting.description.slice(0, READ_CHARS);
  const field = { field: "text" as const, text, fold: foldText(text) };
  return readDeadline(field, posting.date ?? null, reading.lang, reading.country)?.value ?? null;
}

/** Country, city and last day to apply, each with the share that a simple way gets right. */
function placeRows(dataset: string, reads: readonly Read[], tell: Tell): Measured[] {
  const country = mostFrequent(reads.map(({ gold }) => gold.final.countries[0]));
  const share = (isRight: (read: Read) => boolean) => reads.filter(isRight).length / reads.length;
  const told = (what: string, isRight: (read: Read) => boolean, shown: (read: Read) => unknown) => (read: Read) => {
    if (isRight(read)) return true;
    tell(disagreement(what, read.gold, shown(read), read.gold.final));
    return false;
  };
  const rows = [
    {
      metric: "country accuracy",
      value: share(
        told(
          "country",
          (read) => isSameCountry(read, read.gold.final.countries),
          ({ reading }) => reading.places,
        ),
      ),
      baseline: { name: "always the most frequent", value: share(({ gold }) => gold.final.countries[0] === country) },
    },
    {
      metric: "city accuracy",
      value: share(
        told(
          "city",
          (read) => isSameCity(read, read.gold.final.city),
          ({ reading }) => reading.places,
        ),
      ),
      baseline: {
        name: "first words of the stated place",
        value: share(({ gold, posting }) => firstWords(posting) === gold.final.city),
      },
    },
    {
      metric: "validThrough accuracy",
      value: share(told("validThrough", (read) => deadlineOf(read) === read.gold.final.validThrough, deadlineOf)),
      baseline: { name: "never stated", value: share(({ gold }) => gold.final.validThrough === null) },
    },
  ];
  return rows.map((row) => ({ suite: "fields", dataset, n: reads.length, ...row }));
}

function eligibilityOf(reads: readonly Read[]): EligibilityRead[] {
  return reads.map(({ gold, posting, reading }) => {
    return { key: `${gold.source} ${gold.id}`, wanted: gold.final.eligibility, posting, reading };
  });
}

const FIELD_NAMES = Object.keys(labels.shape);

function finalOf({ final }: Labelled, name: string): unknown {
  return Object.entries(final).find(([key]) => key === name)?.[1] ?? null;
}

/** κ of the two readers, a row a field. */
function agreementRows(gold: readonly Labelled[]): Measured[] {
  return FIELD_NAMES.map((name) => {
    const both = gold.map((one): [string, string] => {
      const said = one.readers[name];
      const settled = hashOf(finalOf(one, name));
      return said === undefined ? [settled, settled] : [hashOf(said[0] ?? null), hashOf(said[1] ?? null)];
    });
    return {
      suite: "fields",
      dataset: "two-readers",
      n: gold.length,
      metric: `kappa ${name}`,
      value: cohensKappa(both),
      baseline: null,
    };
  });
}

function skipped(gold: readonly Labelled[]): Measured[] {
  const metrics = [
    "pay precision",
    "pay recall",
    "pay f1",
    "eligibility f1",
    ...[...Object.keys(FACTS), "country", "city", "validThrough"].map((name) => `${name} accuracy`),
  ];
  return metrics.map((metric) => ({
    suite: "fields",
    dataset: "labelled",
    n: gold.length,
    metric,
    value: null,
    baseline: null,
  }));
}

/** What real postings say of pay, place, seniority and the rest, against the labels of two readers. */
export function measureFields(knowledge: ReadingKnowledge, tell: Tell): Measured[] {
  const gold = readData(GOLD, labelled);
  const postings = readEvaluationPostings();
  const drawn = drawnEligibilityRows(postings, (posting) => readOne(knowledge, posting), tell);
  if (postings === null) return [...skipped(gold), ...drawn, ...agreementRows(gold)];
  const index = indexPostings(postings);
  const reads = gold.flatMap((one): Read[] => {
    const posting = index.get(postingKey(one));
    return posting === undefined ? [] : [{ gold: one, posting, reading: readOne(knowledge, posting) }];
  });
  const second = reads.filter(({ gold: one }) => isSecondHalf(one.id));
  const quiet: Tell = () => undefined;
  return [
    ...payRows("labelled", reads, tell),
    ...factRows("labelled", reads, tell),
    ...placeRows("labelled", reads, tell),
    ...eligibilityRows("labelled", eligibilityOf(reads), tell),
    ...payRows("labelled-second-half", second, quiet),
    ...factRows("labelled-second-half", second, quiet),
    ...placeRows("labelled-second-half", second, quiet),
    ...eligibilityRows("labelled-second-half", eligibilityOf(second), quiet),
    ...drawn,
    ...agreementRows(gold),
  ];
}
