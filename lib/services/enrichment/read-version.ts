import { z } from "zod";
import { hashOf } from "@/lib/core/kernel/hash";
import type { StructuredFields } from "@/lib/core/pipeline/prepare-advert";
import {
  type PostingInput,
  type PostingReading,
  type ReadingKnowledge,
  readPosting,
  readPostings,
} from "@/lib/core/postings/read-posting";
import type { TextBlock } from "@/lib/core/postings/text-block";

const blocksSchema = z.custom<TextBlock[]>((value) => Array.isArray(value));
const structuredSchema = z.custom<StructuredFields>((value) => typeof value === "object" && value !== null);

/** What of a posting version is read. */
export type ReadableVersion = {
  title: string;
  text: string;
  blocks: unknown;
  structured: unknown;
  location: string | null;
};

function toInput(version: ReadableVersion): PostingInput {
  const structured = structuredSchema.parse(version.structured);
  return {
    title: version.title,
    text: version.text,
    location: version.location,
    blocks: blocksSchema.parse(version.blocks),
    lang: structured.lang,
    sourceCountry: structured.sourceCountry ?? null,
    postedOn: structured.postedOn ?? null,
    structured,
  };
}

/** Reads a posting version as stored or as just prepared: the same one gives the same reading. */
export function readVersion(knowledge: ReadingKnowledge, version: ReadableVersion): PostingReading {
  return readPosting(knowledge, toInput(version));
}

/** The readings of many versions, in the same order; quicker than one by one. Throws where a single one cannot be read. */
export function readVersions(knowledge: ReadingKnowledge, versions: readonly ReadableVersion[]): PostingReading[] {
  return readPostings(knowledge, versions.map(toInput));
}

/** Hash of a reading, whatever order its fields came in: a stored value has them in another one. */
export function readingHash(reading: PostingReading): string {
  return hashOf(reading);
}
