import { decodeBody } from "@/lib/adapters/http/decode-body";
import { crawlBoard, type FetchedDocument, type ListReading } from "../crawl-board";
import { readAnswer } from "../parsing/read-answer";
import type { CrawlContext, CrawlItem, SourceAdapter } from "../source-adapter";
import type { SourceConfig } from "../source-config";
import { type ApiParams, apiParams } from "./api-params";
import { nextPage } from "./next-page";
import { listIn, parseApi } from "./parse-api";
import { fillTemplate } from "./url-template";

function readList(item: FetchedDocument, params: ApiParams): ListReading | string {
  const answer = readAnswer(decodeBody(item.bytes, item.contentType).text);
  if (answer.kind !== "json") return "the answer is not JSON";
  const list = listIn(answer.value, params);
  if (typeof list === "string") return list;
  const next = nextPage(item.url, answer.value, list.length, params);
  const further = next === null ? [] : [next];
  const { detail } = params;
  if (detail === undefined) return { details: [], further, carriesAdverts: true, adverts: list.length };
  const details = list.map((advert) => fillTemplate(detail.url, advert)).filter((url) => url !== null);
  const lost = list.length - details.length;
  const reasons = lost === 0 ? [] : [`${lost} adverts of ${item.url} have no address of their own`];
  return { details, further, carriesAdverts: false, reasons };
}

function crawlApi(context: CrawlContext, config: SourceConfig): AsyncIterable<CrawlItem> {
  const params = apiParams.parse(config.params);
  return crawlBoard(context, config, {
    readList: (item) => readList(item, params),
    maxPages: params.maxPages,
    maxItems: params.maxItems,
    accept: "application/json",
    ...(params.listsEverything ? {} : { neverComplete: "the source does not say that its list is whole" }),
  });
}

/** Any board with a JSON API, by the source's own mapping. */
export const apiAdapter: SourceAdapter = { id: "api", crawl: crawlApi, parse: parseApi };
