const AMOUNT = /(?<sign>US\$|[$€£])\s?(?<number>\d[\d.,]*\d|\d)/u;
const CURRENCIES: Readonly<Record<string, string>> = { $: "USD", US$: "USD", "€": "EUR", "£": "GBP" };

type Amount = { min: number; max: number; currency: string; period: "year" | "month" };

/** The baseline of reading pay: the first amount after a currency sign, of a year where it has five digits or more. */
export function firstAmount(text: string): Amount | null {
  const groups = AMOUNT.exec(text)?.groups;
  if (groups === undefined) return null;
  const amount = Number((groups["number"] ?? "").replaceAll(/[.,](?=\d{3})/gu, "").replace(",", "."));
  const currency = CURRENCIES[groups["sign"] ?? ""] ?? "USD";
  return { min: amount, max: amount, currency, period: amount >= 10_000 ? "year" : "month" };
}
