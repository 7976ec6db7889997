import path from "node:path";
import { z } from "zod";
import { readSkills } from "@/lib/core/skills/read-skills";
import type { Taxonomy } from "@/lib/services/context/context";
import { readData } from "../evaluation-data";
import { type EvaluationPosting, indexPostings, postingKey, readEvaluationPostings } from "../evaluation-postings";
import { createLiteralFinder } from "../literal-labels";
import type { Measured } from "../scoreboard";
import { addHits, type Hits, scoresOf } from "../set-scores";
import { isSecondHalf } from "../halves";

const GOLD = path.join(import.meta.dirname, "..", "gold", "skills-es.jsonl");
const place = z.tuple([z.enum(["title", "text"]), z.int(), z.int()]);
const marked = z.object({
  source: z.string(),
  id: z.string(),
  skills: z.array(
    z.object({ kind: z.string(), by: z.enum(["both", "first", "second"]), spans: z.array(place).nonempty() }),
  ),
});
type Marked = z.output<typeof marked>;
type Place = z.output<typeof place>;
/** Skills of one posting, each as the places where it stands. */
type Finder = (posting: EvaluationPosting) => Place[][];

function overlaps(some: readonly Place[], others: readonly Place[]): boolean {
  return some.some(([field, start, end]) =>
    others.some((other) => other[0] === field && other[1] < end && start < other[2]),
  );
}

/** Precision counts found skills, recall marked ones, so the two numbers of hits differ; both sides are kept. */
type TwoSided = { found: Hits; marked: Hits };

function compare(found: readonly Place[][], wanted: Marked["skills"]): TwoSided {
  const places = wanted.map(({ spans }) => spans);
  const right = found.filter((one) => places.some((spans) => overlaps(one, spans))).length;
  const met = places.filter((spans) => found.some((one) => overlaps(one, spans))).length;
  return {
    found: { right, predicted: found.length, wanted: 0 },
    marked: { right: met, predicted: 0, wanted: places.length },
  };
}

function scores(all: readonly TwoSided[]): Record<"f1" | "precision" | "recall", number> {
  const { precision } = scoresOf(addHits(all.map(({ found }) => found)));
  const { recall } = scoresOf(addHits(all.map((one) => one.marked)));
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

const METRICS = ["f1", "precision", "recall"] as const;

/** Skills of all kinds in Spanish adverts of all trades, against the places that two readers marked. */
export function measureSpanishSkills(taxonomy: Taxonomy): Measured[] {
  const gold = readData(GOLD, marked);
  const postings = readEvaluationPostings();
  const literal = createLiteralFinder(taxonomy.concepts.values(), ["hard", "soft", "language", "certification"]);
  const ours: Finder = ({ title, description }) =>
    readSkills(taxonomy.matcher, { title, text: description }).skills.map(({ mentions }) =>
      mentions.map(({ field, start, end }): Place => [field, start, end]),
    );
  const plain: Finder = ({ title, description }) =>
    (["title", "text"] as const).flatMap((field) =>
      literal(field === "title" ? title : description).map(({ start, end }): Place[] => [[field, start, end]]),
    );
  const index = postings === null ? null : indexPostings(postings);
  const measure = (finder: Finder, part: readonly Marked[]) =>
    scores(
      part.flatMap((one) => {
        const posting = index?.get(postingKey(one));
        return posting === undefined ? [] : [compare(finder(posting), one.skills)];
      }),
    );
  const parts = [
    ["all-trades-es", gold],
    ["all-trades-es-second-half", gold.filter((one) => isSecondHalf(one.id))],
  ] as const;
  return parts.flatMap(([dataset, part]) => {
    const [value, baseline] = index === null ? [null, null] : [measure(ours, part), measure(plain, part)];
    return METRICS.map((metric) => ({
      suite: "skills" as const,
      dataset,
      n: part.length,
      metric,
      value: value?.[metric] ?? null,
      baseline: baseline === null ? null : { name: "literal preferred labels", value: baseline[metric] },
    }));
  });
}
