import path from "node:path";
import { z } from "zod";
import { readSkills } from "@/lib/core/skills/read-skills";
import type { Taxonomy } from "@/lib/services/context/context";
import { readData } from "../evaluation-data";
import { type EvaluationPosting, indexPostings, postingKey, readEvaluationPostings } from "../evaluation-postings";
import { isSecondHalf } from "../halves";
import { createLiteralFinder } from "../literal-labels";
import type { Measured } from "../scoreboard";
import type { Tell } from "../tell";
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

/** What a finder names in one posting, and what the reader said of those that were drawn. */
type Judged = { found: number; met: { verdict: Verdict; share: number; key: string }[]; wanted: number; kept: number };

function keyOf(field: string, start: number, end: number, id: string): string {
  return `${field} ${start} ${end} ${id}`;
}

function judge(gold: Read, found: readonly Named[]): Judged {
  const times = new Map<string, number>();
  for (const { id } of found) times.set(id, (times.get(id) ?? 0) + 1);
  const keys = new Set(found.map((one) => keyOf(one.field, one.start, one.end, one.id)));
  const met = gold.mentions.flatMap(([where, start, end, id, verdict]) => {
    const key = keyOf(where, start, end, id);
    return keys.has(key) ? [{ verdict, share: 1 / (times.get(id) ?? 1), key }] : [];
  });
  const overlaps = (where: string, start: number, end: number, id: string): boolean =>
    found.some((one) => one.field === where && one.id === id && one.start < end && start < one.end);
  const right = gold.mentions.filter((mention) => mention[4] === "right");
  const kept = right.filter(([where, start, end, id]) => overlaps(where, start, end, id)).length;
  return { found: found.length, met, wanted: right.length, kept };
}

/**
 * Estimates over all that a finder names from the mentions that were read: each stands for as many of its posting as were
 * drawn fewer, and counts for one k-th where its skill is named k times. A posting in which none was read is passed over.
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

/** Skills that a random sample of postings does not speak of, by a reader's verdicts on mentions; `tell` also gets what was judged false and is still found. */
export function measureNoise(taxonomy: Taxonomy, tell: Tell, isVerbose: boolean): Measured[] {
  const gold = readData(GOLD, read);
  const postings = readEvaluationPostings();
  const literal = createLiteralFinder(taxonomy.concepts.values(), ["hard", "soft", "language", "certification"]);
  const ours: Finder = ({ title, description }) =>
    readSkills(taxonomy.matcher, { title, text: description }).skills.flatMap(({ id, mentions }) =>
      mentions.map(({ field: where, start, end }) => ({ field: where, start, end, id })),
    );
  const plain: Finder = ({ title, description }) =>
    (["title", "text"] as const).flatMap((where) =>
      literal(where === "title" ? title : description).map((found) => ({ field: where, ...found })),
    );
  const index = postings === null ? null : indexPostings(postings);
  const pairs = gold.flatMap((one) => {
    const posting = index?.get(postingKey(one));
    return posting === undefined ? [] : [{ one, ours: judge(one, ours(posting)), plain: judge(one, plain(posting)) }];
  });
  if (isVerbose && postings !== null) {
    for (const { one, ours: found } of pairs)
      for (const { verdict, key } of isSecondHalf(one.id) ? [] : found.met)
        if (verdict !== "right") tell(`${verdict}, still named: ${one.source} ${one.id} ${key}`);
    tellFrequentSkills(taxonomy, postings, tell);
  }
  const parts = [
    ["random-200", pairs],
    ["random-200-second-half", pairs.filter(({ one }) => isSecondHalf(one.id))],
  ] as const;
  return parts.flatMap(([dataset, part]) =>
    Object.entries(METRICS).map(([metric, valueOf]) => ({
      suite: "noise" as const,
      dataset,
      n: sum(
        part.map((pair) => pair.ours),
        ({ met }) => met.length,
      ),
      metric,
      value: index === null ? null : valueOf(part.map((pair) => pair.ours)),
      baseline:
        index === null ? null : { name: "literal preferred labels", value: valueOf(part.map((pair) => pair.plain)) },
    })),
  );
}
