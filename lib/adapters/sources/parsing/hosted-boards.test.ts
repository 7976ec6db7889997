import { expect, test } from "vitest";
import { advertUrl } from "./advert-url";
import { companyOfTenant } from "./company-of-tenant";
import { embeddedJson } from "./embedded-json";
import { readAnswer } from "./read-answer";
import { tenantConfig, tenantName } from "./tenant-config";
import { wholeMarkup } from "./whole-markup";

test.each([
  ["openpots", ["We at OpenPots fire pots. OpenPots!", "OPENPOTS is here"], "OpenPots"],
  ["claypots", ["Clay Pots is a firm; visit claypots.example or jobs@claypots.example"], "Clay Pots"],
  ["clay-pots", ["nothing of the kind"], "Clay Pots"],
  ["acme", ["ACME makes anvils"], "ACME"],
  ["ClayPots", ["Claypots"], "ClayPots"],
  ["Clay Pots", [], "Clay Pots"],
  ["acme", ["see https://acme.com/Acme and @Acme"], "Acme"],
  ["a.b(c", ["x"], "A.b(c"],
  ["", ["x"], null],
  [null, ["x"], null],
])("the tenant %j is the company %s", (tenant, texts, expected) => {
  expect(companyOfTenant(tenant, texts)).toBe(expected);
});

test("an embedded value ends where its own brackets close", () => {
  const value = { a: 'x"}', b: ["]", { c: "\\" }] };
  expect(embeddedJson(`<script>w.data = ${JSON.stringify(value)}; more({})</script>`, "w.data")).toEqual(value);
  expect(embeddedJson("w.data = {broken", "w.data")).toBeUndefined();
  expect(embeddedJson("w.data = {x}", "w.data")).toBeUndefined();
  expect(embeddedJson("w.data is far from {}", "w.data")).toBeUndefined();
  expect(embeddedJson("nothing", "w.data")).toBeUndefined();
});

test("tracking goes, everything else of an address stays as it is written", () => {
  expect(advertUrl("https://a.example/x?gh_jid=1&utm_source=b&gh_src=c#top")).toBe("https://a.example/x?gh_jid=1");
  expect(advertUrl("https://a.example/x?q=a%20b+c")).toBe("https://a.example/x?q=a%20b+c");
  expect(advertUrl("/x", "https://a.example/y")).toBe("https://a.example/x");
  expect([advertUrl("javascript:alert(1)"), advertUrl(7), advertUrl(null)]).toEqual([null, null, null]);
});

test("a body is a page, an answer, or neither", () => {
  expect(readAnswer("\uFEFF [1]")).toEqual({ kind: "json", value: [1] });
  expect(readAnswer("  <html>")).toEqual({ kind: "page" });
  expect(readAnswer("")).toMatchObject({ kind: "broken", outcome: { outcome: "broken" } });
});

test("a text cut inside a tag loses that tag only", () => {
  expect(wholeMarkup("<p>One</p><p cla")).toEqual({
    description: "<p>One</p>",
    descriptionFormat: "html",
    isCut: true,
  });
  expect(wholeMarkup("a < b")).toEqual({ description: "a < b", descriptionFormat: "text", isCut: false });
  expect(wholeMarkup("<p></p>")).toMatchObject({ description: "", isCut: false });
});

test("a tenant's name cannot lead elsewhere, and makes an id that is right", () => {
  const isTenant = (name: string) => tenantName.safeParse(name).success;
  expect(["acme", "Acme & Sons", "ñandú-1"].every(isTenant)).toBe(true);
  expect(["", "../x", "a/b", "a?b", ".a", "a".repeat(90)].some(isTenant)).toBe(false);
  expect(tenantConfig("lever", "Ñandú & Co", { label: "Lever", startUrls: [], params: {} }).id).toBe("lever-n-andu-co");
});
