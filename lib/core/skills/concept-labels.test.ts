import { expect, test } from "vitest";
import { conceptLabels } from "./concept-labels";
import { concept } from "./fixtures/concept";

test.each([
  [["weaving", "loom work"], ["tejido"], { en: "weaving", es: "tejido" }],
  [["weaving"], [], { en: "weaving", es: "weaving" }],
  [[], ["tejido"], { en: "tejido", es: "tejido" }],
  [[], [], { en: "weave", es: "weave" }],
])("labels %j and %j give a name in each language", (en, es, labels) => {
  expect(conceptLabels(concept("weave", { en, es }))).toEqual(labels);
});
