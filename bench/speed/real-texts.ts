import { readdirSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { TextBlock } from "@/lib/core/postings/text-block";
import { toCanonicalText } from "@/lib/core/postings/to-canonical-text";
import { findData, readData } from "../quality/evaluation-data";
import { sampleTexts } from "./sample-texts";

export type RealText = { title: string; text: string; blocks: TextBlock[] };

const row = z.object({ title: z.string().catch(""), description: z.string().catch("") });

/** Every so-manieth item of a list, so that there are at most so many. */
function spread<T>(items: readonly T[], count: number): T[] {
  const step = Math.max(1, items.length / count);
  return Array.from({ length: Math.min(count, items.length) }, (_, index) => items[Math.floor(index * step)]).filter(
    (item) => item !== undefined,
  );
}

/** Real postings of all boards of the evaluation data, evenly chosen; texts of the demo board where the data is absent. */
export function realTexts(count: number): RealText[] {
  const folder = findData("postings");
  const rows =
    folder === null
      ? sampleTexts(count).map(({ title, text }) => ({ title, description: text }))
      : readdirSync(folder)
          .sort()
          .flatMap((name) => readData(path.join(folder, name), row));
  return spread(rows, count).map(({ title, description }) => ({ title, ...toCanonicalText(description, "text") }));
}

/** How long the texts are on average, in characters. */
export function meanLength(texts: readonly { text: string }[]): number {
  return texts.reduce((sum, { text }) => sum + text.length, 0) / Math.max(1, texts.length);
}
