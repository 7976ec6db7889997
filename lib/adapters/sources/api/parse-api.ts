import { unreadPage } from "../parsing/open-page";
import { brokenAnswer, readAnswer } from "../parsing/read-answer";
import type { ParseOutcome, RawInput } from "../source-adapter";
import { type ApiParams, apiParams } from "./api-params";
import { evaluate } from "./expression";
import { type MappedPlace, readMappedPosting } from "./read-mapped-posting";
import { placeInAddress } from "./url-template";

const MAX_ITEMS = 10_000;

/** The members of an answer's list; a string says why there is none. */
export function listIn(value: unknown, params: ApiParams): unknown[] | string {
  const found = evaluate(value, params.items);
  if (!found.ok) return `the list cannot be read: ${found.reason}`;
  return Array.isArray(found.value) ? found.value.slice(0, MAX_ITEMS) : "the answer holds no list of adverts";
}

/** Whether a detail answer is meant: by its address, else because there is no list in it. */
function isDetail(value: unknown, raw: RawInput, params: ApiParams): boolean {
  const { detail } = params;
  const url = raw.fetchedUrl ?? raw.url;
  if (detail === undefined) return false;
  if (url !== null && placeInAddress(detail.url, url) !== null) return true;
  return typeof listIn(value, params) === "string";
}

function readDetail(
  value: unknown,
  place: MappedPlace,
  raw: RawInput,
  detail: NonNullable<ApiParams["detail"]>,
): ParseOutcome {
  const found = evaluate(value, detail.item);
  if (!found.ok || found.value === null || typeof found.value !== "object")
    return brokenAnswer("the answer holds no advert");
  const url = raw.fetchedUrl ?? raw.url;
  const idInAddress = url === null ? null : placeInAddress(detail.url, url);
  return readMappedPosting(found.value, { ...place, idInAddress, fields: { ...place.fields, ...detail.fields } });
}

/** Reads an answer of a JSON API by the source's mapping: a list of adverts, or one advert's own answer. */
export function parseApi(raw: RawInput): ParseOutcome[] {
  const checked = apiParams.safeParse(raw.params ?? {});
  if (!checked.success) return [brokenAnswer("the source has no mapping that can be used")];
  const params = checked.data;
  const answer = readAnswer(raw.body);
  if (answer.kind === "page") return [unreadPage(raw.body, "the answer is a page instead of JSON")];
  if (answer.kind === "broken") return [answer.outcome];
  const place: MappedPlace = {
    source: raw.sourceId,
    base: raw.url ?? raw.fetchedUrl ?? null,
    now: raw.now,
    params,
    fields: params.fields,
    idInAddress: null,
  };
  if (params.detail !== undefined && isDetail(answer.value, raw, params))
    return [readDetail(answer.value, place, raw, params.detail)];
  const list = listIn(answer.value, params);
  return typeof list === "string" ? [brokenAnswer(list)] : list.map((item) => readMappedPosting(item, place));
}
