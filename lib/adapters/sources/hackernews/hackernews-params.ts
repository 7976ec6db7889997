import { z } from "zod";

export const hackerNewsParams = z.strictObject({
  /** How many of the latest monthly threads are read. */
  threads: z.int().min(1).max(24).default(1),
  maxItems: z.int().min(1).max(20_000).default(1500),
});
