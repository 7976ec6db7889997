import { expect, test } from "vitest";
import { isTitlePattern, splitTitle, withoutCompany } from "./title-pattern";

test.each([
  ["Acme: Cook", "{company}: {title}", { title: "Cook", company: "Acme", place: null }],
  ["Acme: Cook: nights", "{company}: {title}", { title: "Cook: nights", company: "Acme", place: null }],
  ["Looking at data at Acme", "{title} at {company}", { title: "Looking at data", company: "Acme", place: null }],
  ["Cook - Acme - Lima", "{title} – {company} – {place}", { title: "Cook", company: "Acme", place: "Lima" }],
  [
    "Cook — night — Acme | Lima",
    "{title} – {company} – {place}",
    { title: "Cook — night", company: "Acme", place: "Lima" },
  ],
  ["Cook at Acme (Lima)", "{title} at {company} ({place})", { title: "Cook", company: "Acme", place: "Lima" }],
  ["Cook at Acme", "{title} at {company} ({place})", null],
  ["Cook", "{company}: {title}", null],
  [": Cook", "{company}: {title}", null],
])("%s by %s", (title, pattern, expected) => {
  expect(splitTitle(title, pattern)).toEqual(expected);
});

test("a pattern needs a title, another part, and text between the parts", () => {
  expect(["{title} at {company}", "{place}: {title}"].every(isTitlePattern)).toBe(true);
  expect(["{title}", "{company}", "{title}{company}", "{title} {x} {title}"].some(isTitlePattern)).toBe(false);
});

test("a known company is taken off either end of a title", () => {
  expect(withoutCompany("ACME: Cook", "Acme")).toBe("Cook");
  expect(withoutCompany("Cook at Acme", "Acme")).toBe("Cook");
  expect(withoutCompany("Cook | Acme", "Acme")).toBe("Cook");
  expect(withoutCompany("Cook (Acme)", "Acme")).toBe("Cook");
  expect(withoutCompany("Acme", "Acme")).toBe("Acme");
  expect(withoutCompany("Cook for Acme Labs", "Acme")).toBe("Cook for Acme Labs");
});
