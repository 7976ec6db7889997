import { foldText } from "@/lib/core/kernel/fold";
import type { Occupation } from "./occupation-types";
import { titleWords } from "./title-words";

/** A title of an occupation as it is looked for: its distinct stems. */
export type TitleEntry = { occupation: Occupation; stems: readonly string[]; isSpanish: boolean; isWeak: boolean };

/** Titles by the rarest of their stems, so that a posting's title meets few of them. */
export type OccupationFinder = {
  occupations: ReadonlyMap<string, Occupation>;
  byStem: ReadonlyMap<string, TitleEntry[]>;
};

/** The stems under which a title is looked for, in order. */
export function titleKey(title: string): string[] {
  return [...new Set(titleWords(foldText(title).folded).map((word) => word.stem))];
}

function entriesOf(occupation: Occupation): TitleEntry[] {
  const weak = new Set(occupation.weak);
  const seen = new Set<string>();
  return (["en", "es"] as const).flatMap((lang) =>
    occupation[lang].flatMap((title) => {
      const stems = titleKey(title);
      const key = stems.join(" ");
      if (stems.length === 0 || seen.has(key)) return [];
      seen.add(key);
      return [{ occupation, stems, isSpanish: lang === "es", isWeak: weak.has(title) }];
    }),
  );
}

/** A finder over the occupations; where two claim one title, the one that sorts first by id has it (the lint names both). */
export function createOccupationFinder(given: readonly Occupation[]): OccupationFinder {
  const occupations = [...given].sort((a, b) => (a.id < b.id ? -1 : 1));
  const entries = occupations.flatMap(entriesOf);
  const frequency = new Map<string, number>();
  for (const { stems } of entries) for (const stem of stems) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  const byStem = new Map<string, TitleEntry[]>();
  const rarityOf = (stem: string): number => frequency.get(stem) ?? 0;
  for (const entry of entries) {
    const rarest = entry.stems.reduce((best, stem) => (rarityOf(stem) < rarityOf(best) ? stem : best));
    const list = byStem.get(rarest);
    if (list === undefined) byStem.set(rarest, [entry]);
    else list.push(entry);
  }
  // The longest titles first: once one fits, most of the others need not be looked at.
  for (const list of byStem.values()) list.sort((a, b) => b.stems.length - a.stems.length);
  return { occupations: new Map(occupations.map((one) => [one.id, one])), byStem };
}
