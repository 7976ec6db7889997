import fc from "fast-check";
import { expect, test } from "vitest";
import { recoverBlocks } from "@/lib/core/postings/recover-blocks";
import { findCandidateTerms } from "./find-candidate-terms";

/** The terms of a text in which the given words are known skills. */
function termsOf(text: string, ...known: string[]): string[] {
  const mentions = known.map((name) => ({ start: text.indexOf(name), end: text.indexOf(name) + name.length }));
  return findCandidateTerms({ text, blocks: recoverBlocks(text), mentions }).map(({ term }) => term);
}

test("a name among known skills of a list is a candidate, in both languages", () => {
  expect(termsOf("You know Java, Zorblat, Kotlin and Quixel.", "Java", "Kotlin")).toEqual(["Zorblat", "Quixel"]);
  expect(termsOf("Trabajarás con Java, Zorblat y Kotlin.", "Java", "Kotlin")).toEqual(["Zorblat"]);
  expect(termsOf("We build services with Zorblat, Java and Kotlin.", "Java", "Kotlin")).toEqual(["Zorblat"]);
});

test("one known neighbour does not make a list of skills", () => {
  expect(termsOf("Our offices are in Zorblat, Quixel and near Java.", "Java")).toEqual([]);
});

test("what follows a cue is a candidate; its list goes on with names only", () => {
  expect(termsOf("Experience with telar jacquard, Zorblat and some passion is asked for.")).toEqual([
    "telar jacquard",
    "Zorblat",
  ]);
  expect(termsOf("Manejo de torno paralelo y buena actitud.")).toEqual(["torno paralelo"]);
});

test("time, pay, benefits, fields of study and the advert's own words are none", () => {
  expect(termsOf("Experience in years, benefits and salary.")).toEqual([]);
  expect(termsOf("A degree with knowledge of Zorblat Science.")).toEqual([]);
  expect(termsOf("Conocimientos en el puesto y la empresa.")).toEqual([]);
  expect(termsOf("You know Java, We'll, Kotlin and 2024.", "Java", "Kotlin")).toEqual([]);
});

test("headings hold no candidates, and a term is at most three words", () => {
  const text = "EXPERIENCE WITH ZORBLAT\n\nKnowledge of Alpha Beta Gamma Delta.";
  expect(findCandidateTerms({ text, blocks: [{ kind: "heading", start: 0, end: 23 }], mentions: [] })).toEqual([]);
  expect(termsOf("Knowledge of Alpha Beta Gamma Delta.")).toEqual([]);
});

test("spans point at the words, and a term counts once whatever its letters", () => {
  const text = "Java, ZORBLAT, Kotlin.\nJava, Zorblat, Kotlin.";
  const mentions = ["Java", "Kotlin"].flatMap((name) =>
    [text.indexOf(name), text.lastIndexOf(name)].map((start) => ({ start, end: start + name.length })),
  );
  const [term, ...more] = findCandidateTerms({ text, blocks: recoverBlocks(text), mentions });
  expect(more).toEqual([]);
  expect(term).toMatchObject({ key: "zorblat", term: "ZORBLAT" });
  expect(text.slice(term?.start, term?.end)).toBe("ZORBLAT");
});

test("any text is read without throwing, and spans lie in it", () => {
  const word = fc.constantFrom("Java", ", ", " y ", "experience with ", "\n", "(", "Zorblat", "…", "😀", " ", "/");
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), (words) => {
      const text = words.join("");
      for (const { start, end, term } of findCandidateTerms({ text, blocks: recoverBlocks(text), mentions: [] }))
        expect(text.slice(start, end)).toBe(term);
    }),
  );
});
