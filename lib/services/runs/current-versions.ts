import { EMBEDDING_TEXT_VERSION } from "@/lib/core/embeddings/embedding-text";
import { MATCH_VERSION } from "@/lib/core/matching/weights";
import { ABSORB_VERSION } from "@/lib/core/pipeline/absorb-adverts";
import { READING_VERSION } from "@/lib/core/postings/read-posting";
import { CANONICAL_TEXT_VERSION } from "@/lib/core/postings/to-canonical-text";
import { TRENDS_VERSION } from "@/lib/core/trends/trend-cells";
import type { Context } from "@/lib/services/context/context";

/** Versions of everything that shapes a run's output; stored with the run. */
export function currentVersions(ctx: Context) {
  const { id, version } = ctx.embedder();
  return {
    text: CANONICAL_TEXT_VERSION,
    absorb: ABSORB_VERSION,
    reading: readingVersion(ctx),
    taxonomy: ctx.taxonomy().version,
    embedding: { model: id, version, text: EMBEDDING_TEXT_VERSION },
    match: MATCH_VERSION,
    trends: TRENDS_VERSION,
  };
}

/** What a posting version has to be read with to count as up to date: the rules and what they are read with. */
export function readingVersion(ctx: Context): string {
  return `${READING_VERSION}+${ctx.knowledge().version}`;
}
