import { sha256 } from "@/lib/core/kernel/hash";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { findNodes } from "../jsonld/json-node";
import { readJobPosting } from "../jsonld/read-job-posting";
import { readPage } from "../jsonld/read-page";
import { readEmploymentTypes } from "../parsing/employment-type";
import { markupOf, type PageQuery, textOf, textsOf } from "../parsing/open-page";
import { statedText } from "../parsing/plain-text";
import { gapsOf } from "../parsing/posting-gaps";
import { parseRelativeDate } from "@/lib/core/dates/relative-date";
import type { ParseOutcome, RawInput } from "../source-adapter";
import { readBoardPay } from "./read-stackoverflow-pay";
import { advertIdOf, advertUrl, STACKOVERFLOW_BASE } from "./stackoverflow-url";

/** By the names of 2018 to 2020, then those of 2021, when the header began to stick. */
const HEADER = ".job-details--header, .job-detail-header, header.sticky-header";
const TITLE =
  ".job-details--header h1, .job-detail-header .title, .job-detail-header h1, header.sticky-header h1, header.sticky-header .fs-headline1";
const COMPANY =
  '.job-details--header h1 ~ * a[href*="/jobs/companies/"], .job-details--header .employer, .job-detail-header .employer, .job-detail-header .-company a, .job-details--header .-company a, header.sticky-header h1 ~ .fc-black-700 > a';
const PLACE =
  ".job-details--header h1 ~ .fc-black-700 .fc-black-500, header.sticky-header h1 ~ .fc-black-700 .fc-black-500, .job-detail-header .-location, .job-detail-header .location, .job-details--header .-location";
const PAY =
  ".job-details--header .-salary, .job-detail-header .-salary, .job-details--header [title*='$'], .job-details--header [title*='€'], .job-details--header [title*='£']";
/** What the board shows in the place of an office. */
const NO_OFFICE = /^no office location$/i;

export function hasAdvert($: PageQuery): boolean {
  return $(HEADER).length > 0 && textOf($(TITLE)) !== null;
}

/** A place is shown behind a dash or a bullet. */
export function placeOf(text: string | null): string | null {
  const place = (text ?? "").replace(/^[\s–—•|-]+/, "").trim();
  return place === "" || NO_OFFICE.test(place) ? null : place;
}

/** The value beside a label of the overview, such as "Job type". */
function aboutOf($: PageQuery, label: RegExp): string | null {
  const cell = $(".job-details--about .mb8, .-about-job-items .-item, #overview-items .mb8")
    .toArray()
    .map((node) => textsOf($(node).find("span, .-key, .-value")))
    .find(([key]) => label.test(key ?? ""));
  return cell?.[1] ?? null;
}

/** The markup of the section whose heading says so; the board gave it no name of its own. */
function sectionOf($: PageQuery, heading: RegExp): string | null {
  const section = $("section, .-job-description")
    .toArray()
    .map((node) => $(node))
    .find((node) => heading.test(textOf(node.children("h2")) ?? ""));
  if (section === undefined) return null;
  const body = section.children("div").first();
  return textOf(body, 10) === null ? null : (body.html()?.trim() ?? null);
}

function saysRemote($: PageQuery): boolean {
  return textsOf($(HEADER).find("span, .grid--cell, .flex--item"), 60).some((text) =>
    /^(?:fully )?remote(?: \(.*\))?$/i.test(text),
  );
}

function postedAgo($: PageQuery, now: Date): { words: string | null; postedAt: string | null } {
  const places =
    "#overview-items .grid--cell, #overview-items li, .job-details--content .grid--cell, .job-details--content li";
  const words = textsOf($(places), 80).find((text) => /^posted\b/i.test(text)) ?? null;
  return { words, postedAt: words === null ? null : parseRelativeDate(words, now) };
}

/** Reads an advert's page: what it shows, and its JobPosting data. */
export function readJobPage($: PageQuery, raw: RawInput): ParseOutcome {
  const page = readPage(raw.body);
  const base = raw.url ?? raw.fetchedUrl ?? STACKOVERFLOW_BASE;
  const hrefs = [raw.url, page.canonical, page.ogUrl, $(TITLE).first().find("a").attr("href"), raw.fetchedUrl];
  const url = hrefs.flatMap((href) => advertUrl(href, base) ?? [])[0] ?? null;
  const node = page.blocks.flatMap((block) => findNodes(block, "JobPosting"))[0];
  const shown = textOf($(TITLE));
  const data =
    node === undefined ? null : readJobPosting(node, { source: raw.sourceId, url, alone: true, heading: shown });
  const title = shown ?? data?.title ?? null;
  if (title === null) return { kind: "rejected", reason: "an advert without a title", warnings: [] };
  const company = textOf($(COMPANY)) ?? data?.company ?? null;
  const place = textOf($(PLACE));
  const pay = readBoardPay(textOf($(PAY)), $(PAY).first().attr("title") ?? null);
  const ago = postedAgo($, raw.now);
  const id = advertIdOf(url) ?? $(HEADER).find("[data-jobid]").first().attr("data-jobid");
  const posting: ParsedPosting = {
    source: raw.sourceId,
    externalId: id ?? sha256(url ?? `${title}\n${company ?? ""}`),
    url,
    title,
    company,
    location: placeOf(place) ?? (place === null ? (data?.location ?? null) : null),
    postedAt: data?.postedAt ?? ago.postedAt,
    validThrough: data?.validThrough ?? null,
    employmentType: data?.employmentType ?? readEmploymentTypes(aboutOf($, /^job type/i))[0] ?? null,
    workplace: data?.workplace ?? (saysRemote($) || NO_OFFICE.test(place ?? "") ? "remote" : null),
    salary: data?.salary ?? pay.salary,
    ...statedText(sectionOf($, /^job description/i) ?? markupOf($, [".description"]) ?? data?.description ?? ""),
    tags: [
      ...new Set([...(data?.tags ?? []), ...textsOf($("#overview-items .post-tag, .-technologies .post-tag"), 60)]),
    ],
    lang: data?.lang ?? null,
    warnings: (data?.warnings ?? []).filter((warning) => !warning.endsWith("is missing.")),
  };
  if ((data?.postedAt ?? null) === null && ago.postedAt !== null)
    posting.warnings.push(`postedAt is worked out from "${ago.words ?? ""}".`);
  if (pay.warning !== null && posting.salary === null) posting.warnings.push(pay.warning);
  posting.warnings.push(...gapsOf(posting));
  return { kind: "posting", posting };
}
