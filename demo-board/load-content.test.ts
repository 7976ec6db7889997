import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { employersFor } from "./advert-parts";
import { loadDemoContent } from "./load-content";

const content = loadDemoContent();
const scratch = mkdtempSync(path.join(tmpdir(), "demo-content-"));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

function contentWith(files: { descriptions?: string; employers?: string; extras?: string }): string {
  const folder = mkdtempSync(path.join(scratch, "case-"));
  mkdirSync(path.join(folder, "descriptions"));
  writeFileSync(path.join(folder, "descriptions", "a.jsonl"), files.descriptions ?? "");
  writeFileSync(path.join(folder, "employers.json"), files.employers ?? "[]");
  writeFileSync(path.join(folder, "extras.json"), files.extras ?? "[]");
  return folder;
}

describe("the hand-written content", () => {
  it("has at least 64 descriptions over at least 16 role families, about half of them Spanish", () => {
    expect(content.descriptions.length).toBeGreaterThanOrEqual(64);
    expect(new Set(content.descriptions.map((item) => item.family)).size).toBeGreaterThanOrEqual(16);
    const spanish = content.descriptions.filter((item) => item.lang === "es").length;
    expect(spanish / content.descriptions.length).toBeGreaterThan(0.4);
    expect(spanish / content.descriptions.length).toBeLessThan(0.6);
  });

  it("has at least 45 employers, agencies among them, with pay in five currencies", () => {
    expect(content.employers.length).toBeGreaterThanOrEqual(45);
    expect(content.employers.some((item) => item.agency)).toBe(true);
    expect(new Set(content.employers.map((item) => item.currency)).size).toBe(5);
    for (const employer of content.employers) {
      for (const lang of employer.langs) expect(employer.about[lang], employer.key).toBeDefined();
    }
  });

  it("shares no line of text between two descriptions but headings", () => {
    const seen = new Map<string, string>();
    for (const { key, body } of content.descriptions) {
      for (const line of body.split("\n").filter((text) => !text.startsWith("## ") && text.length > 60)) {
        expect(seen.get(line), `${key}: ${line}`).toBeUndefined();
        seen.set(line, key);
      }
    }
  });

  it("names in each text the skills that it lists, and finds two employers or more for each", () => {
    for (const description of content.descriptions) {
      const text = description.body.toLowerCase();
      expect(description.skills.filter((skill) => !text.includes(skill.toLowerCase()))).toEqual([]);
      expect(employersFor(description, content).length, description.key).toBeGreaterThanOrEqual(2);
    }
  });

  it("keeps Spanish accents whole", () => {
    for (const { key, lang, body } of content.descriptions) {
      expect(body, key).not.toMatch(/Ã.|Â.|\uFFFD/);
      if (lang === "es") expect(body, key).toMatch(/[áéíóúñ]/);
    }
  });
});

describe("reading content", () => {
  it("names the file and line of a mistake", () => {
    expect(() => loadDemoContent(contentWith({ descriptions: "\n{oops" }))).toThrow(/a\.jsonl line 2: not valid JSON/);
    expect(() => loadDemoContent(contentWith({ descriptions: '{"key":"x"}' }))).toThrow(/a\.jsonl line 1: /);
    expect(() => loadDemoContent(contentWith({ employers: "{}" }))).toThrow(/employers\.json/);
  });

  it("refuses a key that occurs twice", () => {
    const extra = { key: "a", kind: "benefit", trend: "steady", families: [], skill: null, es: "uno", en: "one" };
    const folder = contentWith({ extras: JSON.stringify([extra, extra]) });
    expect(() => loadDemoContent(folder)).toThrow(/the key a occurs twice/);
  });
});
