import { expect, test } from "vitest";
import { parseDocument } from "./parse-document";
import type { ParseOutcome, SourceAdapter } from "./source-adapter";

const adapterOf = (outcomes: ParseOutcome[]): SourceAdapter => ({
  id: "test",
  crawl: async function* () {},
  parse: () => outcomes,
});
const raw = { sourceId: "test", body: "", url: null, now: new Date("2026-01-01T00:00:00Z") };
const rejected: ParseOutcome = { kind: "rejected", reason: "no title", warnings: [] };

test("a document of countless entries is read up to a bound, and says how many were left", () => {
  const read = parseDocument(adapterOf(Array.from({ length: 50_000 }, () => rejected)), raw, null);
  expect(read).toHaveLength(20_001);
  expect(read.at(-1)).toMatchObject({ kind: "rejected", reason: expect.stringContaining("the other 30000") });
  expect(parseDocument(adapterOf([rejected]), raw, null)).toEqual([rejected]);
});
