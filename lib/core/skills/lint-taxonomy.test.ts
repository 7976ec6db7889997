import { describe, expect, test } from "vitest";
import { lintTaxonomy } from "./lint-taxonomy";
import type { Concept } from "./skill-types";

function aConcept(changes: Partial<Concept> = {}): Concept {
  return { id: "knitting", kind: "hard", family: "crafts", en: ["knitting"], es: ["tejido"], esco: null, ...changes };
}

const URI = "http://data.europa.eu/esco/skill/00000000-0000-4000-8000-000000000000";

describe("lintTaxonomy", () => {
  test("finds nothing wrong with sound concepts", () => {
    const needle = aConcept({
      id: "needle",
      en: ["Needle"],
      es: ["Needle"],
      esco: URI,
      caseSensitive: ["Needle"],
      ambiguous: ["Needle"],
      context: { near: ["thread"], not: ["the needle"] },
      related: { wool: 0.5 },
    });
    const wool = aConcept({ id: "wool", en: ["wool"], es: ["lana"], related: { needle: 0.4 } });
    expect(lintTaxonomy([needle, wool])).toEqual([]);
  });

  test("names an id that two concepts have, in one place or far apart", () => {
    const again = aConcept({ en: ["purling"], es: ["punto"], family: "hobbies" });
    const wool = aConcept({ id: "wool", en: ["wool"], es: ["lana"] });
    expect(lintTaxonomy([aConcept(), again])).toEqual(["The id knitting is there twice."]);
    expect(lintTaxonomy([aConcept(), wool, again])).toEqual([
      "knitting stands after wool; concepts are sorted by id.",
      "The id knitting is in crafts and in hobbies.",
    ]);
  });

  test("names two concepts that claim one label, whatever its case and accents", () => {
    const weaving = aConcept({ id: "weaving", en: ["weaving"], es: ["TÉJIDO"] });
    expect(lintTaxonomy([aConcept(), weaving])).toEqual(['weaving and knitting both have the label "tejido".']);
  });

  test("lets a concept have the same label in both languages, but not twice in one", () => {
    expect(lintTaxonomy([aConcept({ en: ["Macramé"], es: ["macrame"] })])).toEqual([]);
    expect(lintTaxonomy([aConcept({ en: ["Macramé", "macrame"] })])).toEqual([
      'knitting: the en label "macrame" is there twice.',
    ]);
  });

  test("names what is out of order", () => {
    const lace = aConcept({ id: "lace", en: ["lace"], es: ["encaje"] });
    expect(lintTaxonomy([lace, aConcept()])).toEqual(["knitting stands after lace; concepts are sorted by id."]);
  });

  test("names a broader concept that is missing, and a way up that leads back", () => {
    const wool = aConcept({ id: "wool", en: ["wool"], es: ["lana"], broader: "knitting" });
    expect(lintTaxonomy([aConcept(), wool])).toEqual([]);
    expect(lintTaxonomy([aConcept({ broader: "crafts" }), wool])).toEqual([
      "knitting: it or what is broader than it stands under crafts, which does not exist.",
      "wool: it or what is broader than it stands under crafts, which does not exist.",
    ]);
    expect(lintTaxonomy([aConcept({ broader: "wool" }), wool])).toEqual([
      "knitting: going to what is broader leads back to knitting.",
      "wool: going to what is broader leads back to wool.",
    ]);
  });

  test("names relatives that are missing, one-sided, out of range, or the concept itself", () => {
    const wool = aConcept({ id: "wool", en: ["wool"], es: ["lana"] });
    const knitting = aConcept({ related: { knitting: 0.5, silk: 0.5, wool: 1 } });
    expect(lintTaxonomy([knitting, wool])).toEqual([
      "knitting: it is related to itself.",
      "knitting: it is related to silk, which does not exist.",
      "knitting: its closeness to wool, 1, is not between 0 and 1.",
      "knitting: it is related to wool, but not the other way.",
    ]);
  });

  test("refuses a closeness that is no number of the open range", () => {
    const wool = aConcept({ id: "wool", en: ["wool"], es: ["lana"], related: { knitting: 0.5 } });
    for (const closeness of [0, -0.1, 1.5, Number.NaN]) {
      expect(lintTaxonomy([aConcept({ related: { wool: closeness } }), wool])).toHaveLength(1);
    }
  });

  test("names marked labels that the concept does not have", () => {
    const concept = aConcept({
      caseSensitive: ["Knit"],
      ambiguous: ["Purl"],
      context: { near: ["wool"], not: [] },
    });
    expect(lintTaxonomy([concept])).toEqual([
      'knitting: the case-sensitive label "Knit" is not among its en and es labels.',
      'knitting: the ambiguous label "Purl" is not among its en and es labels.',
    ]);
  });

  test("names an ambiguous label that nothing could confirm, and a context that nothing needs", () => {
    const missing = "knitting: it has ambiguous labels but no context that confirms them.";
    expect(lintTaxonomy([aConcept({ ambiguous: ["knitting"] })])).toEqual([missing]);
    expect(lintTaxonomy([aConcept({ ambiguous: ["knitting"], context: { near: [], not: ["x"] } })])).toEqual([missing]);
    expect(lintTaxonomy([aConcept({ context: { near: ["wool"], not: [] } })])).toEqual([
      "knitting: it has a context but no ambiguous label.",
    ]);
  });

  test("names context words that could never match a folded text", () => {
    const concept = aConcept({ ambiguous: ["knitting"], context: { near: ["Wool"], not: ["niño"] } });
    expect(lintTaxonomy([concept])).toEqual([
      'knitting: the context word "Wool" is not folded.',
      'knitting: the context word "niño" is not folded.',
    ]);
  });

  test("names empty labels and languages without a label", () => {
    expect(lintTaxonomy([aConcept({ en: [" "], es: [] })])).toEqual([
      "knitting: an en label is empty.",
      "knitting: it has no es label.",
    ]);
  });

  test("names a malformed ESCO URI", () => {
    for (const esco of [
      "",
      "knitting",
      URI.replace("http:", "https:"),
      URI.replace("skill", "occupation"),
      `${URI}0`,
    ]) {
      expect(lintTaxonomy([aConcept({ esco })])).toEqual([`knitting: "${esco}" is not the URI of an ESCO skill.`]);
    }
  });

  test("names ids that are not kebab-case", () => {
    for (const id of ["Knitting", "knit_wear", "-knit", "knit--wear", "tejido-ñ", ""]) {
      expect(lintTaxonomy([aConcept({ id })])).toEqual([`The id "${id}" is not kebab-case.`]);
    }
  });
});
