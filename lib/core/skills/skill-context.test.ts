import { describe, expect, test } from "vitest";
import { countReads } from "@/lib/core/kernel/fixtures/count-reads";
import { classify, findLabels } from "./find-labels";
import { concept } from "./fixtures/concept";
import { settleAmbiguous } from "./skill-context";
import { createSkillMatcher } from "./skill-matcher";
import type { Concept } from "./skill-types";
import { tokenize } from "./tokenize";

const CONCEPTS: Concept[] = [
  concept("python", { en: ["Python"], es: ["Python"], family: "languages" }),
  concept("docker", { en: ["Docker"], es: ["Docker"], family: "devops" }),
  concept("teamwork", { en: ["teamwork"], es: ["trabajo en equipo"], kind: "soft", family: "soft" }),
  concept("go", {
    en: ["Go"],
    es: ["Go"],
    family: "languages",
    caseSensitive: ["Go"],
    ambiguous: ["Go"],
    context: { near: ["backend", "docker"], not: ["go to", "ready"] },
  }),
  concept("excel", {
    en: ["Excel", "Excel spreadsheets"],
    es: ["Excel"],
    family: "office",
    ambiguous: ["Excel"],
    context: { near: ["office"], not: ["excel at"] },
  }),
  concept("r-language", {
    en: ["R"],
    es: ["R"],
    family: "languages",
    caseSensitive: ["R"],
    ambiguous: ["R"],
    context: { near: ["statistics"], not: ["grade"] },
  }),
  concept("latin", {
    en: ["Latin language"],
    es: ["latín"],
    ambiguous: ["latín"],
    context: { near: ["greek"], not: ["america"] },
  }),
  concept("stock", {
    en: ["stock", "stock control"],
    es: ["stock"],
    ambiguous: ["stock control"],
    context: { near: ["warehouse"], not: ["gun"] },
  }),
  concept("github", { en: ["GitHub"], es: [], ambiguous: ["GitHub"], context: { near: ["*"], not: ["resume"] } }),
];
const matcher = createSkillMatcher(CONCEPTS);

function settled(text: string): string[] {
  const classed = classify(matcher, tokenize(text));
  const found = settleAmbiguous(matcher, classed, findLabels(matcher, classed));
  return found.map(({ entry, start, end }) => `${entry.concept.id}=${text.slice(start, end)}`);
}

describe("an ambiguous name counts", () => {
  test.each([
    ["in one list with a sure hard skill", "Python, Go", ["python=Python", "go=Go"]],
    ["joined to one by a connective", "services in Python and Go.", ["python=Python", "go=Go"]],
    ["beside a word that confirms it", "Go for the backend", ["go=Go"]],
    ["after a word that tools follow", "The service is written in Go, and tested.", ["go=Go"]],
    ["after a word that tools follow, at the end", "Llevar los indicadores en Excel", ["excel=Excel"]],
    ["as a single letter after such a word", "experience with R is a plus", ["r-language=R"]],
  ])("%s", (_, text, expected) => {
    expect(settled(text)).toEqual(expected);
  });

  test("with a capital in mid-sentence, where the text surely names what confirms it", () => {
    expect(settled("The parts of Go are small.\nWe ship Docker images.")).toEqual(["go=Go", "docker=Docker"]);
    expect(settled("The parts of Go are small.\nWe ship boxes.")).toEqual([]);
  });
});

describe("an ambiguous name does not count", () => {
  test.each([
    ["beside a word that denies it", "backend people Go to market"],
    ["where a sentence starts", "We write. Go is what happens."],
    ["between words with capitals, as in a title", "Working With Go Karts"],
    ["in small letters where it stands for a verb", "you excel in teams"],
    ["with nothing beside it", "a letter R on the wall"],
    ["where it is part of another name", "engineers in Latin America"],
    ["in a list with soft skills only", "teamwork, Excel"],
  ])("%s", (_, text) => {
    expect(settled(text).filter((found) => !found.startsWith("teamwork"))).toEqual([]);
  });
});

test("where the longer name is denied, the shorter sure one stays", () => {
  expect(settled("stock control of a gun")).toEqual(["stock=stock"]);
  expect(settled("stock control in a warehouse")).toEqual(["stock=stock control"]);
});

test("the work grows in step with the number of names", () => {
  const lookups = (names: number): number => {
    const classed = classify(matcher, tokenize("Go ".repeat(names)));
    const matches = findLabels(matcher, classed);
    let count = 0;
    const counted = countReads(matches, () => {
      count += 1;
    });
    settleAmbiguous(matcher, classed, counted);
    return count;
  };
  expect(lookups(4000) / lookups(1000)).toBeLessThan(5);
});

test("a name that needs no confirming counts wherever nothing denies it", () => {
  const names = (text: string): string[] => {
    const classed = classify(matcher, tokenize(text));
    return settleAmbiguous(matcher, classed, findLabels(matcher, classed)).map(({ entry }) => entry.concept.id);
  };
  expect(names("We keep it on GitHub.")).toEqual(["github"]);
  expect(names("Send your resume and GitHub.")).toEqual([]);
});
