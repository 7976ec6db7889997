import { describe, expect, test } from "vitest";
import { classify, findCues, findLabels } from "./find-labels";
import { concept } from "./fixtures/concept";
import { createSkillMatcher } from "./skill-matcher";
import type { Concept } from "./skill-types";
import { tokenize } from "./tokenize";

const CONCEPTS: Concept[] = [
  concept("python", { en: ["Python"], es: ["Python"] }),
  concept("html", { en: ["HTML"], es: ["HTML"] }),
  concept("css", { en: ["CSS"], es: ["CSS"] }),
  concept("ci-cd", { en: ["CI/CD"], es: ["CI/CD"] }),
  concept("github", { en: ["GitHub"], es: ["GitHub"] }),
  concept("monday-com", { en: ["Monday.com"], es: ["Monday.com"] }),
  concept("research", { en: ["R&D"], es: ["I+D"] }),
  concept("security-cert", { en: ["Security+"], es: ["Security+"], kind: "certification" }),
  concept("hardware-cert", { en: ["A+ certification"], es: ["certificación A+"], kind: "certification" }),
  concept("finance", { en: ["P&L"], es: ["P&L"] }),
  concept("oil-gas", { en: ["oil & gas"], es: ["petróleo y gas"] }),
  concept("sql", { en: ["SQL"], es: ["SQL"] }),
  concept("go", { en: ["Go", "Go language"], es: ["Go"], caseSensitive: ["Go"], ambiguous: ["Go"] }),
  concept("data", { en: ["data analysis"], es: ["análisis de datos"] }),
];
const matcher = createSkillMatcher(CONCEPTS);
const classed = (text: string) => classify(matcher, tokenize(text));
const labels = (text: string): string[] =>
  findLabels(matcher, classed(text)).map(({ entry, start, end }) => `${entry.concept.id}=${text.slice(start, end)}`);

describe("classify", () => {
  test("gives the tokens themselves where there is nothing to take apart", () => {
    const tokens = tokenize("Python and SQL");
    expect(classify(matcher, tokens).tokens).toBe(tokens);
  });

  test("takes a word that lost a line break apart, and lets a line end there", () => {
    const { tokens } = classed("de PythonRequisitos");
    expect(tokens.words).toEqual(["de", "python", "requisitos"]);
    expect(labels("SQLPython")).toEqual([]);
    expect(labels("con PythonRequisitos")).toEqual(["python=Python"]);
  });

  test("counts a word that ends in a version as its base", () => {
    const { tokens, versioned } = classed("HTML5 y XYZ5");
    expect(tokens.words).toEqual(["html", "y", "xyz5"]);
    expect([...versioned.keys()]).toEqual([0]);
    expect(labels("HTML5")).toEqual(["html=HTML5"]);
  });
});

describe("labels", () => {
  test("a version after a product belongs to it, years do not", () => {
    expect(labels("Python 3.11, Python 3.x")).toEqual(["python=Python 3.11", "python=Python 3.x"]);
    expect(labels("Python 3 years; Python 5+")).toEqual(["python=Python", "python=Python"]);
  });

  test("a slash joins two names, or stands inside one", () => {
    expect(labels("HTML/CSS, CI/CD")).toEqual(["html=HTML", "css=CSS", "ci-cd=CI/CD"]);
  });

  test("a host is no mention, a product called like one is", () => {
    expect(labels("See github.com for more")).toEqual([]);
    expect(labels("Boards in Monday.com")).toEqual(["monday-com=Monday.com"]);
    expect(labels("We use GitHub. Come and see")).toEqual(["github=GitHub"]);
  });

  test("the signs that make a short name must be there", () => {
    expect(labels("R&D, R & D; I+D")).toEqual(["research=R&D", "research=R & D", "research=I+D"]);
    expect(labels("grade R D or I D, section P L")).toEqual([]);
    expect(labels("Security+ and A+ certification")).toEqual([
      "security-cert=Security",
      "hardware-cert=A+ certification",
    ]);
    expect(labels("security and a certification")).toEqual([]);
    expect(labels("P&L")).toEqual(["finance=P&L"]);
  });

  test("the sign between whole words may be another one", () => {
    expect(labels("oil/gas, oil & gas")).toEqual(["oil-gas=oil/gas", "oil-gas=oil & gas"]);
  });

  test("letter case counts where the taxonomy says so", () => {
    expect(labels("go, GO, Go, go language")).toEqual(["go=Go", "go=go language"]);
  });

  test("a name does not run over a comma or a line", () => {
    expect(labels("data, analysis; data\nanalysis; data analysis")).toEqual(["data=data analysis"]);
  });
});

describe("cues", () => {
  test("the longest phrase wins, and its words start no other", () => {
    const text = "it is not required but nice to have";
    const found = findCues(matcher, classed(text)).map(({ kind, from, to }) => [kind, to - from]);
    expect(found).toContainEqual([{ inline: "preferred" }, 3]);
    expect(found.some(([kind]) => JSON.stringify(kind) === '{"inline":"required"}')).toBe(false);
  });

  test("a phrase does not run over the end of a sentence", () => {
    expect(findCues(matcher, classed("nice to. Have")).length).toBe(0);
  });
});
