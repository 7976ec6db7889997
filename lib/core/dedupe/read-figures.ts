const NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  un: 1,
  uno: 1,
  una: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  siete: 7,
  ocho: 8,
  nueve: 9,
  diez: 10,
};
const NUMBER = String.raw`\d{1,2}|${Object.keys(NUMBERS).join("|")}`;
const BETWEEN = String.raw`(?:\s?\(\d{1,2}\))?\s?\+?\s?(?:-|to|a|y|o|or|hasta)?\s?`;
const YEARS = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,/-])(?<low>${NUMBER})${BETWEEN}(?<high>(?:${NUMBER})\b)?(?:\s?\(\d{1,2}\))?\s?\+?\s?(?:full |or more |o mas )?(?<unit>years?|yrs?|anos?)(?![\p{L}])`,
  "gu",
);
const HOURS =
  /(?<![\p{N}.,:])(?<hours>\d{1,2})\s?(?:hours|hrs|horas|hs|h)\s?(?:a |per |por |\/ ?|x )?(?:la )?(?:weekly|semanal(?:es)?|week|semana)/gu;
const MAX_FIGURES = 12;

function toNumber(word: string): number {
  return NUMBERS[word] ?? Number(word);
}

/** Figures of a folded text that say what is asked: "years:3" for each number of years, "hours:20" for hours a week; sorted. */
export function readFigures(folded: string): string[] {
  const figures = new Set<string>();
  for (const { groups } of folded.matchAll(YEARS)) {
    for (const word of [groups?.["low"], groups?.["high"]]) {
      const years = toNumber(word ?? "0");
      // Eighteen years and more are the company's age, or the candidate's.
      if (years > 0 && years < 18) figures.add(`years:${years}`);
    }
  }
  for (const { groups } of folded.matchAll(HOURS)) figures.add(`hours:${groups?.["hours"] ?? ""}`);
  return [...figures].sort().slice(0, MAX_FIGURES);
}
