/** One catalogue file per namespace and language: `messages/<locale>/<namespace>.json`. */
export const NAMESPACES = [
  "common",
  "vocabulary",
  "shell",
  "ui",
  "forms",
  "charts",
  "evidence",
  "landing",
  "data",
  "privacy",
  "errors",
  "auth",
  "overview",
  "resumes",
  "matches",
  "postings",
  "companies",
  "trends",
  "settings",
  "admin",
  "rates",
  "reading",
  "quality",
] as const;

export type Namespace = (typeof NAMESPACES)[number];
