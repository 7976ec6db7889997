import { expect, test } from "vitest";
import { companyKey } from "./company-key";

test.each([
  ["Panadería Río S.A. de C.V.", "panaderia rio"],
  ["PANADERIA RIO SAS", "panaderia rio"],
  ["Panadería Río, S.L.U.", "panaderia rio"],
  ["Panadería Río Ltda.", "panaderia rio"],
  ["Panadería Río GmbH & Co. KG", "panaderia rio"],
  ["The Panaderia Rio, Inc.", "panaderia rio"],
  ["Panadería Río (Grupo Norte)", "panaderia rio"],
  ["panaderiario.com", "panaderiario"],
])("%s is known as %s", (name, key) => {
  expect(companyKey(name)).toBe(key);
});

test.each(["Confidencial", "Empresa Confidencial", "Importante empresa", "N/A", "", null])(
  "%s names nobody",
  (name) => {
    expect(companyKey(name)).toBe("");
  },
);

test("a name that is only a legal form stays", () => {
  expect(companyKey("SAS")).toBe("sas");
});
