import { sha256 } from "@/lib/core/kernel/hash";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { type PageNodes, type PageQuery, textOf, textsOf } from "../parsing/open-page";
import { gapsOf } from "../parsing/posting-gaps";
import { parseRelativeDate } from "@/lib/core/dates/relative-date";
import type { ParseOutcome, RawInput } from "../source-adapter";
import { placeOf } from "./read-stackoverflow-job";
import { readBoardPay } from "./read-stackoverflow-pay";
import { advertIdOf, advertUrl, STACKOVERFLOW_BASE } from "./stackoverflow-url";

const ROW =
  ".js-result[data-jobid], .-job[data-jobid], .listResults [data-jobid].-item, .listResults .-item.-job, .listResults > div:has(h2 a[href*='/jobs/'])";
const LINK = "h2 a[href*='/jobs/'], .-title a, a.job-link, a.s-link";
const COMPANY = "h3 > span:first-child, .-company .-name, .-employer, .-company span:first-child";
const PLACE = "h3 > .fc-black-500, h3 > span:nth-child(2), .-location";
const FACTS = ".fs-caption > .grid--cell, .fs-caption > .flex--item, .fs-caption > div, .-perks span, .-posted-date";
const AGO = /\bago\b|^(yesterday|today|just now)$/i;
const PAY = /^[^\d\s]{0,4}\s?[\d.,]+k?\s*[-–—]|^[^\d\s]{1,4}\s?\d[\d.,]*k?\b/i;

/** The rows of a list, in order. */
export function listRows($: PageQuery): PageNodes[] {
  return $(ROW)
    .toArray()
    .map((node) => $(node));
}

/** The address of the advert that a row leads to. */
export function rowUrl(row: PageNodes, base: string): string | null {
  const id = row.attr("data-jobid");
  return (
    advertUrl(row.find(LINK).first().attr("href"), base) ?? (id === undefined ? null : advertUrl(`/jobs/${id}`, base))
  );
}

function factNodes($: PageQuery, row: PageNodes): { text: string; title: string | null }[] {
  return row
    .find(FACTS)
    .toArray()
    .flatMap((node) => {
      const text = textOf($(node), 120);
      return text === null
        ? []
        : [{ text, title: $(node).attr("title") ?? $(node).find("[title]").attr("title") ?? null }];
    });
}

/** What one row of a list states of its advert. */
export function readRow($: PageQuery, row: PageNodes, raw: RawInput): ParseOutcome {
  const title = textOf(row.find(LINK)) ?? row.find(LINK).first().attr("title") ?? null;
  if (title === null) return { kind: "rejected", reason: "a row without a title", warnings: [] };
  const base = raw.url ?? raw.fetchedUrl ?? STACKOVERFLOW_BASE;
  const url = rowUrl(row, base);
  const facts = factNodes($, row);
  const ago = facts.find((fact) => AGO.test(fact.text))?.text ?? null;
  const postedAt = ago === null ? null : parseRelativeDate(ago.replace(/^<\s*/, ""), raw.now);
  const paid = facts.find((fact) => PAY.test(fact.text) && !AGO.test(fact.text));
  const pay = readBoardPay(paid?.text ?? null, paid?.title ?? null);
  const company = textOf(row.find(COMPANY));
  const posting: ParsedPosting = {
    source: raw.sourceId,
    externalId: row.attr("data-jobid") ?? advertIdOf(url) ?? sha256(url ?? `${title}\n${company ?? ""}`),
    url,
    title,
    company,
    location: placeOf(textOf(row.find(PLACE))),
    postedAt,
    validThrough: null,
    employmentType: null,
    workplace: facts.some((fact) => /^remote$/i.test(fact.text)) ? "remote" : null,
    salary: pay.salary,
    description: "",
    descriptionFormat: "text",
    tags: textsOf(row.find(".post-tag"), 60),
    lang: null,
    warnings: [
      ...(postedAt === null ? [] : [`postedAt is worked out from "${ago ?? ""}".`]),
      ...(pay.warning === null ? [] : [pay.warning]),
    ],
  };
  posting.warnings.push(...gapsOf(posting));
  return { kind: "posting", posting };
}
