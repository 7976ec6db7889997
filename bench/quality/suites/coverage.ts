import { sha256 } from "@/lib/core/kernel/hash";
import { type PostingReading, type ReadingKnowledge, readPosting } from "@/lib/core/postings/read-posting";
import { recoverBlocks } from "@/lib/core/postings/recover-blocks";
import type { Concept } from "@/lib/core/skills/skill-types";
import { type EvaluationPosting, postingKey, readEvaluationPostings } from "../evaluation-postings";
import { createLiteralFinder } from "../literal-labels";
import type { Measured } from "../scoreboard";

const SAMPLE = 400;
const ENOUGH_SKILLS = 3;
/** The baseline of seniority: its plainest words, in the title. */
const PLAIN_LEVEL = /\b(?:intern|junior|jr|senior|sr|lead|manager|director|jefe|gerente|practicante|pasante)\b/iu;

const IS_COVERED: Readonly<Record<string, (reading: PostingReading) => boolean>> = {
  "three skills": ({ skills }) => skills.length >= ENOUGH_SKILLS,
  occupation: ({ occupation }) => occupation !== null,
  seniority: ({ seniority }) => seniority !== null,
  country: ({ country }) => country !== null,
  workplace: ({ workplace }) => workplace !== null,
  "employment type": ({ employmentType }) => employmentType !== null,
  pay: ({ salary }) => salary !== null,
};

type Read = { posting: EvaluationPosting; reading: PostingReading };

/** Those with the least hashes: as good as drawn by lot, and the same every time. */
function drawn(postings: readonly EvaluationPosting[]): EvaluationPosting[] {
  const hashed = postings.map((posting) => ({ posting, hash: sha256(`coverage ${postingKey(posting)}`) }));
  return hashed
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
    .slice(0, SAMPLE)
    .map(({ posting }) => posting);
}

function rowsOf(
  dataset: string,
  reads: readonly Read[],
  plain: ReadonlyMap<string, (read: Read) => boolean>,
): Measured[] {
  const share = (holds: (read: Read) => boolean): number | null =>
    reads.length === 0 ? null : reads.filter(holds).length / reads.length;
  return Object.entries(IS_COVERED).map(([metric, isCovered]): Measured => {
    const literal = plain.get(metric);
    const value = literal === undefined ? null : share(literal);
    const baseline = value === null ? null : { name: "literal words", value };
    return {
      suite: "fields",
      dataset,
      n: reads.length,
      metric,
      value: share(({ reading }) => isCovered(reading)),
      baseline,
    };
  });
}

/** How many of some random real postings are read to have each fact, right or wrong: of all, and by the language stated for them. */
export function measureCoverage(knowledge: ReadingKnowledge, concepts: Iterable<Concept>): Measured[] {
  const find = createLiteralFinder(concepts);
  const plain = new Map<string, (read: Read) => boolean>([
    ["three skills", ({ posting }) => new Set(find(posting.description).map(({ id }) => id)).size >= ENOUGH_SKILLS],
    ["seniority", ({ posting }) => PLAIN_LEVEL.test(posting.title)],
  ]);
  const reads = drawn(readEvaluationPostings() ?? []).map((posting): Read => {
    const { title, description: text, location } = posting;
    const input = { title, text, blocks: recoverBlocks(text), location: location ?? null };
    return { posting, reading: readPosting(knowledge, input) };
  });
  return [
    ...rowsOf("coverage", reads, plain),
    ...(["en", "es"] as const).flatMap((lang) =>
      rowsOf(
        `coverage-${lang}`,
        reads.filter(({ posting }) => posting.lang === lang),
        plain,
      ),
    ),
  ];
}
