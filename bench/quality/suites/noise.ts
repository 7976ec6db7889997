import path from "node:path";
import { z } from "zod";
import { readSkills } from "@/lib/core/skills/read-skills";
import type { Taxonomy } from "@/lib/services/context/context";
import { readData } from "../evaluation-data";
import { type EvaluationPosting, indexPostings, postingKey, readEvaluationPostings } from "../evaluation-postings";
import { isSecondHalf } from "../halves";
import { createLiteralFinder } from "../literal-labels";
import type { Measured, Tell } from "../scoreboard";
import { tellFrequentSkills } from "./frequent-skills";

const GOLD = path.join(import.meta.dirname, "..", "gold", "noise.jsonl");
const VERDICTS = ["right", "wrong", "boilerplate"] as const;
type Verdict = (typeof VERDICTS)[number];
const field = z.enum(["title", "text"]);
const read = z.object({
  source: z.string(),
  id: z.string(),
  mentions: z.array(z.tuple([field, z.int(), z.int(), z.string(), z.enum(VERDICTS)])),
});
type Read = z.output<typeof read>;
/** One mention of a skill: where it stands and which skill it is taken for. */
type Named = { field: z.output<typeof field>; start: number; end: number; id: string };
type Finder = (posting: EvaluationPosting) => Named[];

/** What a finder names in one posting, and what the reader said of those mentions that were drawn. */
type Judged = {
  /** How many mentions the finder names. */
  found: number;
  /** Those of them that were read: `share` is one k-th where the skill is named k times. */
  met: { verdict: Verdict; share: number; key: string }[];
  /** Mentions that the reader found right, and how many of them the finder names, at that place or over a part of it. */
  wanted: number;
  kept: number;
};

function keyOf({ field: where, start, end, id }: Named): string {
  return `${where} ${start} ${end} ${id}`;
}

function judge(gold: Read, found: readonly Named[]): Judged {
  const times = new Map<string, number>();
  for (const { id } of found) times.set(id, (times.get(id) ?? 0) + 1);
  const keys = new Set(found.map(keyOf));
  const judged = gold.mentions.map(([where, start, end, id, verdict]) => ({
    mention: { field: where, start, end, id },
    verdict,
  }));
  const met = judged.flatMap(({ mention, verdict }) => {
    const key = keyOf(mention);
    return keys.has(key) ? [{ verdict, share: 1 / (times.get(mention.id) ?? 1), key }] : [];
  });
  const overlaps = ({ field: where, start, end, id }: Named): boolean =>
    found.some((one) => one.field === where && one.id === id && one.start < end && start < one.end);
  const right = judged.filter(({ verdict }) => verdict === "right");
  const kept = right.filter(({ mention }) => overlaps(mention)).length;
  return { found: found.length, met, wanted: right.length, kept };
}

/**
 * The skills a posting of which something is told, estimated over all that a finder names from the mentions that were read: each stands
 * for as many of its posting as were drawn fewer, and counts for one k-th where its skill is named k times. A posting in which none was
 * read is passed over.
 */
function estimate(all: readonly Judged[], told: (verdict: Verdict) => boolean): number {
  const postings = all.filter(({ found, met }) => found === 0 || met.length > 0);
  const skills = postings.reduce((sum, { found, met }) => {
    const counted = met.reduce((part, { verdict, share }) => part + (told(verdict) ? share : 0), 0);
    return sum + (met.length === 0 ? 0 : (counted * found) / met.length);
  }, 0);
  return postings.length === 0 ? 0 : skills / postings.length;
}

const METRICS: Readonly<Record<string, (all: readonly Judged[]) => number>> = {
  "right skills": (all) => estimate(all, (verdict) => verdict === "right") / estimate(all, () => true),
  "right kept": (all) => sum(all, ({ kept }) => kept) / sum(all, ({ wanted }) => wanted),
  "false a posting": (all) => estimate(all, (verdict) => verdict !== "right"),
  "of boilerplate": (all) => estimate(all, (verdict) => verdict === "boilerplate"),
  "mentions read": (all) => sum(all, ({ met }) => met.length) / sum(all, ({ found }) => found),
};

function sum(all: readonly Judged[], value: (one: Judged) => number): number {
  return all.reduce((total, one) => total + value(one), 0);
}

/** A judged posting with what the product names in it and what the baseline does. */
type Pair = { one: Read; ours: Judged; plain: Judged };

function toPairs(taxonomy: Taxonomy, postings: readonly EvaluationPosting[]): Pair[] {
  const literal = createLiteralFinder(taxonomy.concepts.values(), ["hard", "soft", "language", "certification"]);
  const ours: Finder = ({ title, description }) =>
    readSkills(taxonomy.matcher, { title, text: description }).skills.flatMap(({ id, mentions }) =>
      mentions.map(({ field: where, start, end }) => ({ field: where, start, end, id })),
    );
  const plain: Finder = ({ title, description }) =>
    (["title", "text"] as const).flatMap((where) =>
      literal(where === "title" ? title : description).map((found) => ({ field: where, ...found })),
    );
  const index = indexPostings(postings);
  return readData(GOLD, read).flatMap((one) => {
    const posting = index.get(postingKey(one));
    return posting === undefined ? [] : [{ one, ours: judge(one, ours(posting)), plain: judge(one, plain(posting)) }];
  });
}

/** Rules are tuned on the first half, so that what is false there is told and of the second half nothing. */
function tellFalse(pairs: readonly Pair[], tell: Tell): void {
  for (const { one, ours } of pairs.filter((pair) => !isSecondHalf(pair.one.id)))
    for (const { verdict, key } of ours.met)
      if (verdict !== "right") tell(`${verdict}, still named: ${one.source} ${one.id} ${key}`);
}

function rowsOf(dataset: string, pairs: readonly Pair[], isThere: boolean): Measured[] {
  const [ours, plain] = [pairs.map((pair) => pair.ours), pairs.map((pair) => pair.plain)];
  return Object.entries(METRICS).map(([metric, valueOf]) => ({
    suite: "noise",
    dataset,
    n: sum(ours, ({ met }) => met.length),
    metric,
    value: isThere ? valueOf(ours) : null,
    baseline: isThere ? { name: "literal preferred labels", value: valueOf(plain) } : null,
  }));
}

/**
 * Skills that a random sample of postings does not speak of, by a reader's verdicts on mentions; `tell` gets what was judged false and is
 * still found, and the most frequent skills, where it is verbose.
 */
export function measureNoise(taxonomy: Taxonomy, tell: Tell, isVerbose: boolean): Measured[] {
  const postings = readEvaluationPostings();
  const pairs = postings === null ? [] : toPairs(taxonomy, postings);
  if (isVerbose && postings !== null) {
    tellFalse(pairs, tell);
    tellFrequentSkills(taxonomy, postings, tell);
  }
  const second = pairs.filter(({ one }) => isSecondHalf(one.id));
  return [
    ...rowsOf("random-200", pairs, postings !== null),
    ...rowsOf("random-200-second-half", second, postings !== null),
  ];
}
