import type { SourceMistake } from "@/lib/services/sources/check-source";

/** Paths that stand beside a field of the form; `params` and what is in it have a field of their own. */
const FIELDS = [
  "id",
  "name",
  "adapter",
  "startUrls",
  "allowedHosts",
  "cadenceMinutes",
  "politeness.minIntervalMs",
  "politeness.concurrencyPerHost",
  "politeness.failuresBeforeBreak",
  "politeness.crawlsBeforeBreak",
  "politeness.coolDownMinutes",
  "userAgent",
  "contact",
  "fetch.waitFor",
  "params",
];

function isOf(mistake: SourceMistake, path: string): boolean {
  return mistake.path === path || mistake.path.startsWith(`${path}.`);
}

/** The mistakes of one field in words; of a list, with the line that each is about. */
export function mistakesOf(
  mistakes: readonly SourceMistake[],
  path: string,
  wordsOf: (mistake: SourceMistake) => string,
): string[] {
  return mistakes
    .filter((mistake) => isOf(mistake, path))
    .map((mistake) => {
      const rest = mistake.path.slice(path.length + 1);
      return /^\d+$/.test(rest) ? `${Number(rest) + 1}: ${wordsOf(mistake)}` : wordsOf(mistake);
    });
}

/** The mistakes that no field of the form shows. */
export function otherMistakes(mistakes: readonly SourceMistake[]): SourceMistake[] {
  return mistakes.filter((mistake) => !FIELDS.some((path) => isOf(mistake, path)));
}
