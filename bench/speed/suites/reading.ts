import { foldText } from "@/lib/core/kernel/fold";
import { detectLanguage } from "@/lib/core/postings/detect-language";
import { readPosting, readPostings } from "@/lib/core/postings/read-posting";
import { readSkills } from "@/lib/core/skills/read-skills";
import { readKnowledge } from "@/lib/services/context/read-knowledge";
import { bestCpuRounds } from "../cpu-rounds";
import { meanLength, realTexts } from "../real-texts";
import { plainRow, rateRow, type SpeedRow } from "../speed-row";

const TEXTS = 1000;
const ROUNDS = 7;
/**
 * The hundreds of patterns and functions of a reading are compiled by and by: after some 6,000 postings a round takes no less than the
 * one before.
 */
const WARM_UP = 6;
const SHORT = 20_000;
const TIMES_LONGER = 8;

/** Real postings a second read whole, together as the pipeline reads them and one after the other, where the time goes, and how the cost grows with the length of a text. */
export function measureReading(): Promise<SpeedRow[]> {
  const knowledge = readKnowledge();
  const { matcher } = knowledge;
  const texts = realTexts(TEXTS);
  const folds = texts.map(({ title, text }) => ({ title: foldText(title), text: foldText(text) }));
  const [whole = 0, alone = 0, language = 0, folding = 0, skills = 0] = bestCpuRounds(
    ROUNDS,
    [
      () => readPostings(knowledge, texts),
      () => texts.map((one) => readPosting(knowledge, one)),
      () => texts.map(({ title, text }) => detectLanguage(text, title)),
      () => texts.map(({ title, text }) => [foldText(title), foldText(text)]),
      () => texts.map((one, index) => readSkills(matcher, { ...one, lang: "en" }, folds[index])),
    ],
    WARM_UP,
  );
  const joined = texts.map(({ text }) => text).join("\n\n");
  const lengths = [SHORT, SHORT * TIMES_LONGER].map((length) => Math.min(length, joined.length));
  const [short = 0, long = 0] = bestCpuRounds(
    ROUNDS,
    lengths.map((length) => {
      const text = joined.slice(0, length);
      return () => readPosting(knowledge, { title: "", text, blocks: [] });
    }),
  );
  const each = (seconds: number): number => (seconds / texts.length) * 1_000_000;
  const part = (name: string, seconds: number): SpeedRow =>
    plainRow(`reading: ${name}`, texts.length, each(seconds), "µs of processor time a posting");
  return Promise.resolve([
    rateRow({
      name: "reading",
      n: texts.length,
      value: texts.length / whole,
      unit: "postings per second of processor time",
    }),
    rateRow({
      name: "reading, one posting after the other",
      n: texts.length,
      value: texts.length / alone,
      unit: "postings per second of processor time",
    }),
    plainRow("reading: mean length of a text", texts.length, meanLength(texts), "characters"),
    part("language", language),
    part("folding", folding),
    part("skills, language and folding given", skills),
    part("all other fields", whole - language - folding - skills),
    plainRow(
      "reading growth",
      lengths[1] ?? 0,
      long / short / ((lengths[1] ?? 1) / (lengths[0] ?? 1)),
      `cost a character at ${TIMES_LONGER} times the length`,
    ),
  ]);
}
