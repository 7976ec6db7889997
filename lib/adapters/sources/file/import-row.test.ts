import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ImportRow, parseImportRow, toSourceId } from "./import-row";
import { readPythonList } from "./python-list-literal";

const rules = { defaultSource: "import" };
function row(raw: object): ImportRow {
  const reading = parseImportRow({ title: "Baker", description: "Bake.", ...raw }, rules);
  if (reading.kind !== "row") throw new Error(reading.reason);
  return reading.row;
}

test("a bare row is a posting: a missing URL, date or company never rejects it", () => {
  expect(row({})).toMatchObject({
    source: "import",
    givenId: null,
    url: null,
    company: null,
    postedAt: null,
    warnings: [],
  });
  expect(row({}).closed).toBeUndefined();
});

test.each([
  [{ id: 17 }, { externalId: "17", givenId: "17" }],
  [{ externalId: "x-1" }, { externalId: "x-1", givenId: "x-1" }],
  [
    { id: "None", url: "https://e.example/1" },
    { externalId: "https://e.example/1", givenId: null },
  ],
  [{ id: "0" }, { externalId: "0" }],
  [{ date: "2026-03-01" }, { postedAt: "2026-03-01" }],
  [{ postedAt: "2026-03-01T10:00:00Z" }, { postedAt: "2026-03-01T10:00:00Z" }],
  [{ date: "yesterday" }, { postedAt: null, warnings: ["date is not a date that can be read."] }],
  [{ url: "javascript:alert(1)" }, { url: null }],
  [{ lang: "es-MX" }, { lang: "es" }],
  [{ title: "Director &amp;#8211; Ops" }, { title: "Director – Ops" }],
  [{ description: "a\r\nb\rc" }, { description: "a\nb\nc", descriptionFormat: "text" }],
  [{ description: "<p>Bake</p>" }, { descriptionFormat: "html" }],
  [{ description: "['Bake bread', \"Don't burn it\"]" }, { description: "Bake bread\nDon't burn it" }],
  [{ status: "closed" }, { closed: true }],
  [{ closed: true }, { closed: true }],
  [{ status: "open" }, { title: "Baker" }],
  [
    { salary: { min: 10, max: 8, currency: "eur", period: "hour" } },
    { salary: { min: 8, max: 10, currency: "EUR", period: "hour" } },
  ],
  [{ salary: "MXN 12,000 mensual" }, { salary: { min: 12_000, max: 12_000, currency: "MXN", period: "month" } }],
  [{ salary: "$500" }, { salary: null, warnings: ["Pay is stated without a currency."] }],
  [{ tags: ["oven", 3], skills: "dough; yeast" }, { tags: ["oven", "3", "dough", "yeast"] }],
  [
    { title: "", id: null },
    { title: "", warnings: ["title is missing."] },
  ],
  [
    { title: ["odd"], company: {}, location: false },
    { title: "", company: null, location: "false" },
  ],
])("%j", (raw, expected) => {
  expect(row(raw)).toMatchObject(expected);
});

test("rows of the same content get the same id, and other content another", () => {
  expect(row({}).externalId).toBe(row({}).externalId);
  expect(row({}).externalId).not.toBe(row({ location: "Lima" }).externalId);
});

test.each([[null], [[]], ["x"], [{ title: " ", description: "None" }]])("%j is rejected", (raw) => {
  expect(parseImportRow(raw, rules).kind).toBe("rejected");
});

test("nothing that JSON can say makes the reader throw", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (title, other) => {
      parseImportRow(
        { title, description: other, salary: other, tags: other, date: title, url: title, source: other },
        rules,
      );
    }),
    { seed: 7, numRuns: 300 },
  );
});

test("a source name becomes an id", () => {
  expect(toSourceId("Panaderías 2026")).toBe("panaderias_2026");
  expect(toSourceId("///")).toBe("file");
});

describe("a Python list literal", () => {
  test.each([
    ["['one', 'two\\nlines', \"it's\"]", ["one", "two\nlines", "it's"]],
    ["['caf\\xe9 \\u00f1 \\\\ \\'q\\'']", ["café ñ \\ 'q'"]],
    ['["only"]', ["only"]],
  ])("%s is its lines", (text, lines) => {
    expect(readPythonList(text)).toEqual(lines);
  });

  test.each(["[Remote] Baker", "['cut off", "['a' 'b']", "['a', b]", "['a'] and more ['b']", "[]", "plain"])(
    "%s is left alone",
    (text) => {
      expect(readPythonList(text)).toBeNull();
    },
  );
});
