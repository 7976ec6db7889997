import { decodeBody } from "@/lib/adapters/http/decode-body";
import { crawlBoard, type FetchedDocument, type ListReading } from "./crawl-board";
import { readAnswer } from "./parsing/read-answer";
import type { CrawlContext, CrawlItem } from "./source-adapter";
import type { SourceConfig } from "./source-config";

/** What an API's answer tells a crawl: how many adverts it holds and which answer follows. Null where it is no list. */
export type AnswerReading = { adverts: number; further?: string[]; reasons?: string[] } | null;

export type AnswerBoard = {
  /** Asked where the source names no start URL of its own. */
  startUrls: readonly string[];
  readAnswer: (value: unknown, url: URL) => AnswerReading;
  neverComplete?: string;
};

/** Pages of one API: a board of 100 adverts an answer would have ten thousand. */
const MAX_ANSWERS = 100;

function readList(item: FetchedDocument, board: AnswerBoard): ListReading | string {
  const answer = readAnswer(decodeBody(item.bytes, item.contentType).text);
  if (answer.kind !== "json") return "the answer is not JSON";
  const reading = board.readAnswer(answer.value, new URL(item.url));
  if (reading === null) return "the answer holds no list of adverts";
  return {
    details: [],
    further: reading.further ?? [],
    carriesAdverts: true,
    adverts: reading.adverts,
    reasons: reading.reasons ?? [],
  };
}

/** Crawls an API whose answers state whole adverts. Complete when the last answer was read, unless the board says otherwise. */
export function crawlAnswers(
  context: CrawlContext,
  config: SourceConfig,
  board: AnswerBoard,
): AsyncGenerator<CrawlItem> {
  const startUrls = config.startUrls.length > 0 ? config.startUrls : [...board.startUrls];
  return crawlBoard(
    context,
    { ...config, startUrls },
    {
      readList: (item) => readList(item, board),
      maxPages: MAX_ANSWERS,
      maxItems: 0,
      accept: "application/json",
      ...(board.neverComplete === undefined ? {} : { neverComplete: board.neverComplete }),
    },
  );
}
