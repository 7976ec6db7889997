import { z } from "zod";

/** What a source of this adapter may set apart from its start URLs. */
export const jsonLdParams = z
  .object({
    /** Path patterns of advert pages, such as `/jobs/*`; without any, a sitemap's every page and a listing's likely links are read. */
    detailPaths: z.array(z.string().startsWith("/").max(200)).max(20).default([]),
    maxPages: z.int().min(1).max(1000).default(100),
    maxItems: z.int().min(1).max(50_000).default(5000),
  })
  .strict();

export type JsonLdParams = z.output<typeof jsonLdParams>;
