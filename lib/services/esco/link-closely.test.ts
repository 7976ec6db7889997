import { describe, expect, test } from "vitest";
import { createEscoLinker } from "@/lib/core/esco/create-esco-linker";
import { createOccupationFinder } from "@/lib/core/occupations/occupation-finder";
import { createVectorCache, linkClosely } from "./link-closely";
import { linkTitle } from "./link-title";

const concept = (n: number, en: string, es: string, kind: "skill" | "occupation" = "skill") => ({
  uri: `http://data.europa.eu/esco/${kind}/${n}`,
  kind,
  en: [en],
  es: [es],
  description: null,
  demand: 0,
});
const linker = createEscoLinker([
  concept(1, "mend nets", "remendar redes"),
  concept(2, "mend sails", "remendar velas"),
  concept(3, "mend roofs", "remendar techos"),
]);

/** Vectors by hand: "mend canvas" lies beside "mend sails". */
function anEmbedder(reads: "english" | "any" = "english") {
  const asked: string[] = [];
  const embed = (texts: readonly string[]) => {
    asked.push(...texts);
    return Promise.resolve(texts.map((text) => (/sails|canvas|velas|lona/u.test(text) ? [1, 0] : [0, 1])));
  };
  return { reads, embed, asked };
}

describe("closeness in meaning", () => {
  test("breaks the tie that the words leave, and asks for each text once", async () => {
    const embedder = anEmbedder();
    const vectors = createVectorCache(embedder);
    const link = () => linkClosely(linker, "mend canvas", "en", { take: 1, embedder, vectors });
    expect(await link()).toMatchObject([{ label: "mend sails", method: "meaning" }]);
    await link();
    expect(embedder.asked.sort()).toEqual(["mend canvas", "mend nets", "mend roofs", "mend sails"]);
  });

  test("is left out in a language that the model does not read", async () => {
    const english = anEmbedder();
    const vectors = createVectorCache(english);
    await linkClosely(linker, "remendar lona", "es", { take: 3, embedder: english, vectors });
    expect(english.asked).toEqual([]);
    const any = anEmbedder("any");
    const found = await linkClosely(linker, "remendar lona", "es", {
      take: 3,
      embedder: any,
      vectors: createVectorCache(any),
    });
    expect(found[0]).toMatchObject({ label: "remendar velas" });
    expect(found).toHaveLength(3);
  });

  test("a phrase that the words link to nothing asks for no vector", async () => {
    const embedder = anEmbedder();
    const vectors = createVectorCache(embedder);
    expect(await linkClosely(linker, "zzz", "en", { take: 3, embedder, vectors })).toEqual([]);
    expect(embedder.asked).toEqual([]);
  });
});

describe("a title", () => {
  const finder = createOccupationFinder([
    { id: "welder", isco: "7212", esco: null, en: ["welder"], es: ["soldador"] },
    { id: "helper", isco: "9329", esco: null, en: ["helper"], es: ["ayudante"], weak: ["helper", "ayudante"] },
  ]);
  const occupations = createEscoLinker([
    concept(7, "net mender", "remendador de redes/remendadora de redes", "occupation"),
    concept(8, "sail maker", "velero/velera", "occupation"),
  ]);

  test("is one of our own occupations where one fits, with a bundle or without", () => {
    expect(linkTitle(finder, occupations, "Soldadora", "es")).toMatchObject({ kind: "occupation", id: "welder" });
    expect(linkTitle(finder, null, "Welder (m/f)", "en")).toMatchObject({ kind: "occupation", isco: "7212" });
  });

  test("is an imported occupation where ours do not fit", () => {
    expect(linkTitle(finder, occupations, "Net mender - Harbour", "en")).toMatchObject({
      kind: "esco",
      link: { uri: "http://data.europa.eu/esco/occupation/7" },
    });
    expect(linkTitle(finder, occupations, "Ayudante sail maker", "en")).toMatchObject({ kind: "esco" });
  });

  test("is a weak one of ours, or nothing, where neither does", () => {
    expect(linkTitle(finder, occupations, "Helper", "en")).toMatchObject({ kind: "occupation", id: "helper" });
    expect(linkTitle(finder, null, "Net mender", "en")).toBeNull();
  });
});
