import path from "node:path";
import { z } from "zod";
import { foldText } from "@/lib/core/kernel/fold";
import { factField } from "@/lib/core/postings/fact-field";
import { readEligibility } from "@/lib/core/postings/read-eligibility";
import type { PostingReading } from "@/lib/core/postings/read-posting";
import { cohensKappa } from "../agreement";
import { readData } from "../evaluation-data";
import { type EvaluationPosting, indexPostings, postingKey } from "../evaluation-postings";
import { isSecondHalf } from "../halves";
import type { Measured } from "../scoreboard";
import { addHits, compareSets, type Hits, scoresOf } from "../set-scores";
import type { Tell } from "../tell";

const DRAWN = path.join(import.meta.dirname, "..", "gold", "eligibility.jsonl");
/** The readers saw as much of a text. */
export const READ_CHARS = 6_000;

const codes = z.array(z.string()).nullable();
const drawn = z.object({
  source: z.string(),
  id: z.string(),
  lang: z.string(),
  final: codes,
  /** What the two readings said where they differed. */
  readings: z.tuple([codes, codes]).optional(),
});
type Drawn = z.output<typeof drawn>;

/** A posting with what was read and what is right: codes of countries and regions, null where the advert does not say. */
export type EligibilityRead = {
  key: string;
  wanted: readonly string[] | null;
  posting: EvaluationPosting;
  reading: PostingReading;
};

/** The countries and regions that a reading or a stated place names as those of who may apply. */
function eligibleIn({ posting, reading }: EligibilityRead): Set<string> {
  const field = (name: "title" | "text", text: string) => factField({ field: name, text, fold: foldText(text) });
  const text = field("text", posting.description.slice(0, READ_CHARS));
  const read = readEligibility(field("title", posting.title), text, posting.location ?? null, reading.workplace);
  return new Set([...(read?.value.countries ?? []), ...(read?.value.regions ?? [])]);
}

function ofPlace({ posting, reading }: EligibilityRead): Set<string> {
  return new Set(/remot/iu.test(posting.description) && reading.country !== null ? [reading.country] : []);
}

function hitsOf(
  reads: readonly EligibilityRead[],
  find: (read: EligibilityRead) => ReadonlySet<string>,
  tell: Tell,
): Hits {
  return addHits(
    reads.map((read) => {
      const [found, wanted] = [find(read), new Set(read.wanted)];
      const compared = compareSets(found, wanted);
      if (compared.right < Math.max(found.size, wanted.size))
        tell(`eligibility ${read.key}: read ${JSON.stringify([...found])}, labelled ${JSON.stringify(read.wanted)}`);
      return compared;
    }),
  );
}

/** F1 of codes of countries and regions over all postings; as baseline the country of the place wherever the text says "remote". */
export function eligibilityRows(dataset: string, reads: readonly EligibilityRead[], tell: Tell): Measured[] {
  const value = scoresOf(hitsOf(reads, eligibleIn, tell)).f1;
  const name = 'country of the place where "remote" stands';
  const baseline = { name, value: scoresOf(hitsOf(reads, ofPlace, () => undefined)).f1 };
  return [{ suite: "fields", dataset, n: reads.length, metric: "eligibility f1", value, baseline }];
}

function agreementRow(labels: readonly Drawn[]): Measured {
  const said = (one: string[] | null): string => (one ?? []).toSorted().join(" ");
  const both = labels.map(({ final, readings = [final, final] }): [string, string] => [
    said(readings[0]),
    said(readings[1]),
  ]);
  const [dataset, metric] = ["one-reader-twice", "kappa eligibility"];
  return { suite: "fields", dataset, n: labels.length, metric, value: cohensKappa(both), baseline: null };
}

/** Who may apply for remote jobs, over postings drawn for it alone; null figures where they are not there. */
export function drawnEligibilityRows(
  postings: readonly EvaluationPosting[] | null,
  read: (posting: EvaluationPosting) => PostingReading,
  tell: Tell,
): Measured[] {
  const labels = readData(DRAWN, drawn);
  const dataset = "remote-jobs";
  if (postings === null) {
    const absent: Measured = {
      suite: "fields",
      dataset,
      n: labels.length,
      metric: "eligibility f1",
      value: null,
      baseline: null,
    };
    return [absent, agreementRow(labels)];
  }
  const index = indexPostings(postings);
  const reads = labels.flatMap((label): EligibilityRead[] => {
    const posting = index.get(postingKey(label));
    const key = `${label.source} ${label.id}`;
    return posting === undefined ? [] : [{ key, wanted: label.final, posting, reading: read(posting) }];
  });
  const second = reads.filter(({ posting }) => isSecondHalf(posting.id));
  return [
    ...eligibilityRows(dataset, reads, tell),
    ...eligibilityRows(`${dataset}-second-half`, second, () => undefined),
    agreementRow(labels),
  ];
}
