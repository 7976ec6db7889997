import { toHttpUrl } from "../jsonld/page-url";
import type { ApiParams, Paging } from "./api-params";
import { evaluate } from "./expression";

function textAt(value: unknown, expression: string): string | null {
  const found = evaluate(value, expression);
  const text =
    found.ok && (typeof found.value === "string" || typeof found.value === "number") ? String(found.value) : "";
  return text.trim() === "" ? null : text.trim();
}

function withParam(url: string, name: string, value: string): string {
  const next = new URL(url);
  next.searchParams.set(name, value);
  return next.href;
}

function numbered(
  url: string,
  value: unknown,
  adverts: number,
  paging: Extract<Paging, { by: "page" | "offset" }>,
): string | null {
  if (adverts === 0) return null;
  const start = paging.by === "page" ? paging.start : 0;
  const stated = Number(new URL(url).searchParams.get(paging.param) ?? start);
  const current = Number.isSafeInteger(stated) && stated >= 0 ? stated : start;
  const total = paging.total === undefined ? Number.NaN : Number(textAt(value, paging.total) ?? Number.NaN);
  const size = paging.size ?? null;
  const read = paging.by === "offset" ? current + adverts : size === null ? null : (current - start) * size + adverts;
  if (!Number.isNaN(total) && read !== null)
    return read >= total
      ? null
      : withParam(url, paging.param, String(current + (paging.by === "page" ? 1 : paging.size)));
  if (size !== null && adverts < size) return null;
  return withParam(url, paging.param, String(current + (paging.by === "page" ? 1 : paging.size)));
}

/** The address of the next answer of a list; null at its end. */
export function nextPage(url: string, value: unknown, adverts: number, { paging }: ApiParams): string | null {
  if (paging === undefined) return null;
  switch (paging.by) {
    case "page":
    case "offset":
      return numbered(url, value, adverts, paging);
    case "cursor": {
      const token = textAt(value, paging.next);
      return token === null ? null : withParam(url, paging.param, token);
    }
    case "url":
      return toHttpUrl(textAt(value, paging.next), url);
  }
}
