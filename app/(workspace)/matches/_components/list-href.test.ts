import { expect, test } from "vitest";
import { listHref } from "./list-href";

test("the filters stay, the place in the list changes", () => {
  expect(listHref({ band: "good", lang: null, after: "old" }, "new")).toBe("/matches?band=good&after=new");
});

test("the beginning needs no place, and no more pages is no address", () => {
  expect(listHref({ band: null, after: "old" }, "")).toBe("/matches");
  expect(listHref({ band: "good" }, null)).toBeNull();
});
