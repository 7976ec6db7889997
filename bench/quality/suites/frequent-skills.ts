import { z } from "zod";
import { toCanonicalText } from "@/lib/core/postings/to-canonical-text";
import { readSkills } from "@/lib/core/skills/read-skills";
import type { Taxonomy } from "@/lib/services/context/context";
import { findData, readData } from "../evaluation-data";
import type { EvaluationPosting } from "../evaluation-postings";
import type { Tell } from "../tell";

const YEARS = ["2016", "2017", "2018"] as const;
const SHOWN = 50;
const comment = z.object({ text: z.string().nullable() });

type Advert = { title?: string; text: string };

/** The skills that most adverts name, with the number of those, most frequent first. */
function mostFrequent(taxonomy: Taxonomy, adverts: readonly Advert[]): string[] {
  const counts = new Map<string, number>();
  for (const advert of adverts)
    for (const { id } of readSkills(taxonomy.matcher, { ...advert, lang: "und" }).skills)
      counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, SHOWN)
    .map(([id, count]) => `${id} ${count}`);
}

function hiringComments(): Advert[] {
  return YEARS.flatMap((year) => {
    const file = findData("hn", `hn_whoishiring_${year}.jsonl.gz`);
    if (file === null) return [];
    return readData(file, comment).flatMap(({ text }) =>
      text === null ? [] : [{ text: toCanonicalText(text, "html").text }],
    );
  });
}

/** Tells the skills that are named most, in all real postings and in three years of hiring threads: every one should make sense. */
export function tellFrequentSkills(taxonomy: Taxonomy, postings: readonly EvaluationPosting[], tell: Tell): void {
  const all = postings.map(({ title, description }) => ({ title, text: description }));
  for (const [name, adverts] of [
    ["real postings", all],
    [`hiring threads of ${YEARS.join(", ")}`, hiringComments()],
  ] as const)
    tell(
      [`Most frequent skills, ${adverts.length} adverts, ${name}:`, ...mostFrequent(taxonomy, adverts)].join("\n  "),
    );
}
