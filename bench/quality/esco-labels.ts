import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { Span } from "@/lib/core/kernel/span";
import { findData } from "./evaluation-data";

const MAX_WORDS = 12;
const rows = z.array(z.object({ skillType: z.string(), preferredLabel: z.string() }));

/** Finds labels word for word but for case, the longest at every place, in a text whose words stand one blank apart. */
export function createWordFinder(labels: Iterable<string>): (text: string) => Span[] {
  const known = new Set(Array.from(labels, (label) => label.toLowerCase()));
  return (text) => {
    const words = text.split(" ");
    const found: Span[] = [];
    let start = 0;
    for (let at = 0; at < words.length; ) {
      let [taken, size] = [1, words[at]?.length ?? 0];
      for (let count = Math.min(MAX_WORDS, words.length - at); count > 0; count -= 1) {
        const phrase = words.slice(at, at + count).join(" ");
        if (!known.has(phrase.toLowerCase())) continue;
        [taken, size] = [count, phrase.length];
        found.push({ start, end: start + size });
        break;
      }
      start += size + 1;
      at += taken;
    }
    return found;
  };
}

/** ESCO's preferred English labels of skills of the given types; null where the tables are not there. */
export function readEscoLabels(types: readonly string[]): string[] | null {
  const file = findData("taxonomy", "esco10_skills_en.csv.gz");
  if (file === null) return null;
  const table = rows.parse(parse(gunzipSync(readFileSync(file)), { columns: true }));
  return table.filter(({ skillType }) => types.includes(skillType)).map(({ preferredLabel }) => preferredLabel);
}
