import type { NavGroup } from "@/components/layout/nav-items";

/** The pages that a role may open: administration exists for administrators only. */
export function navFor(role: "user" | "admin"): NavGroup[] {
  const own: NavGroup[] = [
    {
      id: "me",
      items: [
        { page: "overview", href: "/overview" },
        { page: "matches", href: "/matches" },
        { page: "resumes", href: "/resumes" },
      ],
    },
    {
      id: "market",
      items: [
        { page: "postings", href: "/postings" },
        { page: "companies", href: "/companies" },
        { page: "trends", href: "/trends" },
      ],
    },
  ];
  const admin: NavGroup = {
    id: "admin",
    items: [
      { page: "sources", href: "/admin/sources" },
      { page: "runs", href: "/admin/runs" },
      { page: "quality", href: "/admin/quality" },
      { page: "rates", href: "/admin/rates" },
      { page: "health", href: "/admin/health" },
    ],
  };
  return role === "admin" ? [...own, admin] : own;
}
