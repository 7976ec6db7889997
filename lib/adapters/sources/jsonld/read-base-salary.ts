import {
  type PayReading,
  readAmount,
  readAmountRange,
  readCurrency,
  readPayPeriod,
  readPayPhrase,
  toSalary,
} from "../parsing/stated-pay";
import { asList, isNode, type JsonNode } from "./json-node";

const NOTHING: PayReading = { salary: null, warning: null };

function rangeOf(node: JsonNode): { min: number; max: number } | null {
  const low = readAmount(node.minValue ?? node.minvalue);
  const high = readAmount(node.maxValue ?? node.maxvalue);
  const single = isNode(node.value)
    ? null
    : typeof node.value === "string"
      ? readAmountRange(node.value)
      : readAmount(node.value);
  if (low !== null || high !== null) {
    const [a, b] = [low ?? high ?? 0, high ?? low ?? 0];
    return { min: Math.min(a, b), max: Math.max(a, b) };
  }
  return typeof single === "number" ? { min: single, max: single } : single;
}

function fromAmountNode(node: JsonNode, fallbackCurrency: unknown): PayReading {
  const inner = asList(node.value).find(isNode) ?? node;
  const unit = inner.unitText ?? inner.unitCode ?? node.unitText ?? node.unitCode ?? node.duration;
  const currency = readCurrency(node.currency ?? inner.currency ?? node.salaryCurrency ?? fallbackCurrency);
  const phrase = typeof node.value === "string" ? node.value : "";
  return toSalary(
    rangeOf(inner) ?? rangeOf(node),
    currency ?? readCurrency(phrase),
    readPayPeriod(unit) ?? readPayPeriod(phrase),
  );
}

/** Pay from `baseSalary` in any of its forms: a node, a number, a phrase, or a list of these, of which the first that states pay counts. */
export function readBaseSalary(posting: JsonNode): PayReading {
  let warning: string | null = null;
  for (const value of asList(posting.baseSalary)) {
    const reading = isNode(value)
      ? fromAmountNode(value, posting.salaryCurrency)
      : typeof value === "string"
        ? readPayPhrase(value, posting.salaryCurrency)
        : toSalary(rangeOf({ value }), readCurrency(posting.salaryCurrency), readPayPeriod(posting.unitText));
    if (reading.salary !== null) return reading;
    warning ??= reading.warning;
  }
  return warning === null ? NOTHING : { salary: null, warning };
}
