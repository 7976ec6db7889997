import { z } from "zod";
import { OWN_NAME, OWN_NAME_RULE, PRODUCT_TOKEN } from "@/lib/core/kernel/product-token";

const httpUrl = z.url({ protocol: /^https?$/ });
const hostPattern = z
  .string()
  .regex(/^(\*\.)?[a-z0-9.-]+$|^\[[0-9a-f:.]+\]$/i, "a host name, or *.name for its subdomains");

/** The configuration of one source: which adapter, where it starts, whom it may ask, how often. */
export const sourceConfig = z
  .object({
    id: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,62}$/, "lower-case letters, digits, - and _"),
    name: z.string().min(1).max(120),
    adapter: z.string().min(1),
    enabled: z.boolean().default(true),
    /** Who keeps this entry: what the product brings along, the sources file, or an administrator's form. */
    managedBy: z.enum(["built_in", "file", "admin"]).default("built_in"),
    startUrls: z.array(httpUrl).max(50).default([]),
    /** Hosts that requests and redirects may reach; the hosts of the start URLs where empty. */
    allowedHosts: z.array(hostPattern).max(50).default([]),
    /** Checked by the adapter's own schema. */
    params: z.record(z.string(), z.unknown()).default({}),
    politeness: z
      .object({
        concurrencyPerHost: z.int().min(1).max(16).default(1),
        minIntervalMs: z.int().min(0).max(600_000).default(1500),
        globalPerSecond: z.number().positive().max(100).optional(),
        /** Requests in a row that may fail before a crawl ends and the source cools down. */
        failuresBeforeBreak: z.int().min(1).max(50).default(5),
        /** Crawls in a row that may fail before the source cools down. */
        crawlsBeforeBreak: z.int().min(1).max(20).default(3),
        /** The first cool-down; each failed trial after it doubles it, up to a day. */
        coolDownMinutes: z.int().min(1).max(1440).default(30),
      })
      .prefault({}),
    /** How much one answer may take: from the first byte sent to the last read, of the body unpacked, and in redirects. */
    limits: z
      .object({
        timeoutSeconds: z.number().min(0.5).max(120).default(20),
        maxBytes: z.int().min(10_000).max(50_000_000).default(10_000_000),
        maxRedirects: z.int().min(0).max(10).default(5),
      })
      .prefault({}),
    /** Product and version instead of the installation's: an honest name, the same for every request, for robots.txt too. */
    userAgent: z
      .string()
      .regex(PRODUCT_TOKEN, "a product and its version, such as Atalaya/0.1")
      .regex(OWN_NAME, OWN_NAME_RULE)
      .optional(),
    /** Where this source's board can reach the operator, instead of the installation's contact. */
    contact: z.string().min(3).max(200).optional(),
    /** Whether requests go through the configured proxy; where absent, they do if there is one. */
    proxy: z.boolean().optional(),
    cadenceMinutes: z.int().min(15).max(43_200).default(1440),
    /** For pages that need JavaScript: they are opened in a browser, which asks for nothing that this source may not. */
    fetch: z
      .strictObject({
        browser: z.boolean().default(false),
        /** A selector that matches once the page is whole. */
        waitFor: z.string().min(1).max(200).optional(),
        timeoutMs: z.int().min(1000).max(120_000).default(30_000),
      })
      .prefault({}),
    /** `llm` asks the configured model to quote the advert from pages that the adapter cannot read. */
    fallback: z.enum(["none", "llm"]).default("none"),
    attribution: z
      .object({ text: z.string().max(300), url: httpUrl })
      .nullable()
      .default(null),
  })
  .strict();

export type SourceConfig = z.output<typeof sourceConfig>;
export type SourceConfigInput = z.input<typeof sourceConfig>;

/** The hosts that a source's requests may reach. */
export function allowedHostsOf(config: SourceConfig): string[] {
  if (config.allowedHosts.length > 0) return config.allowedHosts;
  return [...new Set(config.startUrls.map((url) => new URL(url).hostname))];
}

/** The ports, besides those of http and https, that a source's own start URLs name. */
export function allowedPortsOf(config: SourceConfig): number[] {
  return [...new Set(config.startUrls.flatMap((url) => Number(new URL(url).port) || []))];
}
