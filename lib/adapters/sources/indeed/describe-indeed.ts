import { z } from "zod";
import type { AdapterDescription } from "../adapter-description";
import { indeedAdapter, indeedSource } from "./indeed-adapter";
import { keyOf } from "./indeed-fields";

export const indeedDescription: AdapterDescription = {
  id: "indeed",
  version: 2,
  name: "Indeed (saved pages)",
  kind: "pages",
  reads: "Saved search pages and advert pages.",
  terms: "Indeed's terms forbid automated reading; nothing is fetched from it.",
  limits: "Saved pages only: a crawl ends at once with the reason and closes nothing.",
  attribution: null,
  hasNotice: false,
  params: z.strictObject({}),
  builtIn: [indeedSource()],
  recognise: (url) =>
    /(^|\.)indeed\.com$/.test(url.hostname)
      ? { config: indeedSource(), what: keyOf(url.href) === null ? "board" : "advert" }
      : null,
  adapter: indeedAdapter,
};
