import { sha256 } from "@/lib/core/kernel/hash";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { findNodes } from "../jsonld/json-node";
import { toHttpUrl } from "../jsonld/page-url";
import { readJobPosting } from "../jsonld/read-job-posting";
import { readPage } from "../jsonld/read-page";
import { type PageNodes, type PageQuery, textOf } from "../parsing/open-page";
import { statedText } from "../parsing/plain-text";
import { gapsOf } from "../parsing/posting-gaps";
import { readMicrodata } from "../parsing/read-microdata";
import type { ParseOutcome } from "../source-adapter";
import { readTags } from "./computrabajo-tags";
import { advertIdOf, advertUrl, toAdvertId } from "./computrabajo-url";
import { type BoardPage, readAge } from "./parse-computrabajo-card";

const OFFER =
  "[div-link='oferta'], [data-offers-grid-detail-container], .detalle_oferta, section.detail_of, .box_detail";
const TITLE = "h1, .title_offer, [data-offers-grid-detail-title]";
/** Where the text begins; what follows it up to the date is the list of requirements. */
const TEXT_START = ".t_word_wrap, [div-link='oferta'] > p, .bWord ul, article.fl ul.p0, .bWord";
const TEXT_END = ".fc_aux, .b_primary, [data-href-offer-apply], .posSticky_m, .bt1, .box_border, button";
const MAX_PARTS = 60;

/** Whether the page is an advert's own. */
export function hasAdvert($: PageQuery, body: string): boolean {
  const isMarkedUp = $('[itemtype$="/JobPosting"]').length > 0 || /"@type"\s*:\s*"JobPosting"/.test(body);
  return isMarkedUp || ($(OFFER).length > 0 && textOf($("h1")) !== null && $("[div-link='oferta']").length > 0);
}

/** The shown text and requirements, without keywords, buttons and the board's own boxes. */
function readText($: PageQuery, scope: PageNodes): string | null {
  const found = scope.find(TEXT_START).first();
  // Older panels have no name for their text: it stands after the labels.
  const start = found.length > 0 ? found : scope.find(".fs14 ~ div.fs16").first();
  if (start.length === 0) return null;
  const parts: string[] = [];
  for (let part = start; part.length > 0 && parts.length < MAX_PARTS; part = part.next()) {
    if (part.is(TEXT_END) || (part.find(TEXT_END).length > 0 && !part.is(start))) break;
    if (!part.is("script, style") && part.find(".tag").length === 0) parts.push($.html(part));
  }
  const text = parts.join("\n").trim();
  return text === "" ? null : text;
}

/** "Empresa - Ciudad, Departamento" under the heading, or a line for each. */
function readHeader(
  $: PageQuery,
  scope: PageNodes,
  known: string | null,
): { company: string | null; location: string | null } {
  const link = textOf(scope.find(".header_detail a[href], a#urlverofertas, h1 ~ p a[href*='/empresas/']"), 300);
  const company = link ?? known;
  const grid = scope.find(".header_detail p.fs16");
  if (grid.length > 1) {
    const places = grid.toArray().map((node) => textOf($(node), 300) ?? "");
    return {
      company,
      location: places.findLast((text) => text !== "" && !/verificada|evaluaciones|^\d/.test(text)) ?? null,
    };
  }
  const line = textOf($("h1").first().nextAll("p").first(), 400) ?? textOf($("h1 ~ p.fs16").first(), 400);
  if (line === null) return { company, location: null };
  if (company !== null && line.startsWith(company)) {
    const rest = line.slice(company.length).replace(/^[\s.–-]+/, "");
    return { company, location: rest === "" ? null : rest };
  }
  const cut = line.lastIndexOf(" - ");
  if (cut < 0) return { company, location: company === null ? null : line };
  return { company: company ?? line.slice(0, cut).trim(), location: line.slice(cut + 3).trim() };
}

