import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { LOCALES } from "./locales";
import { NAMESPACES } from "./namespaces";

type Tree = { [key: string]: string | Tree };
const tree: z.ZodType<Tree> = z.lazy(() => z.record(z.string(), z.union([z.string(), tree])));

const root = join(import.meta.dirname, "..", "messages");

function readCatalogue(locale: string, namespace: string): Map<string, string> {
  const file = readFileSync(join(root, locale, `${namespace}.json`), "utf8");
  return new Map(flatten(tree.parse(JSON.parse(file))));
}

function flatten(node: Tree, path: string[] = []): [string, string][] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[[...path, key].join("."), value] as [string, string]]
      : flatten(value, [...path, key]),
  );
}

function argumentsOf(message: string): string[] {
  const found = new Set<string>();
  const visit = (elements: MessageFormatElement[]) => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      found.add(element.type === TYPE.tag ? `<${element.value}>` : element.value);
      if (element.type === TYPE.tag) visit(element.children);
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        for (const option of Object.values(element.options)) visit(option.value);
      }
    }
  };
  visit(parse(message));
  return [...found].sort();
}

test.each(LOCALES)("%s has exactly the files that the namespaces name", (locale) => {
  const files = readdirSync(join(root, locale)).sort();
  expect(files).toEqual(NAMESPACES.map((namespace) => `${namespace}.json`).sort());
});

describe.each(NAMESPACES)("%s", (namespace) => {
  const en = readCatalogue("en", namespace);
  const es = readCatalogue("es", namespace);

  test("says the same things in both languages", () => {
    expect([...es.keys()].sort()).toEqual([...en.keys()].sort());
  });

  test("takes the same arguments in both languages", () => {
    for (const [key, message] of en) expect([key, argumentsOf(es.get(key) ?? "")]).toEqual([key, argumentsOf(message)]);
  });

  test("has no empty message and none with stray space", () => {
    for (const [key, message] of [...en, ...es]) expect([key, message]).toEqual([key, message.trim() || "(empty)"]);
  });
});
