import { expect, test } from "vitest";
import type { FoundSkill } from "@/lib/core/skills/skill-types";
import { createEscoLinker } from "./create-esco-linker";
import type { EscoLink } from "./esco-types";
import { linkMentions } from "./link-mentions";
import { rerankLinks } from "./rerank-links";

const URI = "http://data.europa.eu/esco/skill/1";
const linker = createEscoLinker([
  {
    uri: URI,
    kind: "skill",
    en: ["keep accounts", "bookkeeping"],
    es: ["llevar la contabilidad"],
    description: null,
    demand: 1,
  },
]);

function aFound(change: Partial<FoundSkill>): FoundSkill {
  const mentions = [{ field: "text" as const, start: 0, end: 11, text: "bookkeeping" }];
  const base = { id: "ledgers", label: "Ledgers", kind: "hard" as const, esco: null, confidence: 0.9 };
  return { ...base, requirement: "required", method: "label", mentions, ...change };
}

test("the taxonomy's own URI comes first, with the skill's confidence", () => {
  expect(linkMentions(linker, [aFound({ esco: URI })], "es")).toEqual([
    { skillId: "ledgers", link: { uri: URI, label: "llevar la contabilidad", score: 0.9, method: "taxonomy" } },
  ]);
});

test("a URI that the bundle does not hold keeps the skill's label", () => {
  expect(linkMentions(linker, [aFound({ esco: `${URI}9` })], "en")[0]?.link).toMatchObject({ label: "Ledgers" });
});

test("without a URI the label is linked, then the words of the mention", () => {
  expect(linkMentions(linker, [aFound({ label: "Keep accounts" })], "en")[0]?.link).toMatchObject({ uri: URI });
  expect(linkMentions(linker, [aFound({})], "en")[0]?.link).toMatchObject({ uri: URI, method: "label" });
});

test("a skill that nothing names is linked to nothing", () => {
  const mentions = [{ field: "text" as const, start: 0, end: 5, text: "ropes" }];
  expect(linkMentions(linker, [aFound({ mentions })], "en")).toEqual([{ skillId: "ledgers", link: null }]);
  expect(linkMentions(linker, [aFound({ mentions: [] })], "en")[0]?.link).toBeNull();
});

const link = (uri: string, score: number, method: EscoLink["method"] = "words"): EscoLink => ({
  uri,
  label: uri,
  score,
  method,
});

test("closeness in meaning breaks ties and overturns small leads, and the winner says so", () => {
  const near = new Map([
    ["a", 0.1],
    ["b", 0.8],
  ]);
  const ranked = rerankLinks([link("a", 0.5), link("b", 0.45)], (one) => near.get(one.uri) ?? null);
  expect(ranked.map(({ uri, method }) => [uri, method])).toEqual([
    ["b", "meaning"],
    ["a", "words"],
  ]);
});

test("links without a vector and those of the taxonomy keep their score", () => {
  const ranked = rerankLinks([link("t", 0.9, "taxonomy"), link("a", 0.5)], () => null);
  expect(ranked).toEqual([link("t", 0.9, "taxonomy"), link("a", 0.5)]);
  expect(rerankLinks([link("t", 0.9, "taxonomy")], () => -1)).toEqual([link("t", 0.9, "taxonomy")]);
});
