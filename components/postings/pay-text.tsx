import { useFormatter, useTranslations } from "next-intl";
import { PAY_PERIODS } from "@/lib/core/postings/posting-fields";

export type StatedPay = { min: number; max: number; currency: string; period: string };

/** Pay as the posting states it: amounts short, in its own currency and period. */
export function PayText({ pay }: { pay: StatedPay }) {
  const t = useTranslations("postings.pay");
  const periods = useTranslations("vocabulary.period");
  const format = useFormatter();
  const known = PAY_PERIODS.find((one) => one === pay.period);
  const period = known === undefined ? pay.period : periods(known);
  const number = (value: number) =>
    format.number(value, { notation: value >= 1_000_000 ? "compact" : "standard", maximumFractionDigits: 2 });
  const amount = (value: number) => `${pay.currency} ${number(value)}`;
  return (
    <span className="tabular whitespace-nowrap">
      {pay.min === pay.max
        ? t("single", { amount: amount(pay.min), period })
        : t("range", { min: amount(pay.min), max: number(pay.max), period })}
    </span>
  );
}
