import { decodeBody } from "@/lib/adapters/http/decode-body";
import { AppError } from "@/lib/core/kernel/app-error";
import type { AdapterDescription } from "./adapter-description";
import { apiDescription } from "./api/describe-api";
import { ashbyDescription } from "./ashby/describe-ashby";
import { bumeranDescription } from "./bumeran/describe-bumeran";
import { computrabajoDescription } from "./computrabajo/describe-computrabajo";
import { demoDescription } from "./demo/describe-demo";
import { elempleoDescription } from "./elempleo/describe-elempleo";
import { fileDescription } from "./file/describe-file";
import { getOnBrdDescription } from "./getonbrd/describe-getonbrd";
import { greenhouseDescription } from "./greenhouse/describe-greenhouse";
import { hackerNewsDescription } from "./hackernews/describe-hackernews";
import { indeedDescription } from "./indeed/describe-indeed";
import { jobicyDescription } from "./jobicy/describe-jobicy";
import { jsonLdDescription } from "./jsonld/describe-json-ld";
import { linkedInDescription } from "./linkedin/describe-linkedin";
import { leverDescription } from "./lever/describe-lever";
import { remoteOkDescription } from "./remoteok/describe-remoteok";
import { remotiveDescription } from "./remotive/describe-remotive";
import { rssDescription } from "./rss/describe-rss";
import { stackOverflowDescription } from "./stackoverflow/describe-stackoverflow";
import { weWorkRemotelyDescription } from "./weworkremotely/describe-weworkremotely";
import { workdayDescription } from "./workday/describe-workday";
import { warnOfFuture } from "./parsing/future-date";
import type { ParseOutcome } from "./source-adapter";

const ADAPTERS: readonly AdapterDescription[] = [
  remoteOkDescription,
  jsonLdDescription,
  rssDescription,
  apiDescription,
  remotiveDescription,
  jobicyDescription,
  ashbyDescription,
  greenhouseDescription,
  leverDescription,
  workdayDescription,
  linkedInDescription,
  weWorkRemotelyDescription,
  computrabajoDescription,
  bumeranDescription,
  elempleoDescription,
  getOnBrdDescription,
  stackOverflowDescription,
  hackerNewsDescription,
  indeedDescription,
  demoDescription,
  fileDescription,
];

/** Every adapter, in the order in which it is shown. */
export function listAdapters(): readonly AdapterDescription[] {
  return ADAPTERS;
}

/** The description of an adapter by its id, or null. */
export function findAdapter(id: string): AdapterDescription | null {
  return ADAPTERS.find((description) => description.id === id) ?? null;
}

export type PageInput = {
  body: string | Uint8Array;
  contentType?: string | null;
  url?: string | null;
  fetchedUrl?: string | null;
  now: Date;
  params?: Readonly<Record<string, unknown>>;
};

/**
 * Reads a saved page or answer with one adapter. An empty array is a valid empty list; a page that is no advert is one `page` outcome.
 * `adapterId` names the adapter, `sourceId` (the same where absent) is what the postings carry. Throws `invalid_input` for an unknown id.
 */
export function parsePage(adapterId: string, page: PageInput, sourceId: string = adapterId): ParseOutcome[] {
  const adapter = findAdapter(adapterId)?.adapter ?? null;
  if (adapter === null) throw new AppError("invalid_input", `There is no adapter "${adapterId}" that reads pages.`);
  const body = typeof page.body === "string" ? page.body : decodeBody(page.body, page.contentType ?? null).text;
  const { url = null, fetchedUrl = null, now, params = {} } = page;
  return warnOfFuture(adapter.parse({ sourceId, body, url, fetchedUrl, now, params }), now);
}
