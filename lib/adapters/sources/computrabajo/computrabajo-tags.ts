import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import type { Workplace } from "@/lib/core/postings/posting-fields";
import { readEmploymentTypes, readWorkplace } from "../parsing/employment-type";
import { type PageNodes, type PageQuery, textOf } from "../parsing/open-page";
import { readSpanishPay } from "../parsing/spanish-pay";

const TAGS = ".tag, .dIB, p.dFlex, .list_dot span, [class*='icon i_']";
const MAX_TAGS = 60;
const SCHEDULE = /jornada|tiempo|horas|pr[aá]ctica|beca|pasant/i;
const PERIOD = /mensual|por hora|hora\)|diari|semanal|anual|quincenal|\bmes\b/i;

export type AdvertTags = Pick<ParsedPosting, "salary" | "employmentType" | "warnings"> & {
  workplace: Workplace | null;
};

/** The short labels of an advert: pay, contract, working time, workplace. */
function labelsOf($: PageQuery, scope: PageNodes): string[] {
  const labels = scope
    .find(TAGS)
    .toArray()
    .slice(0, MAX_TAGS)
    .flatMap((node) => {
      const nodes = $(node);
      return textOf(nodes.is("[class*='icon i_']") ? nodes.parent() : nodes, 120) ?? [];
    });
  return [...new Set(labels)].filter((label) => label.length < 100);
}

function isPay(label: string): boolean {
  return /\d/.test(label) && /[$₡€]|S\/|Bs\.?|B\/|USD|\bQ\.?\s?\d|\bL\.?\s?\d/.test(label) && PERIOD.test(label);
}

/** What an advert's labels state; `currency` is the one of the country's site. */
export function readTags($: PageQuery, scope: PageNodes, currency: string | null): AdvertTags {
  const labels = labelsOf($, scope);
  const pay = readSpanishPay(labels.find(isPay) ?? "", { currency, period: null });
  const schedule = labels.find((label) => SCHEDULE.test(label) && !/^contrato/i.test(label));
  const places = labels.filter((label) => label.length < 40).flatMap((label) => readWorkplace(label) ?? []);
  return {
    salary: pay.salary,
    warnings: pay.warning === null ? [] : [pay.warning],
    employmentType: readEmploymentTypes(schedule ?? "")[0] ?? null,
    workplace: places.includes("hybrid") ? "hybrid" : (places[0] ?? null),
  };
}
