import type { AdapterDescription, RecognisedAddress } from "../adapter-description";
import { stackOverflowAdapter, stackOverflowSource } from "./stackoverflow-adapter";
import { stackOverflowParams } from "./stackoverflow-params";
import { advertIdOf, unarchived } from "./stackoverflow-url";

function recognise(url: URL): RecognisedAddress | null {
  const original = new URL(unarchived(url.href));
  if (!/(^|\.)stackoverflow\.com$/.test(original.hostname) || !/^\/jobs(\/|$)/.test(original.pathname)) return null;
  const what = advertIdOf(url.href) === null ? "board" : "advert";
  const isCopy = original.href !== url.href;
  return { config: stackOverflowSource({}, isCopy && what === "board" ? url.href : null), what };
}

export const stackOverflowDescription: AdapterDescription = {
  id: "stackoverflow",
  version: 2,
  name: "Stack Overflow Jobs (archived)",
  kind: "pages",
  reads: "Saved advert pages, lists and feeds of Stack Overflow Jobs; a copy of the board where its address is named.",
  terms: "Those of the archive that keeps the copy.",
  limits: "The board closed in 2022, so there is nothing to fetch without a copy; a crawl never closes anything.",
  attribution: null,
  hasNotice: false,
  params: stackOverflowParams,
  builtIn: [stackOverflowSource()],
  recognise,
  adapter: stackOverflowAdapter,
};
