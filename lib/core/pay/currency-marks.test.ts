import { expect, test } from "vitest";
import { currencyOf, markAfter, markBefore } from "./currency-marks";

test.each([
  ["AR", "ARS"],
  ["MX", "MXN"],
  ["CO", "COP"],
  ["CL", "CLP"],
  ["UY", "UYU"],
  ["DO", "DOP"],
  ["EC", "USD"],
  ["SV", "USD"],
  ["PA", "USD"],
  ["PR", "USD"],
  ["VE", "USD"],
  ["PE", "USD"],
  ["US", "USD"],
  ["CA", "CAD"],
  ["AU", "AUD"],
  ["GB", "USD"],
])("a dollar sign in %s is %s", (country, currency) => {
  expect(currencyOf("$", { country, isEnglish: false })).toBe(currency);
});

test("a mark before a number is the longest that ends there, and a preposition is none", () => {
  expect(markBefore("de us$ ", 7)).toEqual({ name: "USD", at: 3 });
  expect(markBefore("de r$", 5)).toEqual({ name: "BRL", at: 3 });
  expect(markBefore("a $", 3)).toEqual({ name: "$", at: 2 });
  expect(markBefore("sueldo s/. ", 11)).toEqual({ name: "s/.", at: 7 });
  expect(markBefore("autocad ", 8)).toBeNull();
  expect(markBefore("nada ", 5)).toBeNull();
});

test("a mark after a number ends where its word ends", () => {
  expect(markAfter("500 pesos colombianos al mes", 3)).toEqual({ name: "pesos colombianos", at: 21 });
  expect(markAfter("500 euros", 3)).toEqual({ name: "euros", at: 9 });
  expect(markAfter("500 europeos", 3)).toBeNull();
  expect(markAfter("500 $700", 3)).toBeNull();
});

test("letters that are money in one country are nothing elsewhere", () => {
  const at = (name: string, country: string | null) => currencyOf(name, { country, isEnglish: false });
  expect(at("q", "GT")).toBe("GTQ");
  expect(at("q", "MX")).toBeNull();
  expect(at("l", "HN")).toBe("HNL");
  expect(at("bs", "BO")).toBe("BOB");
  expect(at("bs", "VE")).toBe("VES");
  expect(at("bs", "ES")).toBeNull();
  expect(at("pesos", "MX")).toBe("MXN");
  expect(at("pesos", "ES")).toBeNull();
  expect(at("kr", "SE")).toBe("SEK");
  expect(currencyOf("C$", { country: "NI", isEnglish: false })).toBe("NIO");
  expect(currencyOf("C$", { country: "CA", isEnglish: true })).toBe("CAD");
});
