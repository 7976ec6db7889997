import { type ModelFact, modelReading } from "@/lib/core/model-reading/model-reading";
import type { Requirement } from "@/lib/core/postings/posting-fields";
import { conceptLabels } from "@/lib/core/skills/concept-labels";
import type { Concept } from "@/lib/core/skills/skill-types";
import { type PostingFacts, readingShape } from "./reading-shape";
import type { Labels } from "./to-summary";

type EscoView = { uri: string; label: string };

/** What a model added to the reading of a posting, as its page shows it: apart from our own reading, each part with the advert's words. */
export type ModelView = {
  /** The models that answered. */
  models: string[];
  /** Facts that our own reading lacks, in the form in which its facts are shown, and the words of each. */
  facts: PostingFacts;
  told: { field: ModelFact["field"]; quote: string }[];
  /** The name of the job, where the posting's title is another. */
  title: string | null;
  skills: { id: string; labels: Labels; requirement: Requirement; quote: string }[];
  /** Skills that the taxonomy does not have, in the advert's words. */
  phrases: { phrase: string; requirement: Requirement; esco: EscoView | null }[];
  /** ESCO concepts chosen for skills that the taxonomy has without one. */
  concepts: (EscoView & { labels: Labels })[];
  summary: string | null;
};

function labelsOf(concepts: ReadonlyMap<string, Concept>, id: string, fallback: string): Labels {
  const concept = concepts.get(id);
  return concept === undefined ? { en: fallback, es: fallback } : conceptLabels(concept);
}

/** A stored model's reading for showing; null where there is none, where it has another form than today's, or where the model added nothing. */
export function toModelView(stored: unknown, concepts: ReadonlyMap<string, Concept>): ModelView | null {
  const parsed = modelReading.safeParse(stored);
  if (!parsed.success) return null;
  const { models, facts, skills, phrases, summary, concepts: chosen } = parsed.data;
  if (facts.length + skills.length + phrases.length + summary.length + chosen.length === 0) return null;
  const values = Object.fromEntries(facts.map(({ field, value }) => [field, value]));
  return {
    models,
    facts: readingShape.parse(values),
    told: facts.map(({ field, evidence }) => ({ field, quote: evidence.text })),
    title: facts.find((fact) => fact.field === "title")?.value ?? null,
    skills: skills.map(({ id, label, requirement, evidence }) => ({
      id,
      labels: labelsOf(concepts, id, label),
      requirement,
      quote: evidence.text,
    })),
    phrases: phrases.map(({ phrase, requirement, esco }) => ({ phrase, requirement, esco })),
    concepts: chosen.map(({ skillId, uri, label }) => ({ labels: labelsOf(concepts, skillId, skillId), uri, label })),
    summary: summary.length === 0 ? null : summary.map(({ text }) => text).join(" "),
  };
}
