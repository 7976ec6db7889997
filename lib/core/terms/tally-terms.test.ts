import { expect, test } from "vitest";
import type { CandidateTerm } from "./find-candidate-terms";
import { TermTally } from "./tally-terms";

function found(text: string, term: string): CandidateTerm[] {
  const start = text.indexOf(term);
  return [{ term, key: term.toLowerCase(), start, end: start + term.length }];
}

function tallyOf(postings: readonly (readonly [employer: string | null, text: string, term: string])[]): TermTally {
  const tally = new TermTally();
  postings.forEach(([employer, text, term], at) => {
    tally.add({ id: `p${at}`, employer, text }, found(text, term));
  });
  return tally;
}

test("a term is kept from three postings of two employers on", () => {
  const one = ["a", "Java, Zorblat", "Zorblat"] as const;
  const other = ["b", "Java, Zorblat", "Zorblat"] as const;
  expect(tallyOf([one, one, one]).kept()).toEqual([]);
  expect(tallyOf([one, other]).kept()).toEqual([]);
  expect(tallyOf([one, one, [null, "Java, Zorblat", "Zorblat"]]).kept()).toEqual([]);
  expect(tallyOf([one, one, other]).kept()).toMatchObject([{ key: "zorblat", postings: 3 }]);
});

test("it is shown as most often written, with the words around it on one line", () => {
  const text = "We use\n  Zorblat daily";
  const [term] = tallyOf([
    ["a", text, "Zorblat"],
    ["b", text, "Zorblat"],
    ["b", "We use ZORBLAT", "ZORBLAT"],
  ]).kept();
  expect(term?.term).toBe("Zorblat");
  expect(term?.examples[0]).toEqual({ postingId: "p0", before: "We use ", term: "Zorblat", after: " daily" });
  expect(term?.examples).toHaveLength(3);
});

test("examples are at most five", () => {
  const rows = Array.from({ length: 9 }, (_, at) => [`e${at % 2}`, "Java, Zorblat", "Zorblat"] as const);
  expect(tallyOf(rows).kept()[0]).toMatchObject({ postings: 9, employers: 2, examples: { length: 5 } });
});

test("a word that stands in small letters elsewhere is ordinary, and so is a phrase of common words", () => {
  const rows = ["a", "b", "c"].map((employer) => [employer, "Java, Build, Kotlin", "Build"] as const);
  const prose = Array.from({ length: 10 }, () => ["d", "We build many things with Zorblat", "Zorblat"] as const);
  expect(tallyOf([...rows, ...prose]).kept()).toEqual([]);
  expect(tallyOf(rows).kept()).toMatchObject([{ key: "build" }]);
  const phrase = ["a", "b", "c"].map((employer) => [employer, "many things", "many things"] as const);
  expect(tallyOf(phrase).kept()).toEqual([]);
});
