import { expect, test } from "vitest";
import { derivedId } from "@/lib/core/kernel/derived-id";
import type { CompanyFacts } from "./company-facts";
import { resolveCompanies } from "./resolve-companies";

const OCTOBER = new Date("2026-10-01T00:00:00Z");

function company(key: string, more: Partial<CompanyFacts> = {}): CompanyFacts {
  return {
    id: derivedId("company", key),
    key,
    otherKeys: [],
    createdAt: OCTOBER,
    listings: 1,
    sites: [],
    texts: new Set(),
    places: new Set(),
    isAgency: false,
    ...more,
  };
}

const site = (name: string, listings = 1) => ({
  kind: "domain" as const,
  name,
  label: name.split(".")[0] ?? "",
  listings,
});
const keysOf = (companies: CompanyFacts[]) =>
  resolveCompanies(companies).map(({ key, merges }) => [key, ...merges.map((merge) => `${merge.key}:${merge.reason}`)]);

test("names with the same letters are one company, the one met first goes on", () => {
  expect(
    keysOf([
      company("mercadolibre", { listings: 9 }),
      company("mercado libre", { createdAt: new Date("2026-09-01T00:00:00Z") }),
      company("bread and salt"),
      company("bread salt", { listings: 2 }),
    ]),
  ).toEqual([
    ["mercado libre", "mercadolibre:letters"],
    ["bread salt", "bread and salt:letters"],
  ]);
});

test("a near spelling needs a proof: the same places, a shared text or a shared site", () => {
  const pair = (more: Partial<CompanyFacts>, other: Partial<CompanyFacts> = more) => [
    company("panificadora quintana", { listings: 3, ...more }),
    company("panificadora quitnana", other),
  ];
  expect(keysOf(pair({}))).toEqual([]);
  expect(keysOf(pair({ places: new Set(["rosario"]) }, { places: new Set(["quito"]) }))).toEqual([]);
  expect(resolveCompanies(pair({ places: new Set(["rosario"]) }))[0]?.merges[0]).toMatchObject({
    reason: "spelling",
    proof: "places",
  });
  expect(resolveCompanies(pair({ texts: new Set(["one"]) }))[0]?.merges[0]).toMatchObject({ proof: "text" });
  const shared = pair({ sites: [site("quintana.ec", 3)] }, { listings: 2, sites: [site("quintana.ec", 2)] });
  expect(resolveCompanies(shared)[0]?.merges[0]).toMatchObject({ reason: "spelling", proof: "quintana.ec" });
});

test("names that share a site of their own are one; a board's site, an agency's and a vague name join nobody", () => {
  const acme = company("tres lunas", { listings: 5, sites: [site("treslunas.com", 5)] });
  const other = company("quesos tres lunas argentina", { sites: [site("treslunas.com")] });
  expect(keysOf([acme, other])).toEqual([["tres lunas", "quesos tres lunas argentina:domain"]]);
  const crowd = ["uno alfa", "dos beta", "tres gamma", "cuatro delta", "cinco epsilon"].map((key) =>
    company(key, { listings: 2, sites: [site("portal-laboral.com", 2)] }),
  );
  expect(keysOf(crowd)).toEqual([]);
  const agency = company("norte search", { listings: 9, isAgency: true, sites: [site("nortesearch.com", 9)] });
  const client = company("molinos ceibo", { listings: 2, sites: [site("nortesearch.com", 2)] });
  expect(keysOf([agency, client])).toEqual([]);
  expect(
    keysOf([
      company("grupo", { sites: [site("x-y.com", 2)], listings: 2 }),
      company("consultora", { sites: [site("x-y.com", 2)], listings: 2 }),
    ]),
  ).toEqual([]);
});

test("names do not chain: each joins the one most named, not one that joined it", () => {
  const places = new Set(["rosario"]);
  const groups = keysOf([
    company("panificadora quintana", { listings: 9, places }),
    company("panificadora quintan", { listings: 4, places }),
    company("panificadora quinta", { listings: 1, places }),
  ]);
  expect(groups).toEqual([["panificadora quintana", "panificadora quintan:spelling"]]);
});

test("the answer does not depend on the order, and what was joined is not joined again", () => {
  const places = new Set(["rosario"]);
  const all = [
    company("mercadolibre"),
    company("mercado libre", { listings: 2 }),
    company("panificadora quintana", { listings: 9, places }),
    company("panificadora quitnana", { places }),
    company("molinos ceibo"),
  ];
  const forward = resolveCompanies(all);
  expect(resolveCompanies([...all].reverse())).toEqual(forward);
  const kept = all.filter(({ id }) => !forward.some(({ merges }) => merges.some((merge) => merge.id === id)));
  expect(resolveCompanies(kept)).toEqual([]);
});

test("a spelling that was found to be a company's own leads to it again", () => {
  const known = company("tres lunas", { otherKeys: ["quesos tres lunas"], listings: 3 });
  expect(keysOf([known, company("quesos tres lunas")])).toEqual([["tres lunas", "quesos tres lunas:same_name"]]);
});

test("a row whose id its key does not give goes over to the one that it does", () => {
  const old = { ...company("molinos ceibo"), id: "old" };
  expect(resolveCompanies([old])).toEqual([
    {
      into: derivedId("company", "molinos ceibo"),
      key: "molinos ceibo",
      merges: [{ id: "old", key: "molinos ceibo", reason: "same_name", proof: null }],
    },
  ]);
  expect(resolveCompanies([{ ...old, key: "" }])).toEqual([]);
});
