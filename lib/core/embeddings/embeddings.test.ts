import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aSkill, conceptMap } from "@/lib/core/matching/fixtures/match-fixtures";
import { calibrateSimilarity, PACKAGED_SIMILARITY } from "./calibrate-similarity";
import { embeddingText, MAX_BODY, relevantLines } from "./embedding-text";
import { maskPersonalData } from "./mask-personal-data";
import { englishLabels } from "./skill-labels";
import { cosine, normalise } from "./vectors";

const english = {
  title: "Nurse",
  text: "Care for patients on the night ward.",
  lang: "en",
  skillLabels: ["nursing", "patient care"],
  reads: "english",
} as const;
const spanish = {
  ...english,
  title: "Enfermera",
  text: "Cuidado de pacientes en el turno de noche.",
  lang: "es",
} as const;

describe("the text that is embedded", () => {
  test("is title and body in English", () => {
    expect(embeddingText(english)).toBe("Nurse\nCare for patients on the night ward.");
  });

  test("is the English labels for a Spanish text and an English model, and nothing where there are too few", () => {
    expect(embeddingText(spanish)).toBe("nursing, patient care");
    expect(embeddingText({ ...spanish, skillLabels: ["nursing", "nursing"] })).toBeNull();
  });

  test("is title and body in any language for a model that reads any", () => {
    expect(embeddingText({ ...spanish, reads: "any" })).toContain("turno de noche");
  });

  test("leaves out praise, perks and law, under headings and in running text", () => {
    const text = [
      "About us",
      "We are loved by all.",
      "What you will do",
      "Drive the van.",
      "Sobre nosotros",
      "Una familia.",
      "Requisitos:",
      "Carnet B.",
      "Acme is a leading maker of vans.",
      "Acme is an Equal Opportunity Employer.",
      "Ofrecemos",
      "Fruta.",
    ].join("\n");
    expect(relevantLines(text)).toEqual(["What you will do", "Drive the van.", "Requisitos:", "Carnet B."]);
  });

  test("where nothing seems to matter the text is used as it is; an empty one is no text", () => {
    expect(embeddingText({ ...english, text: "About us\nWe bake." })).toBe("Nurse\nAbout us\nWe bake.");
    expect(embeddingText({ ...english, title: " ", text: "\n" })).toBeNull();
  });

  test("is bounded, and cut at a word without halving a sign", () => {
    expect((embeddingText({ ...english, title: "", text: "word ".repeat(5_000) }) ?? "").length).toBeLessThanOrEqual(
      MAX_BODY,
    );
    expect(embeddingText({ ...english, title: "", text: `a${"😀".repeat(5_000)}` })).not.toMatch(/[\uD800-\uDBFF]$/u);
  });

  test("labels are English, hard skills first, then by strength, each once", () => {
    const concepts = conceptMap({
      id: "cooking",
      kind: "hard",
      family: "food",
      en: ["Cooking"],
      es: ["cocina"],
      esco: null,
    });
    const found = [
      aSkill("empatía", "", { kind: "soft" }),
      aSkill("Cocina", "", { id: "cooking", requirement: "mentioned" }),
      aSkill("HACCP", ""),
      aSkill("Cocina", "", { id: "cooking" }),
    ];
    expect(englishLabels(found, concepts)).toEqual(["Cooking", "HACCP", "empatía"]);
  });
});

describe("masking", () => {
  const person = { name: "José Pérez-Gil", address: "Rua Augusta 9, Lisboa" };

  test.each([
    ["write to jose.perez+cv@mail.example.co.uk now", "write to [email] now"],
    ["call +57 (301) 555-12-34 or 5512345678", "call [phone] or [phone]"],
    ["see https://example.org/jose?x=1 and linkedin.com/in/jose-perez.", "see [link] and [link]"],
    ["Calle 45 # 12-30, Bogotá", "[address], Bogotá"],
    ["12 Long Hill Road, Leeds", "[address], Leeds"],
    ["JOSE PÉREZ lives at rua augusta 9, lisboa", "[name] [name] lives at [address]"],
    ["Jose\u0301 Pe\u0301rez", "[name] [name]"],
  ])("%s", (text, masked) => {
    expect(maskPersonalData(text, { ...person, name: "José Pérez" })).toBe(masked);
  });

  test.each([
    "2015 - 2019",
    "01/2015 - 03/2019",
    "2015-01 - 2019-03",
    "Pay 45000 a year",
    "Python 3.12, C++17",
    "ISO 27001",
  ])("%s is no personal data", (text) => {
    expect(maskPersonalData(text, person)).toBe(text);
  });

  test("a name inside another word stays", () => {
    expect(maskPersonalData("Anaconda and Ana", { name: "Ana" })).toBe("Anaconda and [name]");
  });

  test("the mail address and the number never get through, whatever stands around them", () => {
    const around = fc.string({ maxLength: 40 });
    fc.assert(
      fc.property(around, around, (before, after) => {
        const masked = maskPersonalData(`${before} ana.gil@mail.example ${after}\n+34 612 345 678`, { name: "a.b(c" });
        expect(masked).not.toContain("ana.gil@");
        expect(masked).not.toContain("612 345 678");
      }),
    );
  });

  test("hostile text takes no time", () => {
    for (const piece of ["a.", "1 ", "calle ", "http://", "@a", "1 aa "]) {
      expect(maskPersonalData(piece.repeat(20_000)).length).toBeGreaterThan(0);
    }
  });
});

describe("vectors", () => {
  test("cosine is 1 along, 0 across, −1 against, and unknown without direction or with another size", () => {
    expect([cosine([2, 0], [3, 0]), cosine([1, 0], [0, 1]), cosine([1, 0], [-1, 0])]).toEqual([1, 0, -1]);
    expect([cosine([0, 0], [1, 0]), cosine([1], [1, 0]), cosine([], []), cosine([Infinity], [1])]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  test("normalised vectors have length 1; without direction they stay", () => {
    expect(normalise([3, 4])).toEqual([0.6, 0.8]);
    expect(normalise([0, 0])).toEqual([0, 0]);
  });
});

test("calibration spans from the median to the 97th percentile, and needs enough pairs", () => {
  const cosines = Array.from({ length: 101 }, (_, index) => index / 100);
  expect(calibrateSimilarity(cosines)).toEqual({ low: 0.5, high: 0.97 });
  expect(calibrateSimilarity(cosines.slice(0, 99))).toBeNull();
  expect(calibrateSimilarity(new Array<number>(200).fill(0.3))).toEqual({ low: 0.3, high: 0.4 });
  expect(PACKAGED_SIMILARITY.low).toBeLessThan(PACKAGED_SIMILARITY.high);
});
