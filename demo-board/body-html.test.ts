import { describe, expect, it } from "vitest";
import { renderBody } from "./body-html";

const BODY = "Intro & more\n## Duties\n- one <b>\n- two\n1. first\n2. second\nEnd";

describe("an advert's text as HTML", () => {
  it("uses proper elements", () => {
    expect(renderBody(BODY, "semantic").split("\n")).toEqual([
      "<p>Intro &amp; more</p>",
      "<h3>Duties</h3>",
      "<ul><li>one &lt;b&gt;</li><li>two</li></ul>",
      "<ol><li>first</li><li>second</li></ol>",
      "<p>End</p>",
    ]);
  });

  it("writes headings as bold lines where the editor knew no better", () => {
    expect(renderBody("## Duties\n- one", "bold-headings")).toBe(
      "<p><strong>Duties</strong></p>\n<ul><li>one</li></ul>",
    );
  });

  it("types bullets and numbers by hand", () => {
    expect(renderBody("- one\n- two\n1. first", "typed-bullets")).toBe("<p>• one<br>• two</p>\n<p>1. first</p>");
  });

  it("keeps two paragraphs apart and leaves empty lines out", () => {
    expect(renderBody("a\n\nb", "semantic")).toBe("<p>a</p>\n<p>b</p>");
  });
});
