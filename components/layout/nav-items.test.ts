import { expect, test } from "vitest";
import { currentItem, type NavGroup } from "./nav-items";

const groups: NavGroup[] = [
  { id: "me", items: [{ page: "matches", href: "/matches" }] },
  {
    id: "admin",
    items: [
      { page: "health", href: "/admin" },
      { page: "runs", href: "/admin/runs" },
    ],
  },
];

test("a detail page lights its list", () => {
  expect(currentItem(groups, "/matches/42")?.page).toBe("matches");
});

test("the most exact item wins", () => {
  expect(currentItem(groups, "/admin/runs/7")?.page).toBe("runs");
});

test("a longer word with the same beginning is another page", () => {
  expect(currentItem(groups, "/matches-archive")).toBeNull();
});
