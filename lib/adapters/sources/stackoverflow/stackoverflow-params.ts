import { z } from "zod";

export const stackOverflowParams = z.strictObject({
  maxPages: z.int().min(1).max(500).default(20),
  maxItems: z.int().min(1).max(10_000).default(500),
});
