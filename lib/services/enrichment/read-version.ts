import { z } from "zod";
import { hashOf } from "@/lib/core/kernel/hash";
import type { StructuredFields } from "@/lib/core/pipeline/prepare-advert";
import { type PostingReading, readPosting } from "@/lib/core/postings/read-posting";
import type { TextBlock } from "@/lib/core/postings/text-block";
import type { SkillMatcher } from "@/lib/core/skills/skill-matcher";

const blocksSchema = z.custom<TextBlock[]>((value) => Array.isArray(value));
const structuredSchema = z.custom<StructuredFields>((value) => typeof value === "object" && value !== null);

/** What of a posting version is read. */
export type ReadableVersion = { title: string; text: string; blocks: unknown; structured: unknown };

/** Reads a posting version as stored or as just prepared: the same one gives the same reading. */
export function readVersion(matcher: SkillMatcher, version: ReadableVersion): PostingReading {
  const structured = structuredSchema.parse(version.structured);
  return readPosting(matcher, {
    title: version.title,
    text: version.text,
    blocks: blocksSchema.parse(version.blocks),
    lang: structured.lang,
    structured,
  });
}

/** Hash of a reading, whatever order its fields came in: a stored value has them in another one. */
export function readingHash(reading: PostingReading): string {
  return hashOf(reading);
}