function readStructured($: PageQuery, body: string, page: BoardPage, url: string | null): ParsedPosting | null {
  const node =
    readPage(body).blocks.flatMap((block) => findNodes(block, "JobPosting"))[0] ?? readMicrodata($, "JobPosting");
  if (node === null) return null;
  return readJobPosting(node, { source: page.sourceId, url, alone: true, heading: textOf($("h1")) });
}

function ownUrl($: PageQuery, page: BoardPage): string | null {
  const hrefs = [
    $('link[rel="canonical"]').attr("href"),
    $('meta[property="og:url"]').attr("content"),
    $('[itemtype$="/JobPosting"] meta[itemprop="url"]').attr("content"),
    page.base,
  ];
  return hrefs.flatMap((href) => advertUrl(href, page.base) ?? [])[0] ?? null;
}

/** The id that the buttons of an advert carry, to apply for it or to keep it. */
function idOfButtons($: PageQuery, scope: PageNodes): string | null {
  const carriers = scope.find("[data-oi], [data-href-offer-apply]").toArray().slice(0, 50);
  const ids = carriers.flatMap((node) => {
    const { "data-oi": own, "data-href-offer-apply": link } = $(node).attr() ?? {};
    return toAdvertId(own) ?? toAdvertId(/[?&]oi=([0-9A-F]{16,40})/i.exec(link ?? "")?.[1]) ?? [];
  });
  return ids[0] ?? null;
}

/** Reads an advert's own page; `stated` is the address that somebody states for it. */
export function readAdvert($: PageQuery, body: string, page: BoardPage, stated: string | null): ParseOutcome {
  const url = advertUrl(stated, page.base) ?? ownUrl($, page) ?? toHttpUrl(stated, null);
  const data = readStructured($, body, page, url);
  const title = textOf($(TITLE), 300) ?? data?.title ?? null;
  if (title === null) return { kind: "rejected", reason: "an advert without a title", warnings: [] };
  const offer = $("[div-link='oferta']").first();
  const scope = offer.length > 0 ? offer : $("main").length > 0 ? $("main").first() : $("body");
  const header = readHeader($, $("body"), data?.company ?? null);
  const { warnings, ...tags } = readTags($, scope, page.currency);
  const age = readAge(scope, page.now);
  const text = readText($, $("body")) ?? data?.description ?? "";
  const dataId = toAdvertId(data?.externalId ?? null);
  const company = data?.company ?? header.company;
  const posting: ParsedPosting = {
    source: page.sourceId,
    externalId:
      advertIdOf(url) ??
      idOfButtons($, offer.length > 0 ? offer : $("main, body").first()) ??
      dataId ??
      sha256(url ?? `${title}\n${company ?? ""}`),
    url: url ?? data?.url ?? null,
    title,
    company,
    location: header.location ?? data?.location ?? null,
    postedAt: data?.postedAt ?? age.postedAt,
    validThrough: data?.validThrough ?? null,
    employmentType: data?.employmentType ?? tags.employmentType,
    workplace: tags.workplace ?? data?.workplace ?? null,
    salary: data?.salary ?? tags.salary,
    ...statedText(text),
    tags: data?.tags ?? [],
    lang: "es",
    warnings: (data?.salary ?? null) === null ? warnings : [],
  };
  if ((data?.postedAt ?? null) === null && age.postedAt !== null)
    posting.warnings.push(`postedAt is worked out from "${age.words ?? ""}".`);
  posting.warnings.push(...gapsOf(posting));
  return { kind: "posting", posting };
}

/** The advert that a list shows beside it, by its id; null where there is none. */
export function readPanel(
  $: PageQuery,
  page: BoardPage,
): Pick<
  ParsedPosting,
  "externalId" | "description" | "descriptionFormat" | "employmentType" | "workplace" | "salary"
> | null {
  const panel = $("[data-offers-grid-detail-container]").first();
  const id = toAdvertId(panel.attr("data-id")) ?? idOfButtons($, panel);
  const text = id === null ? null : readText($, panel);
  if (id === null || text === null) return null;
  const { salary, employmentType, workplace } = readTags($, panel, page.currency);
  return { externalId: id, ...statedText(text), employmentType, workplace, salary };
}
