import { evaluate, expressionMistake } from "./expression";

/** Marks a place that stays empty; escaping leaves no braces in a filled one. */
const EMPTY = "{}";
const EXPRESSION_PLACE = /\{([^{}]{1,200})\}/g;

/** Why a text cannot be used as an address with `{expression}` places; null where it can. */
export function templateMistake(template: string): string | null {
  const filled = template.replace(EXPRESSION_PLACE, "x");
  if (!URL.canParse(filled) || !/^https?:\/\/[^/?#{}]+/.test(template))
    return "an http(s) address with its host written out";
  if (/[{}]/.test(filled)) return "an address with {expression} in braces";
  const [mistake] = [...template.matchAll(EXPRESSION_PLACE)].flatMap(
    (match) => expressionMistake(match[1] ?? "") ?? [],
  );
  return mistake ?? null;
}

/** The address with its places filled from the data, each escaped; null where one of them is empty. */
export function fillTemplate(template: string, data: unknown): string | null {
  const filled = template.replace(EXPRESSION_PLACE, (_whole, expression: string) => {
    const found = evaluate(data, expression);
    const value = found.ok ? found.value : null;
    const text = typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
    return text === "" || text === "." || text === ".." ? EMPTY : encodeURIComponent(text);
  });
  return !filled.includes(EMPTY) && URL.canParse(filled) ? new URL(filled).href : null;
}

/** What stands in an address at the only place of its template; null where the address is none of it. */
export function placeInAddress(template: string, url: string): string | null {
  const [before = "", after = "", ...more] = template.split(/\{[^{}]{1,200}\}/);
  if (more.length > 0 || before === template || !url.startsWith(before) || !url.endsWith(after)) return null;
  const found = url.slice(before.length, url.length - after.length);
  if (found === "" || /[/?#]/.test(found)) return null;
  try {
    return decodeURIComponent(found);
  } catch {
    return null;
  }
}
