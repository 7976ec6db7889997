import { describe, expect, test } from "vitest";
import { comparePair } from "./compare-pair";
import type { DedupeInput } from "./dedupe-types";
import { describeReason } from "./describe-reason";
import { aPrint, aText } from "./fixtures/a-listing";

function compare(a: Partial<DedupeInput>, b: Partial<DedupeInput>) {
  const verdict = comparePair(aPrint({ id: "a", ...a }), aPrint({ id: "b", ...b }));
  expect(comparePair(aPrint({ id: "b", ...b }), aPrint({ id: "a", ...a }))).toEqual(verdict);
  return `${verdict.verdict}: ${verdict.reasons.map(({ code }) => code).join(", ")}`;
}

describe("one job", () => {
  test("one text, title, employer and place", () => {
    expect(compare({}, { sourceId: "other" })).toBe("same: same_text, same_title_employer_place");
  });

  test("one text in several cities", () => {
    expect(compare({}, { location: "Córdoba" })).toBe("same: same_text, several_places");
  });

  test("a text cut at another board", () => {
    const text = aText({ skip: [20, 21, 22, 23, 24, 25, 26, 27, 28, 29] });
    expect(compare({}, { sourceId: "other", text })).toBe("same: contained_text, same_title_employer_place");
  });

  test("a long text under the name of an agency", () => {
    expect(compare({}, { sourceId: "other", company: "Búsquedas del Sur" })).toBe("same: same_text, agency_repost");
  });

  test("an employer whose short name another board writes in full", () => {
    expect(compare({ company: "HAZ" }, { company: "HAZ Mellon" })).toMatch(/^same/u);
  });

  test("an employer's name that another board spells longer", () => {
    expect(compare({}, { company: "Horno Azul Argentina" })).toMatch(/^same/u);
  });

  test("one address, or one id at one board, whatever was edited", () => {
    const url = "https://board.example/jobs/7";
    expect(compare({ url }, { url: `${url}?utm_source=mail`, text: "Edited." })).toBe("same: same_url");
    expect(compare({ externalId: "7" }, { externalId: "7", title: "Baker" })).toBe("same: same_source_id");
    expect(compare({ applyUrl: url }, { applyUrl: url, text: "Edited." })).toBe("same: same_apply_url");
  });

  test("a text with other passages about another city", () => {
    const swap = { 3: "You deliver to the west.", 9: "Our shop is at the harbour." };
    expect(compare({}, { location: "Córdoba", text: aText({ swap }) })).toBe("same: similar_text, several_places");
  });

  test("an edited text whose title has other words for the same", () => {
    const text = aText({ skip: [4, 5, 6] });
    const [title, again] = ["Ejecutivo de ventas", "Vendedor"];
    expect(compare({ title }, { title: again, text })).toMatch(/^same/u);
    expect(compare({ title }, { title: "Ejecutivo de compras", text })).toMatch(/^different: other_title/u);
  });

  test("a long text whose title was thought up anew, at one employer in one place", () => {
    const swap = { 0: "You look after the oven and tell team 0 what our ovens want." };
    const renamed = { title: "Kitchen Artisan", text: aText({ swap }) };
    expect(compare({}, renamed)).toMatch(/^same: same_text/u);
    expect(compare({}, { ...renamed, location: "Córdoba" })).toMatch(/^different: other_title/u);
    expect(compare({}, { ...renamed, title: "Pastry Driver" })).toMatch(/^different: other_title/u);
    expect(compare({}, { ...renamed, company: "Pan y Miel" })).toMatch(/^different/u);
  });

  test("one text in two cities under one title at one board, whose employer is hidden", () => {
    const hidden = { company: "Confidencial", location: "Córdoba" };
    const text = aText({ swap: { 7: "Ask for us at the south market." } });
    expect(compare({ company: "Confidencial" }, { ...hidden, text })).toMatch(/^same/u);
    expect(compare({ company: "Confidencial" }, { ...hidden, text, sourceId: "other" })).toMatch(/^different/u);
  });

  test("forms of gender are no difference", () => {
    const text = "Buscamos un panadero experto y dispuesto a trabajar en equipo con los vendedores de la tienda.";
    const marked = text.replace("panadero", "panadero/a").replace("experto", "experto/a").replace("dores", "dores/as");
    expect(aPrint({ text: marked }).shingles).toEqual(aPrint({ text }).shingles);
  });

  test("the lowest grade in one title alone", () => {
    expect(compare({ title: "Pastry Chef I" }, {})).toMatch(/^same/u);
    expect(compare({ title: "Senior Pastry Chef I" }, {})).toMatch(/^different: other_seniority/u);
    expect(compare({ title: "Pastry Chef I" }, { title: "Pastry Chef II" })).toMatch(/^different: other_seniority/u);
  });

  test("too little said to tell, and nothing against it", () => {
    expect(compare({ text: "Bake." }, { text: "Bread every day." })).toBe("same: same_title_employer_place");
  });
});

describe("another job", () => {
  test.each([
    ["another level", { title: "Senior Pastry Chef" }, { title: "Junior Pastry Chef" }, "other_seniority"],
    ["a level that the other does not state", { title: "Senior Pastry Chef" }, {}, "other_seniority"],
    ["another grade", { title: "Pastry Chef II" }, { title: "Pastry Chef III" }, "other_seniority"],
    [
      "another requisition",
      { text: `Requisition ID: 30481\n${aText()}` },
      { text: `Requisition ID: 30482\n${aText()}` },
      "other_requisition",
    ],
    ["another shift", { title: "Pastry Chef night shift" }, { title: "Pastry Chef day shift" }, "other_terms"],
    ["another language", { title: "German Pastry Chef" }, { title: "French Pastry Chef" }, "other_terms"],
    [
      "other years",
      { text: `${aText()}\n3 years of experience` },
      { text: `${aText()}\n7 years of experience` },
      "other_figures",
    ],
    [
      "another function",
      { title: "Delivery Driver", text: aText({ swap: { 3: "You drive a van." } }) },
      {},
      "other_title",
    ],
  ] as const)("%s", (_name, a, b, code) => {
    expect(compare(a, b)).toMatch(new RegExp(`^different: ${code}`, "u"));
  });

  test("another text in another city", () => {
    const swap = Object.fromEntries(
      Array.from({ length: 15 }, (_, at) => [at, `Somebody else does number ${at} here.`]),
    );
    expect(compare({}, { location: "Córdoba", text: aText({ swap }) })).toMatch(/^different: other_place/u);
  });

  test("a short text under another employer's name", () => {
    const text = "You bake bread and cake, and you sell both at the counter in the morning.";
    expect(compare({ text }, { text, company: "Pan y Miel" })).toMatch(/^different: other_employer/u);
  });

  test("an address that now shows another level", () => {
    const url = "https://board.example/jobs/7";
    expect(compare({ url, title: "Senior Pastry Chef" }, { url, title: "Junior Pastry Chef" })).toMatch(/^different/u);
  });
});

test("a level that one title states and the other's text states too is one level", () => {
  const text = `${aText()}\nThe seniority level: senior.`;
  expect(compare({ title: "Senior Pastry Chef", text }, { text })).toMatch(/^same/u);
});

test("reasons are words and figures", () => {
  expect(describeReason({ code: "similar_text", share: 0.8765 })).toBe("a text that is nearly the same (87 % shared)");
  expect(describeReason({ code: "other_seniority", share: null })).toBe("another level");
});
