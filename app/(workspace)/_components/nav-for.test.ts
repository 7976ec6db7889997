import { expect, test } from "vitest";
import { navFor } from "./nav-for";

const hrefs = (role: "user" | "admin") => navFor(role).flatMap(({ items }) => items.map(({ href }) => href));

test("administration is in the rail of administrators only", () => {
  expect(hrefs("user").filter((href) => href.startsWith("/admin"))).toEqual([]);
  expect(hrefs("admin").filter((href) => href.startsWith("/admin"))).toEqual([
    "/admin/sources",
    "/admin/runs",
    "/admin/quality",
    "/admin/rates",
    "/admin/health",
  ]);
});

test("everybody has their own pages and the market", () => {
  expect(hrefs("user")).toEqual(["/overview", "/matches", "/resumes", "/postings", "/companies", "/trends"]);
});
