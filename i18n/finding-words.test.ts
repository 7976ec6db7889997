import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { listAdapters } from "@/lib/adapters/sources/registry";
import { RECORDED_NAMES } from "@/lib/core/pipeline/recorded-words";
import { LOCALES } from "./locales";

const root = join(import.meta.dirname, "..", "messages");
const words = z.record(z.string(), z.string());
const read = (locale: string, namespace: string): unknown =>
  JSON.parse(readFileSync(join(root, locale, `${namespace}.json`), "utf8"));
const adapterWords = z.record(
  z.string(),
  z.object({ name: z.string(), reads: z.string(), terms: z.string(), limits: z.string() }),
);

describe.each(LOCALES)("%s", (locale) => {
  test("has words for every recorded text that is known, and for none that is not", () => {
    const { text } = z.object({ text: words }).parse(read(locale, "findings"));
    expect(Object.keys(text).sort()).toEqual([...RECORDED_NAMES].sort());
  });

  test("speaks of every adapter", () => {
    const ids = listAdapters().map(({ id }) => id);
    expect(Object.keys(adapterWords.parse(read(locale, "adapters"))).sort()).toEqual(ids.sort());
  });
});

test("an adapter says of itself what the English catalogue says", () => {
  const described = listAdapters().map(({ id, name, reads, terms, limits }) => [id, { name, reads, terms, limits }]);
  expect(adapterWords.parse(read("en", "adapters"))).toEqual(Object.fromEntries(described));
});
