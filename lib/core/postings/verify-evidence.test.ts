import { expect, test } from "vitest";
import { passageBetween, verifyEvidence } from "./verify-evidence";

const page =
  "Careers\n\nNight  Baker\nHonest Loaf\u00a0Ltd, Leeds\nYou bake bread at night.\nYou clean the ovens (all of them).\nApply now";

test("a quote counts when it stands in the page word for word, however the white space runs", () => {
  const quotes = { title: "Night Baker", company: " Honest\nLoaf Ltd ", place: "London", pay: null, type: "" };
  expect(verifyEvidence(page, quotes, ["title", "company", "place", "pay", "type"])).toEqual({
    kept: { title: "Night Baker", company: "Honest Loaf Ltd" },
    dropped: ["place"],
  });
});

test.each([["Bake"], ["night baker"], ["aker Honest"], ["Night Baker!"], ["Night Baker\u200b"]])(
  "%j is not what the page says",
  (title) => {
    expect(verifyEvidence(page, { title }, ["title"])).toEqual({ kept: {}, dropped: ["title"] });
  },
);

test("a word inside a longer one is passed over for the word itself", () => {
  expect(verifyEvidence("Bakery and Baker", { title: "Baker" }, ["title"]).kept).toEqual({ title: "Baker" });
});

test("a passage runs from its first words to its last, with its lines", () => {
  expect(passageBetween(page, "You bake", "(all of them).", 10)).toBe(
    "You bake bread at night.\nYou clean the ovens (all of them).",
  );
  expect(passageBetween(page, "You clean", "You bake", 1)).toBeNull();
  expect(passageBetween(page, "You bake", "bread", 500)).toBeNull();
  expect(passageBetween(page, "", "bread", 1)).toBeNull();
  expect(passageBetween(page, "You bake", "never said", 1)).toBeNull();
  expect(passageBetween(page, "never said", "bread", 1)).toBeNull();
});
