import { openPage, type PageNodes, type PageQuery, textOf } from "../parsing/open-page";
import { type PayReading, readAmountRange, readCurrency, readPayPeriod, toSalary } from "../parsing/stated-pay";
import { type GreenhouseJob, greenhouseCurrency } from "./greenhouse-schema";

const NOTHING: PayReading = { salary: null, warning: null };
const PAY_NAME = /salary|compensation|\bpay\b|wage|\brate\b/i;
/** Nobody states more ranges than this of one advert. */
const MAX_RANGES = 50;

type Range = { min: number; max: number; currency: string | null; title: string };

function rangeOf(low: number | null | undefined, high: number | null | undefined): { min: number; max: number } | null {
  const ends = [low, high].filter((end) => typeof end === "number").filter((end) => end > 0);
  return ends.length === 0 ? null : { min: Math.min(...ends), max: Math.max(...ends) };
}

/** Several ranges (one for each place) become the range that spans those of the first one's currency and period. */
function spanOf(ranges: readonly Range[]): PayReading {
  const [first, ...others] = ranges.map(({ min, max, currency, title }) =>
    toSalary({ min, max }, currency, readPayPeriod(title)),
  );
  if (first === undefined) return NOTHING;
  const { salary } = first;
  if (salary === null) return others.find((other) => other.salary !== null) ?? first;
  const alike = others.flatMap((other) =>
    other.salary?.currency === salary.currency && other.salary.period === salary.period ? [other.salary] : [],
  );
  const all = [salary, ...alike];
  const spans = { ...salary, min: Math.min(...all.map((pay) => pay.min)), max: Math.max(...all.map((pay) => pay.max)) };
  const warning =
    others.length === alike.length ? null : "Pay is stated in several currencies or periods; the first is kept.";
  return { salary: spans, warning };
}

function fromRanges(job: GreenhouseJob): PayReading {
  return spanOf(
    job.pay_input_ranges.slice(0, MAX_RANGES).flatMap((stated) => {
      const cents = rangeOf(stated.min_cents, stated.max_cents);
      const title = [stated.title, stated.blurb].filter((text) => text).join(" ");
      const currency = readCurrency(stated.currency_type);
      return cents === null ? [] : [{ min: cents.min / 100, max: cents.max / 100, currency, title }];
    }),
  );
}

function fromMetadata(job: GreenhouseJob): PayReading {
  const ranges = job.metadata.flatMap(({ name, value }): Range[] => {
    const amount = greenhouseCurrency.safeParse(value);
    if (!amount.success || !PAY_NAME.test(name ?? "")) return [];
    const range = rangeOf(amount.data.min_value ?? amount.data.amount, amount.data.max_value ?? amount.data.amount);
    return range === null ? [] : [{ ...range, currency: readCurrency(amount.data.unit), title: name ?? "" }];
  });
  return spanOf(ranges.slice(0, MAX_RANGES));
}

/** The one period that a block's own words name; its title outranks the sentence above it, which may speak of several. */
function periodWords($: PageQuery, range: PageNodes): string {
  const title =
    textOf(range.prevAll(".title").first(), 200) ?? textOf(range.parent().find(".title").first(), 200) ?? "";
  if (readPayPeriod(title) !== null) return title;
  const sentences = textOf($(range).prevAll(".description").first(), 1000) ?? "";
  const named = new Set(sentences.split(/[\s,.;()/]+/).flatMap((word) => readPayPeriod(word) ?? []));
  return named.size === 1 ? sentences : title;
}

/** The block that Greenhouse itself puts into a description: a title such as "Annual Salary:", then the range with its currency. */
function fromBlocks($: PageQuery): PayReading {
  const blocks = $(".pay-range").toArray().slice(0, MAX_RANGES);
  return spanOf(
    blocks.flatMap((block): Range[] => {
      const stated = textOf($(block), 200);
      const range = stated === null ? null : readAmountRange(stated);
      if (stated === null || range === null) return [];
      return [{ ...range, currency: readCurrency(stated), title: `${stated} ${periodWords($, $(block))}` }];
    }),
  );
}

/** Pay from the API's own ranges, from a custom field that names pay, or from the block that the description carries. */
export function readGreenhousePay(job: GreenhouseJob, html: string): PayReading {
  let warning: string | null = null;
  const $ = html.includes("pay-range") ? openPage(html) : null;
  for (const reading of [fromRanges(job), $ === null ? NOTHING : fromBlocks($), fromMetadata(job)]) {
    if (reading.salary !== null) return reading;
    warning ??= reading.warning;
  }
  return { salary: null, warning };
}
