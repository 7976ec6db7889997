import { createEmbedder } from "@/lib/adapters/embeddings/create-embedder";
import { readPostingRows } from "@/lib/adapters/sources/file/read-posting-rows";
import { env } from "@/lib/config/env";
import type { Embedder } from "@/lib/core/embeddings/embedder";
import { embeddingText } from "@/lib/core/embeddings/embedding-text";
import { englishLabels } from "@/lib/core/embeddings/skill-labels";
import type { MatchPosting, MatchResult, Weights } from "@/lib/core/matching/match-types";
import { prepareResume } from "@/lib/core/matching/prepare-resume";
import { rankMatches } from "@/lib/core/matching/rank-matches";
import { type MatchContext, scorePrepared } from "@/lib/core/matching/score-match";
import { prepareAdvert } from "@/lib/core/pipeline/prepare-advert";
import { type PostingReading, type ReadingKnowledge, readPosting } from "@/lib/core/postings/read-posting";
import type { Profile } from "@/lib/core/resumes/profile";
import type { FoundSkill } from "@/lib/core/skills/skill-types";
import type { Taxonomy } from "@/lib/services/context/context";
import { packagedStatistics } from "./corpus-statistics";

export type MatchFilesInput = {
  profile: Profile;
  /** File of postings, one a row. */
  postings: string;
  weights: Weights;
  now: Date;
  taxonomy: Taxonomy;
  knowledge: ReadingKnowledge;
  /** How many of the best by words and years also get their semantic part; 0 for none. */
  embedBest: number;
  embedder?: Embedder;
  onRow?: (done: number) => void;
};

export type MatchFilesResult = { ranked: MatchResult[]; rejected: { line: number; reason: string }[] };

function experienceSpan({ evidence }: PostingReading): MatchPosting["experienceEvidence"] {
  const found = [...(evidence["yearsMin"] ?? []), ...(evidence["seniority"] ?? [])].find(
    (span) => span.field === "text",
  );
  return found === undefined ? null : { start: found.start, end: found.end, text: found.text };
}

async function readPostings(
  input: MatchFilesInput,
): Promise<{ postings: MatchPosting[]; rejected: MatchFilesResult["rejected"] }> {
  const postings: MatchPosting[] = [];
  const rejected: MatchFilesResult["rejected"] = [];
  for await (const reading of readPostingRows(input.postings)) {
    input.onRow?.(postings.length + rejected.length + 1);
    if (reading.kind === "rejected") {
      rejected.push({ line: reading.line, reason: reading.reason });
      continue;
    }
    const origin = { sourceId: reading.row.source, isDemo: false, rawDocumentId: "", rawLocator: null };
    const { title, company, location, text, blocks, structured } = prepareAdvert(reading.row, origin);
    const read = readPosting(input.knowledge, { title, text, blocks, location, lang: structured.lang, structured });
    postings.push({
      postingId: reading.row.givenId ?? reading.row.externalId,
      title,
      company,
      lang: read.lang,
      text,
      skills: read.skills,
      yearsMin: read.yearsMin,
      seniority: read.seniority,
      experienceEvidence: experienceSpan(read),
      embedding: null,
    });
  }
  return { postings, rejected };
}

type Embeddable = { title: string; text: string; lang: string; skills: readonly FoundSkill[] };

async function vectorsOf(
  embedder: Embedder,
  items: readonly Embeddable[],
  taxonomy: Taxonomy,
): Promise<(readonly number[] | null)[]> {
  const texts = items.map(({ skills, ...item }) =>
    embeddingText({ ...item, skillLabels: englishLabels(skills, taxonomy.concepts), reads: embedder.reads }),
  );
  const told = texts.filter((text) => text !== null);
  const made = await embedder.embed(told);
  let next = 0;
  return texts.map((text) => (text === null ? null : (made[next++] ?? null)));
}

/**
 * Ranks the postings of a file for a résumé, without a database and with the packaged rarity table. First all are scored by skills,
 * years and words; the best of them are then embedded and scored again with their semantic part, so that the cost of the model
 * does not grow with the file. Equal input gives equal output.
 */
export async function matchFiles(input: MatchFilesInput): Promise<MatchFilesResult> {
  const { profile, taxonomy, now, weights, embedBest } = input;
  const { postings, rejected } = await readPostings(input);
  const context: MatchContext = { statistics: packagedStatistics(), weights, concepts: taxonomy.concepts };
  const plain = prepareResume({ profile, embedding: null }, now);
  const byWords = rankMatches(postings.map((posting) => scorePrepared(plain, { posting, terms: null }, context)));
  if (embedBest === 0 || byWords.length === 0) return { ranked: byWords, rejected };
  const embedder = input.embedder ?? createEmbedder(env());
  const byId = new Map(postings.map((posting) => [posting.postingId, posting]));
  const best = byWords.slice(0, embedBest).map((result) => byId.get(result.postingId));
  const chosen = best.filter((posting) => posting !== undefined);
  const resume = {
    title: profile.positions[0]?.title ?? "",
    text: profile.text,
    lang: profile.lang,
    skills: profile.skills,
  };
  const [own = null, ...vectors] = await vectorsOf(embedder, [resume, ...chosen], taxonomy);
  const told = prepareResume({ profile, embedding: own }, now);
  const again = chosen.map((posting, index) =>
    scorePrepared(told, { posting: { ...posting, embedding: vectors[index] ?? null }, terms: null }, context),
  );
  return { ranked: rankMatches([...again, ...byWords.slice(embedBest)]), rejected };
}
