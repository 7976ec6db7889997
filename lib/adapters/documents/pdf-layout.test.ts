import { describe, expect, test, vi } from "vitest";
import { makePdf } from "./fixtures/make-pdf";
import { DOCUMENT_LIMITS } from "./document-limits";
import { layOutPdf } from "./pdf-layout";
import { cleanPdfText } from "./pdf-lines";
import { type PdfItem, type PdfPage, runExtractWorker } from "./run-extract-worker";

vi.setConfig({ testTimeout: 60_000 });

function item(text: string, x: number, y: number, change: Partial<PdfItem> = {}): PdfItem {
  return { text, x, y, width: text.length * 5, size: 10, font: "body", upright: true, ...change };
}

function page(...items: PdfItem[]): PdfPage {
  return { width: 595, items };
}

function linesOf(...pages: PdfPage[]): string[] {
  return layOutPdf(pages)
    .text.split("\n")
    .filter((line) => line !== "");
}

const FULL = "x".repeat(60);

describe("lines", () => {
  test("pieces on one baseline are one line, spaced as they stand", () => {
    expect(linesOf(page(item("Data", 50, 700), item("Engineer", 73, 700)))).toEqual(["Data Engineer"]);
    expect(linesOf(page(item("Engi", 50, 700), item("neer", 70, 700.3)))).toEqual(["Engineer"]);
    expect(linesOf(page(item("C", 50, 700), item(" ", 55, 700), item("C++", 55.5, 700)))).toEqual(["C C++"]);
  });

  test("a wide gap becomes a tab, so that dates at the right margin stay apart", () => {
    expect(linesOf(page(item("Engineer", 50, 700), item("2019", 400, 700)))).toEqual(["Engineer\t2019"]);
  });

  test("letters printed twice to look bold are read once, and turned text not at all", () => {
    expect(
      linesOf(page(item("Ana", 50, 700), item("Ana", 50.4, 700), item("DRAFT", 200, 400, { upright: false }))),
    ).toEqual(["Ana"]);
  });

  test("ligatures, icons and the hyphens of word processors are made plain", () => {
    expect(cleanPdfText("o\uFB03ce \uE123555-\u00AD\u20105555 \uF0B7 a\u200Bb")).toBe("office 555-5555 • ab");
  });
});

describe("paragraphs", () => {
  test("a line broken by the page is joined with its next one", () => {
    expect(linesOf(page(item(FULL, 50, 700), item("continues here", 50, 688), item("and more.", 50, 640)))).toEqual([
      `${FULL} continues here`,
      "and more.",
    ]);
  });

  test("a line that the writer ended stays a line", () => {
    expect(linesOf(page(item(FULL, 50, 700), item("Short line", 50, 688), item("Another", 50, 676)))).toEqual([
      `${FULL} Short line`,
      "Another",
    ]);
  });

  test("a hyphen at the end of a line is mended, but a compound keeps it", () => {
    const head = "y".repeat(48);
    expect(
      linesOf(page(item(`${head} develop-`, 50, 700), item("ment of things", 50, 688), item(FULL, 50, 600)))[0],
    ).toBe(`${head} development of things`);
    expect(
      linesOf(page(item(`${head} full-`, 50, 700), item("stack of things", 50, 688), item(FULL, 50, 600)))[0],
    ).toBe(`${head} full-stack of things`);
    expect(
      linesOf(page(item(`${head} develop\u00AD`, 50, 700), item("ment of things", 50, 688), item(FULL, 50, 600)))[0],
    ).toBe(`${head} development of things`);
  });

  test("an address that the margin cut is whole again", () => {
    const head = "z".repeat(49);
    expect(linesOf(page(item(`${head} github.com/`, 50, 700), item("ana-ruiz", 50, 688)))).toEqual([
      `${head} github.com/ana-ruiz`,
    ]);
  });

  test("bullets make items, larger letters and capitals headings, page numbers nothing", () => {
    const layout = layOutPdf([
      page(
        item("EXPERIENCE", 50, 700),
        item(FULL, 50, 680),
        item("• One", 50, 660),
        item("Skills", 50, 640, { size: 14 }),
        item("Page 1 of 2", 280, 30),
      ),
    ]);
    expect(layout.blocks.map((block) => [block.kind, layout.text.slice(block.start, block.end)])).toEqual([
      ["heading", "EXPERIENCE"],
      ["paragraph", FULL],
      ["item", "• One"],
      ["heading", "Skills"],
    ]);
  });

  test("a page break leaves no trace in a sentence", () => {
    expect(linesOf(page(item(FULL, 50, 60)), page(item("goes on here", 50, 780)))).toEqual([`${FULL} goes on here`]);
  });
});

describe("columns", () => {
  const left = Array.from({ length: 12 }, (_, row) => item(`left ${row} words words`, 50, 700 - row * 14));
  const right = Array.from({ length: 12 }, (_, row) => item(`right ${row} words words`, 320, 700 - row * 14));

  test("two columns of text are read one after the other", () => {
    const lines = linesOf(
      page(
        item("A title that runs across both of the columns of the page, from left to right here", 50, 740),
        ...left,
        ...right,
      ),
    );
    expect(lines[0]).toContain("A title");
    expect(lines.findIndex((line) => line.includes("left 11"))).toBeLessThan(
      lines.findIndex((line) => line.includes("right 0")),
    );
  });

  test("dates at the right margin are not a column", () => {
    const dates = left.map((line, row) => item(`20${10 + row}`, 500, line.y));
    expect(linesOf(page(...left, ...dates))[0]).toBe("left 0 words words\t2010");
  });

  test("a two-column PDF of a real writer comes out column by column", async () => {
    const bytes = await makePdf((pdf) => {
      for (let row = 0; row < 12; row += 1) {
        pdf.fontSize(10).text(`Sidebar skill number ${row}`, 50, 100 + row * 16, { lineBreak: false });
        pdf.text(`Experience sentence ${row} in the main column`, 260, 100 + row * 16, { lineBreak: false });
      }
    });
    const answer = await runExtractWorker("pdf", bytes, DOCUMENT_LIMITS);
    if (answer.kind !== "pages") throw new Error(answer.kind);
    const { text } = layOutPdf(answer.pages);
    expect(text.indexOf("Sidebar skill number 11")).toBeLessThan(text.indexOf("Experience sentence 0"));
  });
});

test("no pages give an empty text", () => {
  expect(layOutPdf([])).toEqual({ text: "", blocks: [] });
});
