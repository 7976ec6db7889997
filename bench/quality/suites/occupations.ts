import path from "node:path";
import { z } from "zod";
import { loadOccupations } from "@/lib/adapters/occupations/load-occupations";
import { foldLabel, foldText } from "@/lib/core/kernel/fold";
import { createOccupationFinder, type OccupationFinder } from "@/lib/core/occupations/occupation-finder";
import { readOccupation } from "@/lib/core/occupations/read-occupation";
import type { Field } from "@/lib/core/postings/find-phrases";
import { findData, readData } from "../evaluation-data";
import type { Measured } from "../scoreboard";

const judgement = z.object({
  source: z.string(),
  /** Line of the source's file, from 1. */
  line: z.number().int().positive(),
  split: z.enum(["dev", "test"]),
  /** Any of these is right; none where the posting names no occupation. */
  occupations: z.array(z.string()),
});
/** Ids of occupations that say no more than a rank or a kind of work end so: `manager-general`, `operator-general`. */
const GENERAL = "-general";

type Judgement = z.infer<typeof judgement>;

const posting = z.object({ title: z.string().nullish(), description: z.string().nullish() });
type Posting = z.infer<typeof posting>;

function fieldOf(field: Field["field"], text: string): Field {
  return { field, text, fold: foldText(text) };
}

function readId(finder: OccupationFinder, { title, description }: Posting): string | null {
  return readOccupation(finder, fieldOf("title", title ?? ""), fieldOf("text", description ?? ""))?.value.id ?? null;
}

/** The baseline: titles that are the posting's whole title, letter for letter but for case and accents. */
function literalIds(finder: OccupationFinder): ReadonlyMap<string, string> {
  const titles = [...finder.occupations.values()].flatMap(({ id, en, es }) =>
    [...en, ...es].map((title) => [foldLabel(title), id] as const),
  );
  return new Map(titles);
}

function isRight(id: string | null, { occupations }: Judgement): boolean {
  return id === null ? occupations.length === 0 : occupations.includes(id);
}

function sourcesOf(judgements: readonly Judgement[]): Map<string, Posting[]> {
  const sources = [...new Set(judgements.map((one) => one.source))];
  return new Map(
    sources.flatMap((source) => {
      const file = findData("postings", `${source}.jsonl.gz`);
      return file === null ? [] : [[source, readData(file, posting)] as const];
    }),
  );
}

/** Share of all postings of the sources that get an occupation, and one that is not merely general. */
function coverageOf(
  finder: OccupationFinder,
  postings: readonly Posting[],
  plain: ReadonlyMap<string, string>,
): Measured[] {
  const n = postings.length;
  const ids = postings.map((one) => readId(finder, one));
  const share = (count: number) => (n === 0 ? null : count / n);
  const literal = share(postings.filter(({ title }) => plain.has(foldLabel(title ?? ""))).length);
  const baseline = literal === null ? null : { name: "whole title, literally", value: literal };
  const isTelling = (id: string | null) => id !== null && finder.occupations.get(id)?.id.endsWith(GENERAL) === false;
  const row = { suite: "esco" as const, dataset: "occupations-all", n, baseline };
  return [
    { ...row, metric: "coverage", value: share(ids.filter((id) => id !== null).length) },
    { ...row, metric: "coverage, telling", value: share(ids.filter(isTelling).length) },
  ];
}

/** Postings whose occupation is told rightly, on two hand-read samples of 150; and how many of those postings get one at all. */
export function measureOccupations(): Measured[] {
  const gold = readData(path.join(import.meta.dirname, "..", "gold", "occupations.jsonl"), judgement);
  const finder = createOccupationFinder(loadOccupations());
  const literal = literalIds(finder);
  const postings = sourcesOf(gold);
  const samples = (["dev", "test"] as const).flatMap((split): Measured[] => {
    const dataset = `occupations-${split}`;
    const read = gold
      .filter((one) => one.split === split)
      .flatMap((one) => {
        const found = postings.get(one.source)?.[one.line - 1];
        if (found === undefined) return [];
        const plain = literal.get(foldLabel(found.title ?? "")) ?? null;
        return [{ one, id: readId(finder, found), plain }];
      });
    const n = read.length;
    const share = (count: number) => (n === 0 ? null : count / n);
    const baseline = share(read.filter(({ one, plain }) => isRight(plain, one)).length);
    const named = (name: string, value: number | null) => (value === null ? null : { name, value });
    return [
      {
        suite: "esco",
        dataset,
        n,
        metric: "accuracy",
        value: share(read.filter(({ one, id }) => isRight(id, one)).length),
        baseline: named("whole title, literally", baseline),
      },
      {
        suite: "esco",
        dataset,
        n,
        metric: "coverage",
        value: share(read.filter(({ id }) => id !== null).length),
        baseline: named("whole title, literally", share(read.filter(({ plain }) => plain !== null).length)),
      },
    ];
  });
  return [...samples, ...coverageOf(finder, [...postings.values()].flat(), literal)];
}
