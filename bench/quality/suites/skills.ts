import { z } from "zod";
import { lookupSkill } from "@/lib/core/skills/lookup-skill";
import { readSkills } from "@/lib/core/skills/read-skills";
import type { FoundSkill } from "@/lib/core/skills/skill-types";
import type { Taxonomy } from "@/lib/services/context/context";
import { findData, readData } from "../evaluation-data";
import { createLiteralFinder, type LiteralFinder, unknownKey } from "../literal-labels";
import type { Measured } from "../scoreboard";
import { addHits, compareSets, type Hits, scoresOf } from "../set-scores";
import { measureSpanishSkills } from "./skills-es";
import { measureSentences } from "./skills-sentences";

const METRICS = ["f1", "precision", "recall"] as const;

function rowsOf(dataset: string, n: number, ours: Hits, literal: Hits): Measured[] {
  const [value, baseline] = [scoresOf(ours), scoresOf(literal)];
  return METRICS.map((metric) => ({
    suite: "skills",
    dataset,
    n,
    metric,
    value: value[metric],
    baseline: { name: "literal preferred labels", value: baseline[metric] },
  }));
}

function skippedRows(dataset: string): Measured[] {
  return METRICS.map((metric) => ({ suite: "skills", dataset, n: 0, metric, value: null, baseline: null }));
}

const advert = z.object({ title: z.string(), description: z.string(), hard_skills: z.array(z.string()) });

function hardIds(skills: readonly FoundSkill[]): Set<string> {
  return new Set(skills.filter((skill) => skill.kind === "hard").map((skill) => skill.id));
}

/** Published on the adverts that this sample was taken from: unique skills over the whole corpus, normalised text. */
const PUBLISHED = [
  { name: "published: regular expressions", value: 0.181 },
  { name: "published: NER and regular expressions", value: 0.25 },
  { name: "published: best small language model", value: 0.462 },
] as const;

function measureAdverts(taxonomy: Taxonomy, literal: LiteralFinder): Measured[] {
  const file = findData("skills-gold", "latam_tech", "gold_dev.jsonl");
  if (file === null) return skippedRows("latam-tech-dev");
  const adverts = readData(file, advert).map(({ title, description, hard_skills: names }) => ({
    wanted: new Set(names.map((name) => lookupSkill(taxonomy.matcher, name)?.id ?? unknownKey(name))),
    ours: hardIds(readSkills(taxonomy.matcher, { title, text: description }).skills),
    literal: new Set(literal(`${title}\n${description}`).map((found) => found.id)),
  }));
  const ours = addHits(adverts.map((one) => compareSets(one.ours, one.wanted)));
  const plain = addHits(adverts.map((one) => compareSets(one.literal, one.wanted)));
  const all = (side: "ours" | "wanted") => new Set(adverts.flatMap((one) => [...one[side]]));
  const unique = scoresOf(compareSets(all("ours"), all("wanted"))).f1;
  const published = PUBLISHED.map(
    (baseline): Measured => ({
      suite: "skills",
      dataset: "latam-tech-dev",
      n: adverts.length,
      metric: "f1 unique",
      value: unique,
      baseline,
    }),
  );
  return [...rowsOf("latam-tech-dev", adverts.length, ours, plain), ...published];
}

/** Skills named in adverts (names mapped to concepts), and spans of knowledge in sentences (exact borders). */
export function measureSkills(taxonomy: Taxonomy): Measured[] {
  const literal = createLiteralFinder(taxonomy.concepts.values());
  return [...measureAdverts(taxonomy, literal), ...measureSentences(taxonomy), ...measureSpanishSkills(taxonomy)];
}
