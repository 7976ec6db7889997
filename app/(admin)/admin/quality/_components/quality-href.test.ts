import { expect, test } from "vitest";
import { qualityHref } from "./quality-href";

test("the address keeps what one chose in both lists and leaves out what is usual", () => {
  expect(qualityHref({ state: "open", terms: "open", page: 1 }, "terms")).toBe("/admin/quality#terms");
  expect(qualityHref({ state: "taken", terms: "rejected", page: 3 }, "corrections")).toBe(
    "/admin/quality?terms=rejected&page=3&state=taken#corrections",
  );
});
