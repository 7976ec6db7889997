import path from "node:path";
import { z } from "zod";
import { createEmbedder } from "@/lib/adapters/embeddings/create-embedder";
import { createHashEmbedder } from "@/lib/adapters/embeddings/hash-embedder";
import { env } from "@/lib/config/env";
import type { Embedder } from "@/lib/core/embeddings/embedder";
import { embeddingText } from "@/lib/core/embeddings/embedding-text";
import { cosine } from "@/lib/core/embeddings/vectors";
import { readSkills } from "@/lib/core/skills/read-skills";
import type { Taxonomy } from "@/lib/services/context/context";
import { cohensKappa } from "../agreement";
import { readData } from "../evaluation-data";
import type { Measured } from "../scoreboard";
import { mean } from "../set-scores";

const GOLD = path.join(import.meta.dirname, "..", "gold", "embedding-pairs.jsonl");
const LANG_PAIRS = ["en-en", "es-es", "es-en"] as const;

const side = z.object({ lang: z.enum(["en", "es"]), title: z.string(), text: z.string() });
type Side = z.output<typeof side>;
const pair = z.object({
  id: z.string(),
  langs: z.enum(LANG_PAIRS),
  first: side,
  second: side,
  like: z.boolean(),
  /** What the first and the second reading said. */
  readings: z.tuple([z.boolean(), z.boolean()]),
});
type Pair = z.output<typeof pair>;

/** What of an advert is embedded; null where that is too little for the model. */
type TextOf = (side: Side) => string | null;
export type Closeness = { like: boolean; isEmbedded: boolean; closeness: number };

function raw({ title, text }: Side): string {
  return text === "" ? title : `${title}\n${text}`;
}

function asProduct(taxonomy: Taxonomy, reads: Embedder["reads"]): TextOf {
  return ({ title, text, lang }) => {
    const { skills } = readSkills(taxonomy.matcher, { title, text, lang });
    const ids = skills.map(({ id }) => id).sort();
    const skillLabels = ids.map((id) => taxonomy.concepts.get(id)?.en[0]).filter((label) => label !== undefined);
    return embeddingText({ title, text, lang, skillLabels, reads });
  };
}

/** How often a like pair is closer than an unlike one, ties for a half: 1 where all are, 0.5 by chance. */
export function areaUnderCurve(pairs: readonly Closeness[]): number {
  const [likes, unlikes] = [pairs.filter(({ like }) => like), pairs.filter(({ like }) => !like)];
  const wins = likes.flatMap((a) =>
    unlikes.map((b) => (a.closeness > b.closeness ? 1 : a.closeness === b.closeness ? 0.5 : 0)),
  );
  return mean(wins);
}

/** Mean closeness of the like pairs less that of the unlike ones. */
export function separation(pairs: readonly Closeness[]): number {
  const meanOf = (wanted: boolean) =>
    mean(pairs.filter(({ like }) => like === wanted).map(({ closeness }) => closeness));
  return meanOf(true) - meanOf(false);
}

/** Cosines of the pairs; 0 where a side gives the model nothing, as where a posting has no vector. */
async function closenessOf(embedder: Embedder, pairs: readonly Pair[], textOf: TextOf): Promise<Closeness[]> {
  const texts = pairs.flatMap(({ first, second }) => [textOf(first), textOf(second)]);
  const wanted = [...new Set(texts.filter((text) => text !== null))];
  const vectors = await embedder.embed(wanted);
  const vectorOf = new Map(wanted.map((text, at) => [text, vectors[at] ?? []]));
  const look = (text: string | null = null) => (text === null ? [] : (vectorOf.get(text) ?? []));
  return pairs.map(({ like }, at) => {
    const closeness = cosine(look(texts[at * 2]), look(texts[at * 2 + 1]));
    return { like, isEmbedded: closeness !== null, closeness: closeness ?? 0 };
  });
}

type Way = { name: string; model: readonly Closeness[]; hashed: readonly Closeness[] };

function rowsOf(pairs: readonly Pair[], ways: readonly Way[]): Measured[] {
  return (["all", ...LANG_PAIRS] as const).flatMap((dataset) => {
    const isOfIt = (_: Closeness, at: number) => dataset === "all" || pairs[at]?.langs === dataset;
    return ways.flatMap(({ name, model, hashed }): Measured[] => {
      const [own, plain] = [model.filter(isOfIt), hashed.filter(isOfIt)];
      const row = (metric: string, measure: (of: readonly Closeness[]) => number): Measured => ({
        suite: "embeddings",
        dataset,
        n: own.length,
        metric: `${metric} ${name}`,
        value: measure(own),
        baseline: { name: "hashed words", value: measure(plain) },
      });
      const embedded = (of: readonly Closeness[]) => mean(of.map(({ isEmbedded }) => (isEmbedded ? 1 : 0)));
      return [row("auc", areaUnderCurve), row("separation", separation), row("embedded", embedded)];
    });
  });
}

/** How well the configured model tells like from unlike adverts: their words as they are, and as the product embeds them. */
export async function measureEmbeddings(taxonomy: Taxonomy): Promise<Measured[]> {
  const pairs = readData(GOLD, pair);
  const [embedder, hash] = [createEmbedder(env()), createHashEmbedder()];
  const ways: Way[] = [];
  for (const [name, textOf] of [
    ["raw", raw],
    ["with concepts", asProduct(taxonomy, embedder.reads)],
  ] as const)
    ways.push({
      name,
      model: await closenessOf(embedder, pairs, textOf),
      hashed: await closenessOf(hash, pairs, textOf),
    });
  const both = pairs.map(({ readings }): [string, string] => [String(readings[0]), String(readings[1])]);
  const agreement: Measured = {
    suite: "embeddings",
    dataset: "one-reader-twice",
    n: pairs.length,
    metric: "kappa like",
    value: cohensKappa(both),
    baseline: null,
  };
  return [...rowsOf(pairs, ways), agreement];
}
