import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_CANONICAL_LENGTH, toCanonicalText } from "./to-canonical-text";

const textOf = (html: string): string => toCanonicalText(html, "html").text;
const kinds = (text: string, format: "html" | "text" = "text"): string[] => {
  const canonical = toCanonicalText(text, format);
  return canonical.blocks.map((block) => `${block.kind}: ${canonical.text.slice(block.start, block.end)}`);
};

describe("markup", () => {
  test("headings, paragraphs, items and line breaks become lines, and keep what they are", () => {
    const html =
      "<h2>Requirements</h2><p>We ask for:<br>two things</p><ul><li><p>SQL</p></li><li>Docker &amp; Git</li></ul>";
    expect(kinds(html, "html")).toEqual([
      "heading: Requirements",
      "heading: We ask for:",
      "paragraph: two things",
      "item: • SQL",
      "item: • Docker & Git",
    ]);
  });

  test("scripts, styles, templates, noscript, drawings and comments leave nothing behind", () => {
    const html = `<script>if (a<b) x("</p>")</script><style>p{}</style><template><p>t</p></template><noscript>n</noscript>
      <svg><title>s</title></svg><!-- c --><p title="a > b">kept</p>`;
    expect(textOf(html)).toBe("kept");
  });

  test("markup that was escaped twice is read", () => {
    expect(textOf("&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;")).toBe("One\n\nTwo");
  });

  test("a description without any markup is taken as text", () => {
    expect(textOf("One &amp; two\nthree")).toBe("One & two\nthree");
  });

  test("unclosed tags, comments and scripts end the text quietly", () => {
    expect(textOf("<p>kept</p><!-- never closed <p>lost</p>")).toBe("kept");
    expect(textOf("<p>kept</p><script>lost")).toBe("kept");
    expect(textOf("<p>kept</p><a href='lost")).toBe("kept");
    expect(textOf("<p>a < b and c > d</p>")).toBe("a < b and c > d");
  });

  test("fifty thousand nested elements are read in one pass", () => {
    expect(textOf(`${"<div>".repeat(50_000)}deep${"</div>".repeat(50_000)}`)).toBe("deep");
  });
});

describe("characters", () => {
  test("UTF-8 that was read as Windows-1252 is repaired, also twice over", () => {
    expect(textOf("<p>programaciÃ³n, companyâ€™s, 10 â‚¬, ðŸš€ y FunciÃƒÂ³n</p>")).toBe(
      "programación, company’s, 10 €, 🚀 y Función",
    );
    expect(textOf("<p>Huckleberryâ\u0080\u0099s \u0093quoted\u0094</p>")).toBe("Huckleberry’s “quoted”");
  });

  test("letters that only look like mojibake stay", () => {
    const text = "Ânimo, SÃO PAULO, “CAFÉ”, naïve à la carte, forêt";
    expect(toCanonicalText(text, "text").text).toBe(text);
  });

  test("invisible and direction characters and controls are removed, spaces are one kind, lines end with \\n", () => {
    expect(toCanonicalText("a\u200bb\u202ec\u00ad\u0000\u00a0 d\r\ne\rf\u2028g", "text").text).toBe("abc d\ne\nf\ng");
  });

  test("the text is composed, and a lone surrogate is replaced", () => {
    expect(toCanonicalText("dise\u006e\u0303o \ud800!", "text").text).toBe("diseño \ufffd!");
  });

  test("references resolve to the end, unknown ones stay", () => {
    expect(toCanonicalText("R&amp;amp;D &#38; &#x41; &eacute; &bogus; AT&T &#1114112;", "text").text).toBe(
      "R&D & A é &bogus; AT&T \ufffd",
    );
  });

  test("a text is cut at the cap, never inside a surrogate pair", () => {
    expect(toCanonicalText("🚀".repeat(MAX_CANONICAL_LENGTH), "text").text).toHaveLength(MAX_CANONICAL_LENGTH);
    expect(toCanonicalText(`a${"🚀".repeat(MAX_CANONICAL_LENGTH)}`, "text").text).toHaveLength(
      MAX_CANONICAL_LENGTH - 1,
    );
  });
});

