import { type PayReading, readAmountRange, readCurrency, toSalary } from "../parsing/stated-pay";

/** "Euros" and "US Dollars" as the board writes them after the amount, without the plural. */
function singular(name: string): string {
  return name.trim().toLowerCase().replace(/s\b/g, "").replace(/\s+/g, " ");
}

const NAMES = new Intl.DisplayNames("en", { type: "currency" });
const BY_NAME = new Map(Intl.supportedValuesOf("currency").map((code) => [singular(NAMES.of(code) ?? code), code]));

/** A currency that the board names in words, such as "(Euros)" or "(US Dollars)". */
export function readNamedCurrency(text: string): string | null {
  const name = /\(([^()]{3,40})\)/.exec(text)?.[1];
  return name === undefined ? null : (BY_NAME.get(singular(name)) ?? null);
}

/**
 * Pay as the board shows it: "€50k–60k", its currency named in a hint. The board states pay by the year alone: its form asked
 * employers for the annual salary. A line of equity alone is none.
 */
export function readBoardPay(text: string | null, hint: string | null): PayReading {
  const stated = text === null ? "" : text.replace(/[|+].*$/, "").replace(/\([^()]*\)/, "");
  if (!/\d/.test(stated)) return { salary: null, warning: null };
  const currency = readNamedCurrency(hint ?? "") ?? readNamedCurrency(text ?? "") ?? readCurrency(stated);
  return toSalary(readAmountRange(stated), currency, "year");
}
