import { z } from "zod";

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
      })
      .prefault({}),
    cadenceMinutes: z.int().min(15).max(43_200).default(1440),
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
