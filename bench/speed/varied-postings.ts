import { readdirSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { DedupeInput } from "@/lib/core/dedupe/dedupe-types";
import { toCanonicalText } from "@/lib/core/postings/to-canonical-text";
import { findData, readData } from "../quality/evaluation-data";

const rowSchema = z.object({
  title: z.string().catch(""),
  company: z.string().nullish(),
  location: z.string().nullish(),
  description: z.string().catch(""),
});
type Base = { title: string; company: string; location: string; sentences: string[] };

const SHARE_OF_COPIES = 0.25;
const KEPT_SENTENCES = 0.9;
const BORROWED = 0.5;

/** Park and Miller's generator: the same seed, the same postings. */
export function createRandom(seed: number): () => number {
  let state = seed % 2_147_483_647;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** The postings of the evaluation data, cut into sentences; null where the data is not there. Nothing of them is stored. */
export function readBases(): Base[] | null {
  const folder = findData("postings");
  if (folder === null) return null;
  const rows = readdirSync(folder)
    .sort()
    .flatMap((name) => readData(path.join(folder, name), rowSchema));
  return rows.map(({ title, company, location, description }) => ({
    title,
    company: company ?? "",
    location: location ?? "",
    sentences: toCanonicalText(description, "text").text.split(/(?<=[.!?])\s+|\n+/u),
  }));
}

function pick<T>(items: readonly T[], random: () => number): T | undefined {
  return items[Math.floor(random() * items.length)];
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const copy = [...items];
  for (let at = copy.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const [a, b] = [copy[at], copy[other]];
    if (a === undefined || b === undefined) continue;
    copy[at] = b;
    copy[other] = a;
  }
  return copy;
}

type Draft = Pick<DedupeInput, "title" | "company" | "location"> & { sentences: string[] };

/** Another job: sentences of two real postings in another order, the title of one, an employer of its own, the place of a third. */
function newJob(bases: readonly Base[], random: () => number, at: number): Draft {
  const [own, other, third] = [pick(bases, random), pick(bases, random), pick(bases, random)];
  const borrowed = (other?.sentences ?? []).filter(() => random() < BORROWED);
  const kept = (own?.sentences ?? []).filter(() => random() < KEPT_SENTENCES);
  return {
    title: own?.title ?? "",
    company: `${third?.company ?? ""} ${Math.floor(at / 3).toString(36)}`,
    location: third?.location ?? "",
    sentences: shuffled([...kept, ...borrowed], random),
  };
}

/** The same job at another board or in another city, with a sentence lost here and there. */
function copyOf(draft: Draft, bases: readonly Base[], random: () => number): Draft {
  const location = random() < 0.5 ? draft.location : (pick(bases, random)?.location ?? "");
  return { ...draft, location, sentences: draft.sentences.filter(() => random() < 0.98) };
}

/** So many listings, made one at a time; a quarter are copies of one of the last thousand jobs. */
export function* varyPostings(bases: readonly Base[], count: number, seed: number): Generator<DedupeInput> {
  const random = createRandom(seed);
  const recent: Draft[] = [];
  for (let at = 0; at < count; at += 1) {
    const earlier = random() < SHARE_OF_COPIES ? pick(recent, random) : undefined;
    const { sentences, ...draft } = earlier === undefined ? newJob(bases, random, at) : copyOf(earlier, bases, random);
    if (earlier === undefined) recent[at % 1000] = { ...draft, sentences };
    const id = at.toString(36).padStart(5, "0");
    const sourceId = `board${Math.floor(random() * 12)}`;
    const url = `https://${sourceId}.example/jobs/${id}`;
    const stated = { externalId: id, url, applyUrl: null, workplace: null, lang: null };
    yield { ...stated, ...draft, id, sourceId, text: sentences.join("\n") };
  }
}
