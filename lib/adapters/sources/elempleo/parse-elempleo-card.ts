import { z } from "zod";
import { sha256 } from "@/lib/core/kernel/hash";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { parseLenientJson } from "../jsonld/repair-json";
import { type PageNodes, type PageQuery, textOf, textsOf } from "../parsing/open-page";
import { gapsOf } from "../parsing/posting-gaps";
import { parseRelativeDate } from "@/lib/core/dates/relative-date";
import { readSpanishPay } from "../parsing/spanish-pay";
import type { ParseOutcome } from "../source-adapter";
import { advertIdOf, advertUrl } from "./elempleo-url";

export type ElempleoPage = { sourceId: string; base: string; currency: string; now: Date };

const CARD = ".result-item, .js-result-item";
const LINK = "a.js-offer-title, .item-title a, h2 a[href*='/ofertas-trabajo/']";

/** What a card tells the site's own statistics; the names of its fields are theirs. */
const tagged = z.object({
  ecommerce: z.object({
    click: z.object({
      products: z.array(
        z.object({
          name: z.string().optional().catch(undefined),
          id: z.union([z.string(), z.number()]).transform(String).optional().catch(undefined),
          dimension7: z.string().optional().catch(undefined),
          dimension11: z.string().optional().catch(undefined),
          dimension13: z.string().optional().catch(undefined),
          dimension21: z.string().optional().catch(undefined),
        }),
      ),
    }),
  }),
});

function readTagged(card: PageNodes) {
  const json = card.find("[datalayertag]").first().attr("datalayertag") ?? "";
  const reading = parseLenientJson(json);
  const parsed = reading.kind === "ok" ? tagged.safeParse(reading.value) : null;
  return parsed?.data?.ecommerce.click.products[0] ?? null;
}

/** "Publicado 11 Dic 2020"; the statistics' own numeric date counts only where it cannot be read both ways. */
function readDate(words: string | null, now: Date): string | null {
  return words === null ? null : parseRelativeDate(words.replace(/^publicad[oa]\s*(?:el\s+)?/i, ""), now);
}

export function listCards($: PageQuery): PageNodes[] {
  return $(CARD)
    .toArray()
    .map((node) => $(node))
    .filter((card) => card.find(LINK).length > 0);
}

export function cardUrl(card: PageNodes, base: string): string | null {
  return advertUrl(card.find(LINK).first().attr("href") ?? card.find("[data-url]").first().attr("data-url"), base);
}

/** What one card of a list states of its advert. Pay is monthly at this board, in the currency of the country's site. */
export function readCard(card: PageNodes, page: ElempleoPage): ParseOutcome {
  const held = readTagged(card);
  const title = textOf(card.find(LINK), 300) ?? held?.name ?? null;
  if (title === null) return { kind: "rejected", reason: "a card without a title", warnings: [] };
  const url = cardUrl(card, page.base);
  const company =
    textOf(card.find(".js-offer-company, .info-company-name, .company-name"), 300) ?? held?.dimension7 ?? null;
  const location = textOf(card.find(".js-offer-city, .info-city"), 300) ?? held?.dimension11 ?? null;
  const words = textOf(card.find(".js-offer-date, .info-publish-date"), 100) ?? held?.dimension13 ?? null;
  const pay = readSpanishPay(textOf(card.find(".js-offer-salary, .info-salary"), 200) ?? held?.dimension21 ?? "", {
    currency: page.currency,
    period: "month",
  });
  const quick = card.find("[data-joboffer]").attr("data-joboffer");
  const description = textOf(card.find(".js-description, .offer-description"), 5000) ?? "";
  const posting: ParsedPosting = {
    source: page.sourceId,
    externalId: advertIdOf(url) ?? quick ?? held?.id ?? sha256(`${title}\n${company ?? ""}\n${location ?? ""}`),
    url,
    title,
    company,
    location,
    postedAt: readDate(words, page.now),
    validThrough: null,
    employmentType: null,
    workplace: null,
    salary: pay.salary,
    description,
    descriptionFormat: "text",
    tags: textsOf(card.find(".info-tag-select"), 60),
    lang: "es",
    warnings: pay.warning === null ? [] : [pay.warning],
  };
  if (description !== "") posting.warnings.push("The description is only the beginning that the list shows.");
  posting.warnings.push(...gapsOf(posting));
  return { kind: "posting", posting };
}
