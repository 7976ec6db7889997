import type { PageNodes } from "./open-page";

const MAX_CHARS = 200_000;
/** Elements that state values inside each other would each be read whole: a page of a megabyte could be read four hundred times. */
const MAX_READ_CHARS = 8_000_000;

/** How many characters of a page's values may still be read. */
export type ReadBudget = { left: number };

/** The budget of one page. */
export function readBudget(): ReadBudget {
  return { left: MAX_READ_CHARS };
}

/** The markup or text inside an element, at most 200,000 characters of it; "" once the page's budget is used up. */
export function valueInside(element: PageNodes, form: "markup" | "text", budget: ReadBudget): string {
  if (budget.left <= 0) return "";
  const inside = form === "markup" ? (element.html() ?? "") : element.text();
  budget.left -= inside.length;
  return inside.trim().slice(0, MAX_CHARS);
}
