import { z } from "zod";
import type { MatchVersion } from "@/lib/adapters/db/queries/match-postings";
import type { QuotedSpan } from "@/lib/core/kernel/span";
import type { MatchPosting } from "@/lib/core/matching/match-types";
import { REQUIREMENTS, SENIORITIES } from "@/lib/core/postings/posting-fields";
import type { Concept, FoundSkill } from "@/lib/core/skills/skill-types";

const spanSchema = z.object({ field: z.enum(["text", "title"]), start: z.int(), end: z.int(), text: z.string() });

const storedReading = z.object({
  lang: z.string(),
  seniority: z.enum(SENIORITIES).nullable(),
  yearsMin: z.number().nullable(),
  evidence: z.record(z.string(), z.array(spanSchema)),
});

const requirementSchema = z.enum(REQUIREMENTS);
const fieldSchema = z.enum(["text", "title"]);

type StoredSkill = MatchVersion["skills"][number];

/** A stored skill of a version as reading had found it; null where its concept left the taxonomy. */
export function toFoundSkill(
  stored: StoredSkill,
  version: { title: string; text: string },
  concepts: ReadonlyMap<string, Concept>,
): FoundSkill | null {
  const concept = concepts.get(stored.skillId);
  if (concept === undefined) return null;
  return {
    id: stored.skillId,
    label: concept.en[0] ?? concept.id,
    kind: concept.kind,
    esco: concept.esco,
    confidence: stored.confidence,
    requirement: requirementSchema.parse(stored.requirement),
    method: stored.method,
    mentions: stored.mentions.map(({ field, start, end }) => {
      const where = fieldSchema.parse(field);
      return { field: where, start, end, text: version[where].slice(start, end) };
    }),
  };
}

function experienceSpan(evidence: z.infer<typeof storedReading>["evidence"]): QuotedSpan | null {
  const spans = [...(evidence["yearsMin"] ?? []), ...(evidence["seniority"] ?? [])];
  const found = spans.find((span) => span.field === "text");
  return found === undefined ? null : { start: found.start, end: found.end, text: found.text };
}

/** The posting side of a match, from a stored version. */
export function toMatchPosting(
  postingId: string,
  version: MatchVersion,
  embedding: readonly number[] | null,
  concepts: ReadonlyMap<string, Concept>,
): MatchPosting {
  const reading = storedReading.parse(version.reading);
  return {
    postingId,
    title: version.title,
    company: version.company,
    lang: reading.lang,
    text: version.text,
    skills: version.skills.map((skill) => toFoundSkill(skill, version, concepts)).filter((skill) => skill !== null),
    yearsMin: reading.yearsMin,
    seniority: reading.seniority,
    experienceEvidence: experienceSpan(reading.evidence),
    embedding,
  };
}
