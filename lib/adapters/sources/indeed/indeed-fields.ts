import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import type { Workplace } from "@/lib/core/postings/posting-fields";
import { readWorkplace } from "../parsing/employment-type";
import { type PayReading, readCurrency, readPayPeriod, toSalary } from "../parsing/stated-pay";

export const INDEED_BASE = "https://www.indeed.com/";

/** The advert's key in an address of the board, or null. */
export function keyOf(href: string | null | undefined): string | null {
  if (href === null || href === undefined || !URL.canParse(href, INDEED_BASE)) return null;
  const url = new URL(href, INDEED_BASE);
  const key = url.searchParams.get("jk") ?? url.searchParams.get("vjk");
  return key !== null && /^[0-9a-f]{8,32}$/i.test(key) ? key : null;
}

/** The advert's page on the country's site that the base names. */
export function advertUrl(key: string, base: string): string {
  const url = new URL("/viewjob", base);
  url.searchParams.set("jk", key);
  return url.href;
}

/** Amounts beside their currency and kind, as the page's data state them. */
export function readDataPay(
  pay: { min: number | null | undefined; max: number | null | undefined } | null,
  currency: string | null | undefined,
  kind: string | null | undefined,
): PayReading {
  const amounts = [pay?.min, pay?.max].flatMap((amount) => (typeof amount === "number" && amount > 0 ? [amount] : []));
  const range = amounts.length === 0 ? null : { min: Math.min(...amounts), max: Math.max(...amounts) };
  return toSalary(range, readCurrency(currency), readPayPeriod(kind));
}

type RemoteWork = { type?: string | null | undefined; inlineText?: string | null | undefined } | null | undefined;

/** REMOTE_ALWAYS, REMOTE_HYBRID and the like, else the words beside them. */
export function readRemoteWork(model: RemoteWork): Workplace | null {
  return readWorkplace(`${model?.type ?? ""} ${model?.inlineText ?? ""}`.replace(/_/g, " "));
}

/** What every form leaves empty. */
export const NOTHING_STATED: Pick<ParsedPosting, "validThrough" | "tags" | "lang"> = {
  validThrough: null,
  tags: [],
  lang: null,
};
