import { expect, test } from "vitest";
import { addToTaxonomy, conceptIdOf, type TaxonomyAddition } from "./add-to-taxonomy";
import type { Concept } from "./skill-types";
import { taxonomyVersion } from "./taxonomy-version";

const JAVA: Concept = { id: "java", kind: "hard", family: "languages", en: ["Java"], es: ["Java"], esco: null };
const add = (change: Partial<TaxonomyAddition>): TaxonomyAddition => ({
  conceptId: "zorblat",
  isNew: true,
  label: "Zorblat",
  lang: "en",
  kind: "hard",
  family: "languages",
  ...change,
});

test("a new concept stands in its place, and the version follows from the additions", () => {
  const added = addToTaxonomy([JAVA], [add({ conceptId: "ant", label: "Ant" })]);
  expect(added.map(({ id }) => id)).toEqual(["ant", "java"]);
  expect(taxonomyVersion(added)).not.toBe(taxonomyVersion([JAVA]));
  expect(addToTaxonomy([JAVA], [])).toEqual([JAVA]);
});

test("a further label joins its language, of files' concepts and of added ones, in whatever order they come", () => {
  const alias = add({ isNew: false, label: "Zorblatt", lang: "es" });
  const both = addToTaxonomy([JAVA], [alias, add({})]);
  expect(both).toEqual(addToTaxonomy([JAVA], [add({}), alias]));
  expect(both[1]).toMatchObject({ en: ["Zorblat"], es: ["Zorblat", "Zorblatt"] });
});

test("what the files have by now, or no longer have, is passed over", () => {
  const stale = [
    add({ label: "java" }),
    add({ conceptId: "java", label: "Jaava" }),
    add({ conceptId: "gone", isNew: false, label: "Gone" }),
    add({ kind: "magic" }),
  ];
  expect(addToTaxonomy([JAVA], stale)).toEqual([JAVA]);
});

test("ids are made of the name's letters", () => {
  expect(["C++", "F#", "Diseño Gráfico", ".NET 8", "—"].map(conceptIdOf)).toEqual([
    "c-plus-plus",
    "f-sharp",
    "diseno-grafico",
    "net-8",
    "",
  ]);
});
