import type { Span } from "@/lib/core/kernel/span";
import type { Concept, SkillKind } from "@/lib/core/skills/skill-types";
import { runsOf } from "@/lib/core/tagger/tagged-sentence";
import type { Taxonomy } from "@/lib/services/context/context";
import { createWordFinder, readEscoLabels } from "../esco-labels";
import { learnLayer } from "../learn-layer";
import type { Baseline, Measured } from "../scoreboard";
import { type Layer, readSentences, spansOf } from "../sentence-sets";
import { addHits, compareSets, type Hits, scoresOf } from "../set-scores";

const ALL: readonly SkillKind[] = ["hard", "soft", "language", "certification"];
const BOTH_ESCO = ["knowledge", "skill/competence"];

const KNOWLEDGE: Layer = { set: "skillspan", tags: "tags_knowledge", kinds: ["hard"], esco: ["knowledge"] };
const SKILLS: Layer = { set: "skillspan", tags: "tags_skill", kinds: ["soft"], esco: ["skill/competence"] };
const GREEN: Layer = { set: "green", tags: "tags_skill", kinds: ALL, esco: BOTH_ESCO };
const SOFT: Layer = { set: "sayfullina", tags: "tags_skill", kinds: ["soft"], esco: BOTH_ESCO };

type Side = "rules" | "tagger" | "union" | "literal" | "esco";
type LayerHits = { n: number; hits: Readonly<Record<Side, Hits>> };

/** A transformer pretrained on job adverts, skills and knowledge together, on the set's test part. */
const PUBLISHED: Baseline = { name: "published: a transformer", value: 0.626 };
const METRICS = ["f1", "precision", "recall"] as const;

function keysOf(spans: readonly Span[]): Set<string> {
  return new Set(spans.map(({ start, end }) => `${start}-${end}`));
}

function preferredLabels(concepts: Iterable<Concept>, kinds: readonly SkillKind[]): string[] {
  return Array.from(concepts).flatMap(({ kind, en, es }) =>
    kinds.includes(kind) ? [en[0], es[0]].filter((label) => label !== undefined) : [],
  );
}

/** Exact spans of one layer by each side; the tagger learns from the training part alone. Null where data is missing. */
function measureLayer({ matcher, concepts }: Taxonomy, layer: Layer): LayerHits | null {
  const [train, dev] = [readSentences(matcher, layer, "train"), readSentences(matcher, layer, "dev")];
  const labels = readEscoLabels(layer.esco);
  if (train === null || dev === null || labels === null) return null;
  const { tag } = learnLayer(train);
  const literal = createWordFinder(preferredLabels(concepts.values(), layer.kinds));
  const esco = createWordFinder(labels);
  const read = dev.map((one): Record<Side, Hits> => {
    const wanted = keysOf(one.spans);
    const tagged = spansOf(one.words, runsOf(tag(one)));
    const compare = (spans: readonly Span[]): Hits => compareSets(keysOf(spans), wanted);
    return {
      rules: compare(one.rules),
      tagger: compare(tagged),
      union: compare([...one.rules, ...tagged]),
      literal: compare(literal(one.text)),
      esco: compare(esco(one.text)),
    };
  });
  return { n: dev.length, hits: sumSides(read) };
}

function sumSides(all: readonly Readonly<Record<Side, Hits>>[]): Record<Side, Hits> {
  const sum = (side: Side): Hits => addHits(all.map((hits) => hits[side]));
  return {
    rules: sum("rules"),
    tagger: sum("tagger"),
    union: sum("union"),
    literal: sum("literal"),
    esco: sum("esco"),
  };
}

/** Several layers of the same sentences, micro-averaged. */
function together(layers: readonly (LayerHits | null)[]): LayerHits | null {
  const there = layers.filter((layer) => layer !== null);
  const [first] = there;
  if (first === undefined || there.length < layers.length) return null;
  return { n: first.n, hits: sumSides(there.map(({ hits }) => hits)) };
}

function rowsOf(dataset: string, measured: LayerHits | null, published: readonly Baseline[] = []): Measured[] {
  const row = (name: string, side: Side, metric: (typeof METRICS)[number], baseline: Baseline | null): Measured => {
    const value = measured === null ? null : scoresOf(measured.hits[side])[metric];
    return {
      suite: "skills",
      dataset: name,
      n: measured?.n ?? 0,
      metric,
      value,
      baseline: value === null ? null : baseline,
    };
  };
  const against = (name: string, side: Side, metric: (typeof METRICS)[number]): Baseline | null =>
    measured === null ? null : { name, value: scoresOf(measured.hits[side])[metric] };
  return [
    ...METRICS.map((metric) => row(dataset, "rules", metric, against("literal preferred labels", "literal", metric))),
    row(dataset, "rules", "f1", against("ESCO's labels", "esco", "f1")),
    ...METRICS.map((metric) => row(`${dataset}-tagger`, "tagger", metric, against("rules", "rules", metric))),
    ...published.map((baseline) => row(`${dataset}-tagger`, "tagger", "f1", baseline)),
    ...METRICS.map((metric) => row(`${dataset}-union`, "union", metric, against("rules", "rules", metric))),
  ];
}

/**
 * Spans of skills and knowledge in sentences, exact borders, micro-averaged: by our rules, by a tagger that learns here from the
 * training parts, and by both together.
 */
export function measureSentences(taxonomy: Taxonomy): Measured[] {
  const knowledge = measureLayer(taxonomy, KNOWLEDGE);
  return [
    ...rowsOf("skillspan-dev", knowledge),
    ...rowsOf("skillspan-both-dev", together([knowledge, measureLayer(taxonomy, SKILLS)]), [PUBLISHED]),
    ...rowsOf("green-dev", measureLayer(taxonomy, GREEN)),
    ...rowsOf("sayfullina-dev", measureLayer(taxonomy, SOFT)),
  ];
}
