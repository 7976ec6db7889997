import { recoverBlocks } from "@/lib/core/postings/recover-blocks";
import { readPosting } from "@/lib/core/postings/read-posting";
import { readSkills } from "@/lib/core/skills/read-skills";
import { readTaxonomy } from "@/lib/services/context/read-taxonomy";
import { sampleTexts } from "../sample-texts";
import { bestSeconds, plainRow, rateRow, type SpeedRow } from "../speed-row";

const TEXTS = 400;
const RUNS = 3;

/** Postings a second read whole, and how the cost grows with the length of a text. */
export async function measureReading(): Promise<SpeedRow[]> {
  const { matcher } = readTaxonomy();
  const texts = sampleTexts(TEXTS);
  const seconds = await bestSeconds(RUNS, () =>
    texts.map((one) => readPosting(matcher, { ...one, blocks: recoverBlocks(one.text) })),
  );
  const joined = texts.map(({ text }) => text).join("\n\n");
  const [short, long] = [joined.slice(0, 20_000), joined.slice(0, 160_000)];
  const shortSeconds = await bestSeconds(RUNS, () => readSkills(matcher, { text: short, lang: "en" }));
  const longSeconds = await bestSeconds(RUNS, () => readSkills(matcher, { text: long, lang: "en" }));
  const growth = longSeconds / shortSeconds / (long.length / short.length);
  return [
    rateRow({ name: "reading", n: texts.length, value: texts.length / seconds, unit: "postings/s" }),
    plainRow("reading growth", long.length, growth, "cost a character at 8 times the length"),
  ];
}
