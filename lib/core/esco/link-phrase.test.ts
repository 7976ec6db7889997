import { describe, expect, test } from "vitest";
import { createEscoLinker } from "./create-esco-linker";
import type { EscoLabels } from "./esco-types";
import { foldTaxonomyLabels } from "./fold-taxonomy-labels";
import { linkPhrase } from "./link-phrase";
import { linkSentence, mergeLinks } from "./link-sentence";
import { phraseWords } from "./phrase-words";
import { splitPhrases } from "./split-phrases";

function aSkill(n: number, en: string[], es: string[], more: Partial<EscoLabels> = {}): EscoLabels {
  return { uri: `http://data.europa.eu/esco/skill/${n}`, kind: "skill", en, es, description: null, demand: 0, ...more };
}

const SKILLS = [
  aSkill(1, ["work in teams", "teamwork"], ["trabajar en equipo", "trabajo en equipo"], { demand: 90 }),
  aSkill(2, ["work in fishery team"], ["trabajar en un equipo de pesca"]),
  aSkill(3, ["Lantern (computer programming)"], ["Lantern (programación informática)"]),
  aSkill(4, ["analyse harbour dues"], ["analizar tasas portuarias"], {
    description: "Study what ships pay for berths.",
  }),
  aSkill(5, ["manage lighthouse supplies"], ["gestionar suministros de faro"]),
  aSkill(6, ["keep accounts", "bookkeeping"], ["llevar la contabilidad"]),
];
const linker = createEscoLinker(SKILLS);
const labels = (phrase: string, lang: "en" | "es" = "en") =>
  linkPhrase(linker, phrase, lang, { take: 3 }).map((link) => link.label);

describe("a phrase", () => {
  test.each([
    ["able to work in a team", "work in teams"],
    ["Team working", "work in teams"],
    ["strong TEAMWORK skills", "work in teams"],
    ["Lantern", "Lantern (computer programming)"],
    ["analyze harbor dues", "analyse harbour dues"],
    ["analysis of harbour dues", "analyse harbour dues"],
  ])("%s is a label in other words", (phrase, label) => {
    expect(labels(phrase)[0]).toBe(label);
  });

  test("is linked in Spanish, whatever number, gender or accents", () => {
    expect(labels("capacidad para trabajar en equipos", "es")[0]).toBe("trabajar en equipo");
    expect(labels("analisis de tasas portuarias", "es")[0]).toBe("analizar tasas portuarias");
    expect(labels("GESTION DE SUMINISTROS DE FAROS", "es")[0]).toBe("gestionar suministros de faro");
  });

  test("is linked through a near spelling, and says so", () => {
    expect(linkPhrase(linker, "lighthose suplies", "en", { take: 1 })).toMatchObject([
      { label: "manage lighthouse supplies", method: "spelling" },
    ]);
  });

  test("is linked through a description, below any label", () => {
    expect(linkPhrase(linker, "payment of berths by ships", "en", { take: 1 })).toMatchObject([
      { label: "analyse harbour dues", method: "words" },
    ]);
    const [exact, words] = [labels("keep accounts"), linkPhrase(linker, "ships", "en", { take: 1 })];
    expect(exact[0]).toBe("keep accounts");
    expect(words[0]?.score).toBeLessThan(0.5);
  });

  test("an exact label scores over every other, and scores lie between 0 and 1", () => {
    const links = linkPhrase(linker, "work in teams", "en", { take: 10 });
    expect(links[0]).toMatchObject({ method: "label" });
    expect(links[0]?.score).toBeGreaterThan(0.9);
    for (const { score } of links) {
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
    }
  });

  test.each(["", "  ", "the of and", "¿?!", "zzzz"])("%j is linked to nothing", (phrase) => {
    expect(linkPhrase(linker, phrase, "en", { take: 5 })).toEqual([]);
  });

  test("of a hundred thousand letters ends", () => {
    expect(linkPhrase(linker, "team ".repeat(20_000), "en", { take: 1 })).toHaveLength(1);
    expect(linkPhrase(linker, "x".repeat(100_000), "en", { take: 1 })).toEqual([]);
  });

  test("does not depend on the order in which the concepts came", () => {
    const turned = createEscoLinker([...SKILLS].reverse());
    for (const phrase of ["work", "team", "manage harbour accounts"])
      expect(linkPhrase(turned, phrase, "en", { take: 6 })).toEqual(linkPhrase(linker, phrase, "en", { take: 6 }));
  });

  test("falls back on the English label where a concept has none in the language", () => {
    const half = createEscoLinker([aSkill(9, ["splice ropes"], []), aSkill(8, [], ["empalmar cabos"])]);
    expect(linkPhrase(half, "empalmar cabos", "es", { take: 1 })).toMatchObject([{ label: "empalmar cabos" }]);
    expect(linkPhrase(half, "splice ropes", "es", { take: 1 })).toEqual([]);
  });
});

describe("words of a phrase", () => {
  test("wrapping is left out unless nothing else is left", () => {
    expect(phraseWords("strong knowledge of C++ and .NET", "en")).toEqual(["c++", ".net"]);
    expect(phraseWords("strong knowledge", "en")).toHaveLength(2);
  });
});

describe("a sentence", () => {
  test("is taken apart at commas and joining words; a short one is kept whole too", () => {
    expect(splitPhrases("keep accounts and tend lamps; teamwork", "en")).toEqual([
      "keep accounts and tend lamps",
      "keep accounts",
      "tend lamps",
      "teamwork",
    ]);
    expect(splitPhrases("contabilidad y trabajo en equipo", "es")).toContain("trabajo en equipo");
    expect(splitPhrases("a, ".repeat(5_000), "en")).toEqual(["a"]);
  });

  test("gives every skill that its parts name, each once", () => {
    const links = linkSentence(linker, "You keep accounts, like teamwork and work in teams.", "en", { take: 2 });
    expect(links.map((link) => link.label).sort()).toEqual(["keep accounts", "work in teams"]);
  });

  test("keeps the best of a concept's links; a later one of the same part is worth less", () => {
    const link = (uri: string, score: number) => ({ uri, label: uri, score, method: "words" as const });
    const merged = mergeLinks([[link("a", 0.5), link("b", 0.5)], [link("b", 0.48)]], 5);
    expect(merged).toEqual([link("a", 0.5), link("b", 0.48)]);
  });
});

test("what our own taxonomy calls a concept is one more label of it", () => {
  const concept = {
    id: "ledger",
    kind: "hard" as const,
    family: "x",
    en: ["GL"],
    es: ["libro mayor"],
    esco: SKILLS[5]?.uri ?? "",
  };
  const folded = foldTaxonomyLabels(SKILLS, [concept, { ...concept, id: "none", esco: null }]);
  expect(folded[5]?.en).toEqual(["keep accounts", "bookkeeping", "GL"]);
  expect(folded[0]).toBe(SKILLS[0]);
});
