import type { Salary } from "@/lib/core/postings/posting-fields";

/** ISO 4217 for an amount without a currency. */
const NO_CURRENCY = "XXX";

/** The amounts of a stated pay in the reader's language, short: `USD 80K`; one where both are the same. */
export function salaryAmounts({ min, max, currency }: Salary, locale: string): { from: string; to: string | null } {
  const format = new Intl.NumberFormat(locale, {
    style: "currency",
    currency: /^[A-Z]{3}$/u.test(currency) ? currency : NO_CURRENCY,
    currencyDisplay: "code",
    notation: "compact",
    minimumFractionDigits: 0,
    maximumFractionDigits: 1,
  });
  return { from: format.format(min), to: min === max ? null : format.format(max) };
}