describe("lines that a board lost", () => {
  test("a sentence glued to the next one starts a line of its own", () => {
    expect(toCanonicalText("Sumamos talento.Lo que buscamos:Personas con ganas", "text").text).toBe(
      "Sumamos talento.\nLo que buscamos:\nPersonas con ganas",
    );
  });

  test("dashes and bullets in running text become items", () => {
    expect(kinds("Tareas:- Vender. - Cobrar • Visitar")).toEqual([
      "heading: Tareas:",
      "item: - Vender.",
      "item: - Cobrar",
      "item: • Visitar",
    ]);
  });

  test.each([
    "Pagos Cóndor S.A.S. – Bogotá",
    "Ruta Ltda. - Medellín",
    "Frost Inc. – Boston",
    "Av. – Norte",
    "Ford Motor Co. - Detroit",
  ])("the dot of an abbreviation ends no line: %s", (text) => {
    expect(toCanonicalText(text, "text").text).toBe(text);
  });

  test("names of technologies are not taken apart", () => {
    const text = "Node.js, ASP.NET, Vue.js, JavaScript, PowerPoint, Full-Stack, 3.5, S.A. de C.V.";
    expect(toCanonicalText(text, "text").text).toBe(text);
  });
});

describe("blocks of plain text", () => {
  test("items of all kinds are told from headings and paragraphs", () => {
    const text =
      "ABOUT US\nWe make maps.\n\nWhat we ask:\n- SQL\n* Git\n1. Drive\n2) Care\n¿Qué ofrecemos?\nUn buen lugar.";
    expect(kinds(text).map((block) => block.split(":")[0])).toEqual(
      "heading paragraph heading item item item item heading paragraph".split(" "),
    );
  });

  test("a line that Markdown marks is a heading, whatever follows", () => {
    expect(kinds("## Extras\nSQL.\n### Más\nAlgo.\n#hashtag de la empresa")).toEqual([
      "heading: ## Extras",
      "paragraph: SQL.",
      "heading: ### Más",
      "paragraph: Algo.",
      "paragraph: #hashtag de la empresa",
    ]);
  });

  test("a hard-wrapped paragraph is one block", () => {
    const text = `${"word ".repeat(14)}and then\nit goes on here.\nA new one.`;
    expect(toCanonicalText(text, "text").blocks).toHaveLength(2);
  });
});

describe("for any input", () => {
  const anything = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          "<p>",
          "</p>",
          "<li>",
          "<h1>",
          "<br>",
          "&amp;",
          "&lt;",
          "Ã³",
          "•",
          "- A",
          "ab.Cde",
          "\n",
          " ",
          "texto",
          "\u200b",
          "<!--",
          "<",
        ),
        { maxLength: 60 },
      )
      .map((parts) => parts.join("")),
  );
  const format = fc.constantFrom("html" as const, "text" as const);

  test("blocks are in order, apart, trimmed and cover every line that is not blank", () => {
    fc.assert(
      fc.property(anything, format, (given, as) => {
        const { text, blocks } = toCanonicalText(given, as);
        let rest = "";
        let end = 0;
        for (const block of blocks) {
          expect(block.start).toBeGreaterThanOrEqual(end);
          expect(block.end).toBeGreaterThan(block.start);
          rest += text.slice(end, block.start);
          end = block.end;
        }
        expect((rest + text.slice(end)).trim()).toBe("");
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });

  test("the text is NFC, without controls, and gives itself when read again", () => {
    fc.assert(
      fc.property(anything, format, (given, as) => {
        const { text } = toCanonicalText(given, as);
        expect(text).toBe(text.normalize("NFC"));
        expect(text).not.toMatch(/[\p{Surrogate}\r\t\u200b\u0000-\u0009]/u);
        expect(toCanonicalText(text, "text").text).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});
