import { describe, expect, test } from "vitest";
import type { FoundSkill } from "@/lib/core/skills/skill-types";
import { readLanguageLevel, readLanguages } from "./read-languages";

const NAMES = { inglés: "English", English: "English", German: "German", Catalan: "Catalan", portugués: "Portuguese" };

function languagesIn(text: string): FoundSkill[] {
  return Object.entries(NAMES).flatMap(([name, label]): FoundSkill[] => {
    const start = text.indexOf(name);
    const mention = { field: "text" as const, start, end: start + name.length, text: name };
    const rest = { kind: "language" as const, esco: null, confidence: 1, method: "label" as const };
    return start < 0 ? [] : [{ id: name, label, ...rest, requirement: "required", mentions: [mention] }];
  });
}

const required = (text: string) =>
  (readLanguages(languagesIn(text), { title: "", text })?.languages ?? []).map(({ lang }) => lang);

describe("a language that is only wished for", () => {
  test.each([
    "German is highly valued",
    "German and Catalan would be an asset.",
    "inglés (oral y escrito), valorado. Se trabaja de noche",
    "inglés avanzado (preferente)",
    "inglés intermedio deseable",
    "portugués: se valorará positivamente",
    "German skills are a plus",
    "German skills are ideal but not essential",
  ])("%j asks for none", (text) => {
    expect(required(text)).toEqual([]);
  });

  test.each([
    ["English is a must, German is a plus", ["en"]],
    ["English, another language is an advantage", ["en"]],
    ["inglés (excluyente) y portugués deseable", ["en"]],
    ["inglés escrito (se valorará el nivel oral)", ["en"]],
    ["inglés. Valorable carnet de conducir", ["en"]],
  ])("%j asks for %j", (text, wanted) => {
    expect(required(text)).toEqual(wanted);
  });
});

describe("a European level beside a word says more", () => {
  test.each([
    ["inglés nivel alto (C1)", "inglés nivel alto", "C1"],
    ["English intermediate (B1/B2)", "English intermediate", "B1"],
    ["Upper-intermediate English, B2", "Upper-intermediate English", "upper-intermediate"],
    ["B2 level of fluent English", "fluent English", "B2"],
    ["English (C2), advanced Catalan", "advanced Catalan", "advanced"],
    ["inglés fluido, licencia B1", "inglés fluido", "fluent"],
  ])("%j: %s is %s", (text, name, level) => {
    const start = text.indexOf(name);
    expect(readLanguageLevel(text, start, start + name.length)).toBe(level);
  });
});
