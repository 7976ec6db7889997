import type { PostBody } from "@/lib/adapters/http/request-once";
import { isNode } from "../jsonld/json-node";

/** The search that the platform's own pages ask; it answers to a POST with the site's id in a header. */
export const SEARCH_PATH = "/api/avisos/searchV2";
/** What the platform's own pages ask for at once. */
const PAGE_SIZE = 20;

/** Whether an address is the search, not a page. */
export function isSearch(url: string): boolean {
  return new URL(url).pathname.startsWith("/api/avisos/search");
}

function countIn(url: string, name: string, fallback: number): number {
  const stated = Number(new URL(url).searchParams.get(name) ?? "");
  return Number.isInteger(stated) && stated >= 0 ? stated : fallback;
}

/** The address of one page of a search, counted from zero, newest adverts first. */
export function searchPageUrl(url: string, page: number): string {
  const address = new URL(url);
  if (!address.searchParams.has("pageSize")) address.searchParams.set("pageSize", String(PAGE_SIZE));
  address.searchParams.set("page", String(page));
  if (!address.searchParams.has("sort")) address.searchParams.set("sort", "RECIENTES");
  return address.href;
}

/** What the search is asked with: no filters, and the words that are looked for. */
export function searchBody(query: string): PostBody {
  const body = query === "" ? { filtros: [] } : { filtros: [], query };
  return { body: JSON.stringify(body), contentType: "application/json" };
}

/** Where the search goes on after an answer with so many rows; null at its end. `total` is what the answer counts. */
export function nextSearchPage(url: string, rows: number, answer: unknown): string | null {
  const page = countIn(url, "page", 0);
  const size = Math.max(1, countIn(url, "pageSize", PAGE_SIZE));
  const total = isNode(answer) && typeof answer.total === "number" ? answer.total : null;
  const isLast = rows === 0 || (total === null ? rows < size : (page + 1) * size >= total);
  return isLast ? null : searchPageUrl(url, page + 1);
}
