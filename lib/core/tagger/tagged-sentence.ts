/** Begin, inside, outside: the place of a tag in this list is its number in a model. */
export const TAGS = ["O", "B", "I"] as const;
export type Tag = (typeof TAGS)[number];

/** The words of a sentence as they are written, and what is known of each beforehand ("" where nothing is). */
export type Sentence = { words: readonly string[]; marks: readonly string[] };

/** A sentence and the right tag of each word. */
export type TaggedSentence = Sentence & { tags: readonly Tag[] };

/** A run of words, `[from, to)`. */
export type WordRun = { from: number; to: number };

/** The runs that tags mark; an `I` with nothing before it belongs to no run. */
export function runsOf(tags: readonly Tag[]): WordRun[] {
  const runs: WordRun[] = [];
  tags.forEach((tag, at) => {
    const last = runs.at(-1);
    if (tag === "B") runs.push({ from: at, to: at + 1 });
    else if (tag === "I" && last?.to === at) last.to = at + 1;
  });
  return runs;
}
