import { describe, expect, test } from "vitest";
import { countReads } from "@/lib/core/kernel/fixtures/count-reads";
import { recoverBlocks } from "@/lib/core/postings/recover-blocks";
import type { TextBlock } from "@/lib/core/postings/text-block";
import { toResumeLines } from "./resume-lines";

const linesOf = (text: string, blocks: TextBlock[] = recoverBlocks(text)) => toResumeLines({ text, blocks });

describe("the lines of a résumé", () => {
  test("stand without bullets and blanks, and point at their words", () => {
    const text = "Marta Ruiz\n\n  • Java \n- SQL\n1. Go\n---\n";
    const lines = linesOf(text);
    expect(lines.map((line) => line.text)).toEqual(["Marta Ruiz", "Java", "SQL", "Go"]);
    expect(lines.map(({ start, end }) => text.slice(start, end))).toEqual(["Marta Ruiz", "Java", "SQL", "Go"]);
    expect(lines.map((line) => line.isItem)).toEqual([false, true, true, true]);
    expect(lines.map((line) => line.gapBefore)).toEqual([false, true, false, false]);
  });

  test("a dash before a place is the rest of an employer's line", () => {
    expect(linesOf("Pagos Cóndor\n– Bogotá, Colombia").map((line) => line.isItem)).toEqual([false, false]);
  });

  test("a heading that lost its line break is a line of its own", () => {
    expect(linesOf("WORK EXPERIENCESoftware Engineer").map(({ text, kind }) => [kind, text])).toEqual([
      ["heading", "WORK EXPERIENCE"],
      ["paragraph", "Software Engineer"],
    ]);
  });

  test("take the kind of the block that they stand in, and are paragraphs outside of all", () => {
    const text = "SKILLS\nJava\nSQL";
    const blocks: TextBlock[] = [
      { start: 0, end: 6, kind: "heading" },
      { start: 12, end: 15, kind: "item" },
    ];
    expect(linesOf(text, blocks).map((line) => line.kind)).toEqual(["heading", "paragraph", "item"]);
    expect(linesOf(text, []).map((line) => line.kind)).toEqual(["paragraph", "paragraph", "paragraph"]);
  });

  test("a line without end is left out", () => {
    expect(linesOf(`a${"b".repeat(4000)}\nJava`).map((line) => line.text)).toEqual(["Java"]);
  });

  test("every block is looked at once, however many lines there are", () => {
    const visits = (count: number): number => {
      const text = "- Java\n".repeat(count);
      let seen = 0;
      const blocks = countReads(recoverBlocks(text), () => {
        seen += 1;
      });
      linesOf(text, blocks);
      return seen;
    };
    expect(visits(2000) / visits(500)).toBeLessThan(5);
  });
});
