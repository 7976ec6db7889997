import { describe, expect, test } from "vitest";
import { countReads } from "@/lib/core/kernel/fixtures/count-reads";
import { recoverBlocks } from "@/lib/core/postings/recover-blocks";
import { classify, findCues, findLabels } from "./find-labels";
import { concept } from "./fixtures/concept";
import { readStrengths } from "./requirement-strength";
import { createSkillMatcher } from "./skill-matcher";
import { tokenize } from "./tokenize";

const matcher = createSkillMatcher([
  concept("sql", { en: ["SQL"], es: ["SQL"] }),
  concept("recruitment", { en: ["hiring process", "recruitment"], es: ["selección de personal"] }),
]);

function asked(text: string): string[] {
  const classed = classify(matcher, tokenize(text));
  const headings = recoverBlocks(text).filter((block) => block.kind === "heading");
  const ask = readStrengths(classed.tokens, findCues(matcher, classed), headings);
  return findLabels(matcher, classed).map(({ from, to }) => {
    const { requirement, isBoilerplate, isLoose } = ask(from, to);
    return `${requirement}${isBoilerplate ? " boilerplate" : ""}${isLoose ? " loose" : ""}`;
  });
}

function expectStrength(text: string, strength: string): void {
  expect(asked(text)).toEqual([strength]);
}

describe("a section says how strongly it asks", () => {
  test.each([
    ["Requirements:\n- SQL", "required"],
    ["Requisitos\n- SQL", "required"],
    ["Nice to have:\n- SQL", "preferred"],
    ["## It's a plus if you have\n- A SQL certificate", "preferred"],
    ["## Extras\nSQL and a good memory.", "preferred"],
    ["## Te servirá haber visto\nSQL o algo parecido.", "preferred"],
    ["Responsibilities:\n- SQL", "mentioned"],
    ["About us:\nWe love SQL.", "mentioned boilerplate"],
    ["SQL", "mentioned"],
  ])("%j: %s", expectStrength);

  test("an unknown heading ends the section before it", () => {
    expect(asked("Requirements:\n- SQL\n\nTHE WEATHER HERE:\nSQL is served with rain.")).toEqual([
      "required",
      "mentioned",
    ]);
  });

  test("the title of a section is no mention of what it is called after", () => {
    expect(asked("## Hiring process\nTwo interviews. You will improve our hiring process.")).toEqual([
      "denied",
      "mentioned boilerplate",
    ]);
  });
});

describe("what a sentence says of the employer is no skill", () => {
  test.each([
    ["Acme is a leading provider of SQL tools.", "denied"],
    ["Somos una empresa dedicada al desarrollo de SQL.", "denied"],
    ["We offer a relaxed office and SQL lessons.", "denied"],
    ["Empresa líder en SQL busca analista.", "denied"],
    ["Importante empresa busca analista para tareas de SQL.", "mentioned"],
    ["Somos una empresa chica y buscamos una persona con SQL.", "required loose"],
    ["You will join a leading provider of SQL tools.", "mentioned"],
    ["Experiencia en empresa de SQL.", "required loose"],
    ["Write SQL for a leading provider of tools.", "mentioned"],
  ])("%j: %s", expectStrength);

  test("a sentence ends where its blank was lost, too", () => {
    expect(asked("Somos una empresa de herramientas.Tareas diarias con SQL.Beneficios varios.")).toEqual(["mentioned"]);
    expect(asked("Somos una empresa de Node.Js y SQL.")).toEqual(["denied"]);
  });
});

describe("a sentence says it better than the section", () => {
  test.each([
    ["Requirements:\n- SQL is a plus", "preferred"],
    ["Nice to have:\n- SQL (required)", "required"],
    ["Requisitos:\n- SQL (no excluyente)", "preferred"],
    ["Requisitos:\n- no es necesario SQL", "denied"],
    ["SQL is not required", "denied"],
    ["All qualify regardless of SQL", "denied"],
    ["We look at people with experience in SQL", "required loose"],
    ["SQL comes after experience in trade", "mentioned"],
  ])("%j: %s", expectStrength);
});

test("the work grows in step with the number of sections", () => {
  const lookups = (sections: number): number => {
    const text = "Requirements:\nSQL.\n".repeat(sections);
    const classed = classify(matcher, tokenize(text));
    const cues = findCues(matcher, classed);
    const headings = recoverBlocks(text).filter((block) => block.kind === "heading");
    const matches = findLabels(matcher, classed);
    let count = 0;
    const seen = (): void => {
      count += 1;
    };
    const counted = classed.tokens.reading(new Map());
    Object.defineProperty(counted, "starts", { value: countReads(classed.tokens.starts, seen) });
    const countedHeadings = countReads(headings, seen);
    const ask = readStrengths(counted, cues, countedHeadings);
    for (const { from, to } of matches) ask(from, to);
    return count;
  };
  expect(lookups(1600) / lookups(400)).toBeLessThan(8);
});
