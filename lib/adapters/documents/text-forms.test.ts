import { describe, expect, test } from "vitest";
import { decodeText } from "./decode-text";
import { jsonResumeToHtml } from "./json-resume-to-html";
import { markdownToHtml } from "./markdown-to-html";
import { sniffType } from "./sniff-type";

describe("Markdown", () => {
  test("headings, items, tables and lines keep their shape; marks go", () => {
    const html = markdownToHtml(
      "---\ntitle: x\n---\n# Ana *Ruiz*\nNurse\n=====\n\n- **Ten** years in `ICU`\n1. One\n| A | B |\n|---|---|\n| c | d |\n> said\n---\n",
    );
    expect(html).toContain("<h1>Ana Ruiz</h1>");
    expect(html).toContain("<h2>Nurse</h2>");
    expect(html).toContain("<li>Ten years in ICU</li>");
    expect(html).toContain("<li>One</li>");
    expect(html).toContain("<p>A | B</p>");
    expect(html).toContain("<p>said</p>");
    expect(html).not.toContain("---");
  });

  test("links show where they lead, pictures vanish, and raw HTML cannot get through", () => {
    expect(markdownToHtml("[me](https://x.example/a) ![p](q.png) <b onclick=x>R&D</b>")).toBe(
      "<p>me (https://x.example/a)   R&amp;D</p>",
    );
    expect(markdownToHtml("[x.example](https://x.example)")).toBe("<p>https://x.example</p>");
    expect(markdownToHtml("snake_case_name and 2 * 3 * 4")).toBe("<p>snake_case_name and 2 * 3 * 4</p>");
  });
});

describe("JSON Resume", () => {
  test("every section is told in words that the reader of written résumés knows", () => {
    const html = jsonResumeToHtml(
      JSON.stringify({
        basics: {
          name: "Ana <Ruiz>",
          label: "Nurse",
          summary: "Kind.",
          location: { city: "Lima" },
          profiles: [{ url: "https://x.example/ana" }],
        },
        volunteer: [
          { position: "Coach", organization: "Club", startDate: "2020", endDate: "2021", highlights: ["Won", null, 3] },
        ],
        education: [
          { studyType: "BSc", area: "Nursing", institution: "Uni", startDate: "2010", endDate: "2014", courses: ["A"] },
        ],
        skills: [{ name: "Care", keywords: ["ICU", "ER"] }, { name: "Kindness" }],
        languages: [{ language: "Spanish", fluency: "Native" }, { language: "English" }],
        certificates: [{ name: "BLS", issuer: "AHA", date: "2020" }],
        projects: [{ name: "Ward", description: "Built it" }],
        awards: [{ title: "Best nurse", awarder: "City" }],
        publications: [{ name: "On care", publisher: "Press", releaseDate: "2021" }],
      }),
    );
    for (const part of [
      "Ana &lt;Ruiz&gt;",
      "<h2>Summary</h2>",
      "BSc, Nursing | Uni | 2010 – 2014",
      "Care: ICU, ER",
      "Spanish (Native)",
      "BLS, AHA, 2020",
      "Coach | Club | 2020 – 2021",
      "<li>3</li>",
      "On care | Press | 2021",
    ]) {
      expect(html).toContain(part);
    }
  });

  test("a bad field is left out and does not reject the rest", () => {
    const html = jsonResumeToHtml(
      JSON.stringify({
        basics: { name: "Ana", email: { a: 1 }, location: 7 },
        work: { not: "a list" },
        skills: [5, { name: "Care" }],
      }),
    );
    expect(html).toContain("Ana");
    expect(html).toContain("Care");
    expect(jsonResumeToHtml('"text"')).toBeNull();
  });
});

describe("bytes", () => {
  test("UTF-16 without a mark is seen by its zeros; bytes that are no text give null", () => {
    expect(decodeText(Buffer.from("Lucía Peña", "utf16le"))).toBe("Lucía Peña");
    expect(decodeText(Buffer.from("Lucía Peña", "utf16le").swap16())).toBe("Lucía Peña");
    expect(decodeText(Buffer.from([1, 2, 3, 4, 5, 0, 7]))).toBeNull();
  });

  test("the extension only chooses between kinds of text", async () => {
    const sniff = (text: string, name: string) => sniffType(Buffer.from(text), name);
    expect(await sniff("BMaria Lopez", "cv")).toMatchObject({ kind: "text", type: "txt" });
    expect(await sniff("# Maria", "cv.md")).toMatchObject({ type: "md" });
    expect(await sniff("<p>Maria</p>", "cv.htm")).toMatchObject({ type: "html" });
    expect(await sniff('{"basics": {}}', "cv.txt")).toMatchObject({ type: "json" });
    expect(await sniff("<html><p>x</p></html>", "cv.txt")).toMatchObject({ type: "html" });
    expect(await sniff("%PDF-1.4", "cv.txt")).toEqual({ kind: "pdf" });
  });
});
