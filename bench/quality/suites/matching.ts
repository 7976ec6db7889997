import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import type { MatchResult } from "@/lib/core/matching/match-types";
import { DEFAULT_WEIGHTS } from "@/lib/core/matching/weights";
import { sha256 } from "@/lib/core/kernel/hash";
import { readKnowledge } from "@/lib/services/context/read-knowledge";
import type { Taxonomy } from "@/lib/services/context/context";
import { readResumeFile } from "@/lib/services/documents/read-resume-file";
import { matchFiles } from "@/lib/services/matches/match-files";
import { demoHistory } from "../demo-adverts";
import type { Measured } from "../scoreboard";
import { averagePrecision, mean, ndcg } from "../set-scores";

const NOW = new Date("2026-06-30T12:00:00Z");
const RANDOM_ORDERS = 100;
const WORDS_ONLY = { skills: 0, experience: 0, keywords: 20 };

const judgementsSchema = z.array(
  z.strictObject({ resume: z.string(), fits: z.array(z.string()), partly: z.array(z.string()) }),
);
type Judgement = z.infer<typeof judgementsSchema>[number];

/** One advert for each hand-written description: the first that the board ever showed. */
function writePostings(file: string): string[] {
  const keys = new Set<string>();
  const rows: string[] = [];
  for (const advert of demoHistory().adverts) {
    if (keys.has(advert.descriptionKey)) continue;
    keys.add(advert.descriptionKey);
    const { descriptionKey: id, title, employerName: company, lang } = advert;
    rows.push(JSON.stringify({ id, title, company, lang, description: advert.versions[0].body }));
  }
  writeFileSync(file, `${rows.join("\n")}\n`);
  return [...keys].sort();
}

/** 2 fits, 1 partly, 0 not. */
function gainOf(judgement: Judgement, key: string): number {
  if (judgement.fits.includes(key)) return 2;
  return judgement.partly.includes(key) ? 1 : 0;
}

const MEASURES: Readonly<Record<string, (gains: readonly number[]) => number>> = {
  "ndcg@10": (gains) => ndcg(gains, 10),
  map: averagePrecision,
};

type Rankings = { ours: number[][]; words: number[][]; random: number[][] };

function randomOrders(judgement: Judgement, keys: readonly string[]): number[][] {
  return Array.from({ length: RANDOM_ORDERS }, (_, seed) => {
    const order = keys.map((key) => ({ key, at: sha256(`${seed} ${key}`) })).sort((a, b) => (a.at < b.at ? -1 : 1));
    return order.map(({ key }) => gainOf(judgement, key));
  });
}

async function rank(judgements: readonly Judgement[], postings: string, taxonomy: Taxonomy): Promise<Rankings> {
  const keys = writePostings(postings);
  const rankings: Rankings = { ours: [], words: [], random: [] };
  for (const judgement of judgements) {
    const outcome = await readResumeFile(judgement.resume, taxonomy.matcher, NOW);
    if (outcome.kind !== "read") throw new Error(`${judgement.resume} cannot be read: ${outcome.message}`);
    const input = { profile: outcome.profile, postings, now: NOW, taxonomy, knowledge: readKnowledge(taxonomy) };
    const gains = (ranked: readonly MatchResult[]) => ranked.map(({ postingId }) => gainOf(judgement, postingId));
    const ours = await matchFiles({ ...input, weights: DEFAULT_WEIGHTS, embedBest: keys.length });
    const words = await matchFiles({ ...input, weights: WORDS_ONLY, embedBest: 0 });
    rankings.ours.push(gains(ours.ranked));
    rankings.words.push(gains(words.ranked));
    rankings.random.push(...randomOrders(judgement, keys));
  }
  return rankings;
}

/**
 * Rankings of the demo board's descriptions for résumés of four trades, against judgements made by reading both (by one reader, for
 * this first set) before any ranking was seen.
 */
export async function measureMatching(taxonomy: Taxonomy): Promise<Measured[]> {
  const file = path.join(import.meta.dirname, "..", "fixtures", "judgements.json");
  const judgements = judgementsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  const folder = mkdtempSync(path.join(tmpdir(), "atalaya-quality-"));
  try {
    const { ours, words, random } = await rank(judgements, path.join(folder, "postings.jsonl"), taxonomy);
    return Object.entries(MEASURES).flatMap(([metric, measure]): Measured[] => {
      const shared = { suite: "matching" as const, dataset: "own", n: judgements.length, metric };
      const value = mean(ours.map(measure));
      return [
        { ...shared, value, baseline: { name: "words only", value: mean(words.map(measure)) } },
        { ...shared, value, baseline: { name: "random order", value: mean(random.map(measure)) } },
      ];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
